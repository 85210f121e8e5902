import { describe, expect, it } from 'vitest'
import { CHECKS, type Side } from '../../../db/accounts/handover/rules/checklist.ts'
import {
  getHandover,
  listHandovers,
  makeHandover,
  ownedBy,
  removeHandover,
  signHandover,
  tickHandover,
} from '../../../db/accounts/handover/service/handovers.ts'
import { ifMemberLeaves, ifPersonLeaves } from '../../../db/accounts/handover/service/leaving.ts'
import { ifSomebodyLeaves } from '../../../db/accounts/handover/service/leavingHere.ts'
import { handoverPack } from '../../../db/accounts/handover/service/pack.ts'
import { packDocument } from '../../../db/accounts/handover/service/packPaper.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { derivedId } from '../../../db/kernel/derivedId.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { AccountId, type HandoverId, MemberId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'
import { insert, insertOne, live, read } from './rows.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')

/** Lin's account with a person, open and settled promises, open and done next steps; Zhou knows that person too. */
function department() {
  const kernel = newKernel(() => NOW)
  const [lin = '', zhou = ''] = insert(kernel, 'member', { name: '林晓舟' }, { name: '周启明' })
  const account = insertOne(kernel, 'account', {
    name: '恒岳家居',
    owner_id: lin,
    region: '浙江东阳',
    credit_limit: 1_200_000_00,
  })
  const other = insertOne(kernel, 'account', { name: '别人的', owner_id: zhou })
  const [wu = '', gao = ''] = insert(
    kernel,
    'person',
    { name: '吴国梁', influence: 5, rhythm: '早 7:30 前' },
    { name: '高卉' },
  )
  insert(
    kernel,
    'employment',
    { person_id: wu, account_id: account, title: '董事长' },
    { person_id: gao, account_id: account, title: '财务总监' },
  )
  const knows = (person: string, member: string, depth: number) => ({
    ...{ id: derivedId(person, member), person_id: person, member_id: member, depth },
  })
  insert(kernel, 'coverage', knows(wu, lin, 3), knows(gao, lin, 2), knows(wu, zhou, 1))
  const entry = { account_id: account, member_id: lin, channel: 'visit', recorded_at: '' }
  insert(
    kernel,
    'log_entry',
    {
      ...entry,
      happened_on: '2026-11-20',
      text: '谈新线',
      next_step: '送样',
      next_on: '2026-12-05',
      next_by: lin,
    },
    {
      ...entry,
      happened_on: '2026-10-20',
      text: '谈账期',
      next_step: '回信',
      next_on: '2026-10-25',
      next_by: lin,
      next_done_on: '2026-10-24',
    },
    { ...entry, happened_on: '2024-01-01', text: '太早的事' },
  )
  const promise = { account_id: account, member_id: lin, side: 'ours', made_on: '2026-11-01' }
  insert(
    kernel,
    'promise',
    { ...promise, what: '5 日前到厂', due_on: '2026-12-05' },
    { ...promise, what: '已送的样板', settlement: '{"state":"kept","on":"2026-11-10","note":"","by":null}' },
  )
  return {
    kernel,
    lin: MemberId.parse(lin),
    zhou: MemberId.parse(zhou),
    account: AccountId.parse(account),
    other: AccountId.parse(other),
    wu: PersonId.parse(wu),
    gao: PersonId.parse(gao),
  }
}

type Department = ReturnType<typeof department>

const make = ({ kernel, lin, zhou, account }: Department): HandoverId =>
  makeHandover(kernel, {
    ...{
      commandId: command(),
      fromId: lin,
      toId: zhou,
      accountIds: [account],
      dueOn: '2026-12-01',
      note: '',
    },
  }).handoverId

function tickAll(kernel: Kernel, handoverId: HandoverId, side: Side): void {
  for (const check of CHECKS)
    tickHandover(kernel, { commandId: command(), handoverId, check, side, done: true })
}

const sign = (kernel: Kernel, handoverId: HandoverId, side: Side) =>
  signHandover(kernel, { commandId: command(), handoverId, side })

describe('a hand-over', () => {
  it('says who pressed the button for each side', () => {
    const all = department()
    const { kernel, zhou } = all
    const id = make(all)
    for (const side of ['giver', 'taker'] as const) tickAll(kernel, id, side)
    expect(getHandover(kernel, id).signedBy).toEqual({ giver: null, taker: null })
    sign(kernel, id, 'giver')
    changeSettings(kernel, { me: MemberId.parse(zhou) })
    sign(kernel, id, 'taker')
    expect(getHandover(kernel, id).signedBy).toEqual({ giver: null, taker: '周启明' })
  })

  it('moves the account and what is open, each with its day, once both have ticked and signed; undo takes it back', () => {
    const all = department()
    const { kernel, lin, zhou, account, wu, gao } = all
    const id = make(all)
    expect(getHandover(kernel, id)).toMatchObject({ state: 'checking', ticked: 0, checks: 14 })
    expect(() => sign(kernel, id, 'giver')).toThrow(expect.objectContaining(refusal('CHECKS_OPEN')))
    tickAll(kernel, id, 'giver')
    expect(sign(kernel, id, 'giver').moved).toBe(false)
    expect(read(kernel, 'account', account)?.owner_id).toBe(lin)
    tickAll(kernel, id, 'taker')
    expect(sign(kernel, id, 'taker').moved).toBe(true)
    expect(read(kernel, 'account', account)?.owner_id).toBe(zhou)
    expect(live(kernel, 'promise').map((row) => [row.what, row.member_id, row.due_on])).toEqual([
      ['5 日前到厂', zhou, '2026-12-05'],
      ['已送的样板', lin, null],
    ])
    expect(
      live(kernel, 'log_entry')
        .filter(({ next_step }) => next_step !== '')
        .map((row) => [row.next_step, row.next_by, row.next_on]),
    ).toEqual([
      ['送样', zhou, '2026-12-05'],
      ['回信', lin, '2026-10-25'],
    ])
    expect(read(kernel, 'coverage', derivedId(gao, zhou))).toMatchObject({ depth: 0, wanted: 2 })
    expect(read(kernel, 'coverage', derivedId(wu, zhou))).toMatchObject({ depth: 1, wanted: 3 })
    expect(read(kernel, 'coverage', derivedId(gao, lin))).toMatchObject({ depth: 2, deleted: 0 })
    expect(getHandover(kernel, id).state).toBe('moved')
    undo(kernel, command())
    expect(read(kernel, 'account', account)?.owner_id).toBe(lin)
    expect(live(kernel, 'promise')[0]?.member_id).toBe(lin)
    expect(getHandover(kernel, id).state).toBe('signing')
    redo(kernel, command())
    expect(read(kernel, 'account', account)?.owner_id).toBe(zhou)
  })

  it('can be given up before it moved, and not changed after', () => {
    const all = department()
    const { kernel } = all
    const gone = make(all)
    removeHandover(kernel, { commandId: command(), handoverId: gone })
    expect(listHandovers(kernel)).toEqual([])
    const id = make(all)
    for (const side of ['giver', 'taker'] as const) {
      tickAll(kernel, id, side)
      sign(kernel, id, side)
    }
    const moved = expect.objectContaining(refusal('HANDOVER_MOVED'))
    expect(() => removeHandover(kernel, { commandId: command(), handoverId: id })).toThrow(moved)
    expect(() => tickAll(kernel, id, 'giver')).toThrow(moved)
  })

  it('refuses oneself and accounts of others', () => {
    const all = department()
    const { kernel, lin, zhou, other } = all
    const input = { commandId: command(), fromId: lin, accountIds: [other], dueOn: null, note: '' }
    expect(() => makeHandover(kernel, { ...input, toId: lin })).toThrow(
      expect.objectContaining(refusal('HANDOVER_TO_SELF')),
    )
    expect(() => makeHandover(kernel, { ...input, toId: zhou })).toThrow(
      expect.objectContaining(refusal('NOT_OWNER', { name: '别人的' })),
    )
  })

  it('gives a pack with people, how to treat them, open items and the last twelve months; nothing sensitive', async () => {
    const all = department()
    const { kernel } = all
    const id = make(all)
    const [pack] = handoverPack(kernel, id)
    expect(pack?.people.map(({ name, knownBy }) => [name, knownBy.map((one) => one.name)])).toEqual([
      ['吴国梁', ['林晓舟', '周启明']],
      ['高卉', ['林晓舟']],
    ])
    expect(pack?.promises.map(({ what }) => what)).toEqual(['5 日前到厂'])
    expect(pack?.nextSteps.map(({ what, on }) => [what, on])).toEqual([['送样', '2026-12-05']])
    expect(pack?.history.map(({ text }) => text)).toEqual(['谈新线', '谈账期'])
    const talk = live(kernel, 'log_entry').find(({ text }) => text === '谈账期')
    const lifted = JSON.stringify({ family: { on: '2026-11-01', by: null, entry: talk?.id } })
    kernel.write({ commandId: command(), label: { command: 'editPeople', params: {} } }, (tx) => {
      tx.db
        .prepare('UPDATE person SET family = ?, sources = ? WHERE id = ?')
        .run('双胞胎上小学', lifted, all.wu)
      return {}
    })
    expect(handoverPack(kernel, id)[0]?.history.map(({ text }) => text)).toEqual(['谈新线', null])
    const context = { kernel, printPdf: null, logError: () => '' }
    const word = await packDocument(context, { handoverId: id, language: 'zh', format: 'docx' })
    expect(word.name).toBe('客户交接：林晓舟 至 周启明.docx')
    expect(word.size).toBeGreaterThan(5_000)
    await expect(
      packDocument(context, { handoverId: id, language: 'zh', format: 'pdf' }),
    ).rejects.toMatchObject(refusal('NO_PRINTER'))
  })
})

describe('if somebody leaves', () => {
  it('says what a colleague takes along and who would be the best to fill in', () => {
    const { kernel, lin, zhou } = department()
    expect(ifMemberLeaves(kernel, lin)).toMatchObject({
      name: '林晓舟',
      accounts: [{ name: '恒岳家居' }],
      lost: 1,
      openPromises: 1,
      openNextSteps: 1,
      successor: { id: zhou, shared: 1 },
    })
  })

  it('says which of our lines break with a person there', () => {
    const { kernel, wu, account, lin } = department()
    const leaving = ifPersonLeaves(kernel, { personId: wu, accountId: account })
    expect(leaving.contacts.map(({ name, others }) => [name, others.map((one) => one.name)])).toEqual([
      ['林晓舟', ['高卉']],
      ['周启明', []],
    ])
    expect(leaving.contacts[0]?.id).toBe(lin)
  })

  it('says both in short for an account', () => {
    const { kernel, account, lin } = department()
    expect(ifSomebodyLeaves(kernel, account)).toEqual({
      people: [
        expect.objectContaining({ name: '吴国梁', lines: 2, strong: 1 }),
        expect.objectContaining({ name: '高卉', lines: 1, strong: 0 }),
      ],
      owner: { id: lin, name: '林晓舟', contacts: 2, lost: 1, successor: '周启明' },
    })
  })
})

it('offers the accounts of a colleague with what is open there', () => {
  const { kernel, lin } = department()
  expect(ownedBy(kernel, lin)).toEqual([
    expect.objectContaining({ name: '恒岳家居', pinyin: 'hengyuejiaju hyjj', tier: null, openPromises: 1 }),
  ])
})
