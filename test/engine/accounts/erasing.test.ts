import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { erase, erasurePreview } from '../../../db/accounts/privacy/service/erase.ts'
import { held } from '../../../db/accounts/privacy/service/held.ts'
import { listErasures } from '../../../db/accounts/privacy/service/records.ts'
import { backup } from '../../../db/kernel/backup.ts'
import { listBackups } from '../../../db/kernel/backupFiles.ts'
import { listHistory, undo } from '../../../db/kernel/history.ts'
import { PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { command, newKernel, refusal } from '../newKernel.ts'
import { insert, insertOne, live, read } from './rows.ts'

const personId = (id: string) => PersonId.parse(id)

const NAME = '吴国樑'
const SECRETS = [
  NAME,
  '13805790001',
  'wugl@example.com',
  '330123196710210011',
  '长子要接班管采购',
  '好赌欠了外债',
  '在东阳学过油漆',
]

/** A person with all that can be known of them, in rows, in former texts, in the history and in a backup. */
function story(kernel: Kernel) {
  const account = insertOne(kernel, 'account', { name: '恒岳家居', note: `找${NAME}拍板` })
  const person = insertOne(kernel, 'person', {
    name: NAME,
    private_phone: '13805790001',
    email: 'wugl@example.com',
    id_number: '330123196710210011',
    family: '长子要接班管采购',
    career: '在东阳学过油漆',
  })
  const colleague = insertOne(kernel, 'person', { name: '郑明霞', career: `${NAME}的老部下` })
  insert(
    kernel,
    'employment',
    { person_id: person, account_id: account, title: '董事长' },
    { person_id: colleague, account_id: account, title: '采购总监' },
  )
  insert(kernel, 'warning_sign', {
    person_id: person,
    sign: '好赌欠了外债',
    why: '听说',
    noted_on: '2026-01-01',
  })
  const [alone = '', both = ''] = insert(
    kernel,
    'log_entry',
    {
      account_id: account,
      happened_on: '2026-01-02',
      channel: 'visit',
      text: `见${NAME}，他说长子要接班管采购`,
      recorded_at: '',
    },
    {
      account_id: account,
      happened_on: '2026-01-03',
      channel: 'call',
      text: `${NAME}和郑明霞谈账期，回电 13805790001`,
      recorded_at: '',
    },
  )
  insert(
    kernel,
    'log_person',
    { entry_id: alone, person_id: person },
    { entry_id: both, person_id: person },
    { entry_id: both, person_id: colleague },
  )
  insert(kernel, 'log_former', {
    entry_id: both,
    text: `${NAME}原话`,
    happened_on: '2026-01-03',
    channel: 'call',
    replaced_at: '',
  })
  const promise = insertOne(kernel, 'promise', {
    ...{ account_id: account, person_id: person, side: 'ours', what: `给${NAME}送样`, made_on: '2026-01-03' },
  })
  kernel.write({ commandId: command(), label: { command: 'editPerson', params: { name: NAME } } }, (tx) => {
    tx.db.prepare(`UPDATE person SET career = '' WHERE id = ?`).run(person)
    tx.db.prepare(`UPDATE account SET note = '旧话' WHERE id = ?`).run(account)
    return {}
  })
  return { account, person, colleague, alone, both, promise }
}

const eraseNow = (
  kernel: Kernel,
  id: string,
  more: { blankEntries?: boolean; removeBackups?: boolean } = {},
) =>
  erase(kernel, {
    ...{ commandId: command(), personId: personId(id), basis: `应${NAME}本人书面要求` },
    ...{ blankEntries: false, removeBackups: true, ...more },
  })

/** Every file of a data folder that holds one of the texts, in any of SQLite's text encodings. */
function filesHolding(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return []
    const bytes = readFileSync(path)
    return texts.filter((text) => bytes.includes(Buffer.from(text))).map((text) => `${name}: ${text}`)
  })
}

describe('erasing a person', () => {
  it('leaves nothing of them in any file: rows, history, search index, -wal, backups', async () => {
    const kernel = newKernel()
    const { person } = story(kernel)
    expect(
      held(kernel, { commandId: command(), personId: personId(person), language: 'zh' }).parts.length,
    ).toBe(5)
    await backup(kernel, 'manual')
    expect(filesHolding(kernel.dataFolder, SECRETS).length).toBeGreaterThan(SECRETS.length)
    const { backupsRemoved } = await eraseNow(kernel, person)
    expect(backupsRemoved).toBe(1)
    expect(filesHolding(kernel.dataFolder, SECRETS)).toEqual([])
    expect(listBackups(kernel.dataFolder)).toHaveLength(1)
  })

  it('keeps what is about others, with the name taken out, and a history that replays to the same rows', async () => {
    const kernel = newKernel()
    const { account, person, colleague, alone, both, promise } = story(kernel)
    await eraseNow(kernel, person)
    expect(read(kernel, 'log_entry', alone)?.text).toBe('见〔已删除〕，他说〔已删除〕')
    expect(read(kernel, 'log_entry', both)?.text).toBe('〔已删除〕和郑明霞谈账期，回电 〔已删除〕')
    expect(read(kernel, 'promise', promise)).toMatchObject({ what: '给〔已删除〕送样', deleted: 0 })
    expect(read(kernel, 'person', colleague)).toMatchObject({ name: '郑明霞', career: '〔已删除〕的老部下' })
    expect(read(kernel, 'account', account)).toMatchObject({ name: '恒岳家居', note: '旧话' })
    expect(live(kernel, 'employment')).toHaveLength(1)
    expect(read(kernel, 'person', person)).toMatchObject({ name: '', family: '', deleted: 1 })
    expect(listErasures(kernel)).toMatchObject([{ basis: '应〔已删除〕本人书面要求' }])
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
    expect(JSON.stringify(listHistory(kernel, { limit: 100 }))).not.toContain(NAME)
  })

  it('blanks entries that nobody else was part of, where that is wanted', async () => {
    const kernel = newKernel()
    const { person, alone, both } = story(kernel)
    expect(erasurePreview(kernel, person)).toMatchObject({
      name: NAME,
      entries: 2,
      entriesOnlyTheirs: 1,
      promises: 1,
    })
    await eraseNow(kernel, person, { blankEntries: true })
    expect(read(kernel, 'log_entry', alone)?.text).toBe('〔已删除〕')
    expect(read(kernel, 'log_entry', both)?.text).toContain('谈账期')
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
  })

  it('cannot be undone, and nothing about them comes back by undoing what was before it', async () => {
    const kernel = newKernel()
    const { person } = story(kernel)
    insertOne(kernel, 'product', { name: '面漆', order_key: 'i' })
    await eraseNow(kernel, person)
    undo(kernel, command())
    expect(live(kernel, 'product')).toEqual([])
    // a step that also touched them is beyond undo, so one before it may find its rows changed
    expect(() => {
      while (kernel.undoStacks.nextUndo) undo(kernel, command())
    }).toThrow(expect.objectContaining({ code: 'UNDO_CONFLICT' }))
    expect(read(kernel, 'person', person)).toMatchObject({ name: '', deleted: 1 })
  })

  it('takes the name out of what is known of people elsewhere, where nobody else bears it', async () => {
    const kernel = newKernel()
    const { person } = story(kernel)
    const elsewhere = insertOne(kernel, 'account', { name: '宏泰建材' })
    const stranger = insertOne(kernel, 'person', { name: '蒋宏', note: `经${NAME}介绍认识` })
    insert(kernel, 'employment', { person_id: stranger, account_id: elsewhere, title: '总经理' })
    await eraseNow(kernel, person)
    expect(read(kernel, 'person', stranger)).toMatchObject({ name: '蒋宏', note: '经〔已删除〕介绍认识' })
    expect(filesHolding(kernel.dataFolder, [NAME])).toEqual([])
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
  })

  it('takes along who was merged into them, and spares a colleague of the same name', async () => {
    const kernel = newKernel()
    const { account, person, promise } = story(kernel)
    const twin = insertOne(kernel, 'person', {
      name: '吴国梁（旧）',
      deleted: 1,
      merged_into: person,
      wechat: 'wugl-old-1',
    })
    const namesake = insertOne(kernel, 'person', { name: NAME, phone: '13900000000' })
    insert(kernel, 'employment', { person_id: namesake, account_id: account, title: '司机' })
    const about = insertOne(kernel, 'swot_item', {
      ...{
        account_id: account,
        quadrant: 'strength',
        text: `${NAME}开车稳`,
        noted_on: '2026-01-01',
        order_key: 'i',
      },
    })
    await eraseNow(kernel, person)
    expect(read(kernel, 'person', twin)).toMatchObject({ name: '', wechat: '' })
    expect(read(kernel, 'person', namesake)).toMatchObject({ name: NAME, phone: '13900000000', deleted: 0 })
    // what was promised to them names them, whoever else bears the name
    expect(read(kernel, 'promise', promise)?.what).toBe('给〔已删除〕送样')
    expect(read(kernel, 'swot_item', about)?.text).toBe(`${NAME}开车稳`)
  })

  it('keeps older backups unless told otherwise, and refuses who is not there', async () => {
    const kernel = newKernel()
    const { person } = story(kernel)
    const { file } = await backup(kernel, 'manual')
    await eraseNow(kernel, person, { removeBackups: false })
    expect(listBackups(kernel.dataFolder).map((one) => one.file)).toContain(file)
    await expect(eraseNow(kernel, person)).rejects.toMatchObject(refusal('PERSON_NOT_FOUND'))
  })
})
