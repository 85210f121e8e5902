import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../db/accounts/rules/days.ts'
import { editAccounts } from '../../../db/accounts/service/edit.ts'
import { listFigures } from '../../../db/accounts/service/figures.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts, removeAccounts } from '../../../db/accounts/service/write.ts'
import { addMember, listMembers } from '../../../db/department/service/members.ts'
import { loadSample, removeSample } from '../../../db/department/service/sample.ts'
import { departmentStatus } from '../../../db/department/service/start.ts'
import { changeSettings, readSettings } from '../../../db/department/settings.ts'
import { gradeRound } from '../../../db/evaluation/service/gradedRound.ts'
import { publishRound } from '../../../db/evaluation/service/publishing.ts'
import { readRound } from '../../../db/evaluation/service/roundData.ts'
import { addRound, listRounds, openRound } from '../../../db/evaluation/service/rounds.ts'
import { getSheet, listSheets } from '../../../db/evaluation/service/sheets.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, newSampleKernel } from '../newKernel.ts'

const load = (kernel: Kernel) => loadSample(kernel, { commandId: command() })
const remove = (kernel: Kernel) => removeSample(kernel, { commandId: command() })

/** Everything of a department that a person sees, by name. */
const seen = (kernel: Kernel) => ({
  accounts: listAccounts(kernel).rows.map((row) => row.name),
  figures: listFigures(kernel.db).map((figure) => figure.name),
  members: listMembers(kernel).map((member) => member.name),
  sheets: listSheets(kernel).map((sheet) => sheet.name),
  rounds: listRounds(kernel).map((round) => round.name),
})
const nothing = { accounts: [], figures: [], members: [], sheets: [], rounds: [] }

function theRound(kernel: Kernel) {
  const [round] = listRounds(kernel)
  if (!round) throw new Error('no round')
  return round
}

function graded(kernel: Kernel) {
  const { results } = gradeRound(readRound(kernel.db, theRound(kernel).id), dayOf(kernel.now()))
  return new Map(results.map((row) => [row.name, row]))
}

describe('the sample', () => {
  it('has the marks of sample-accounts.csv, those from bands earned by its figures', () => {
    const kernel = newSampleKernel()
    const results = graded(kernel)
    const rows: string[][] = parse(
      readFileSync(join(import.meta.dirname, '../../fixtures/sample-accounts.csv')),
      {
        bom: true,
        from_line: 2,
      },
    )
    expect(rows).toHaveLength(48)
    expect(new Set(results.keys())).toEqual(new Set(rows.map(([name]) => name)))
    expect(results.size).toBe(48)
    for (const [name = '', owner, ...numbers] of rows) {
      const marks = numbers.slice(6).map((mark) => (mark === '' ? null : Number(mark)))
      expect(results.get(name), name).toMatchObject({ owner, marks })
    }
  })

  it('has the figures of sample-accounts.csv', () => {
    const kernel = newSampleKernel()
    const { figures, rows } = listAccounts(kernel)
    expect(figures.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      '合作年限 years',
      '年交易额 money',
      '年利润贡献 money',
      '逾期天数 days',
      '同比增长 percent',
      '客户份额 percent',
    ])
    const nanxun = rows.find((row) => row.name === '南浔木业')
    expect(nanxun?.figures).toEqual([11_000, 43_800_000_00, 6_110_000_00, 6_000, -18_000, 48_000])
    expect(nanxun).toMatchObject({ code: 'KH-003', region: '浙江湖州', kind: 'production' })
  })

  it('scores and ranks as in the pictures', () => {
    const kernel = newSampleKernel()
    const results = graded(kernel)
    const place = (name: string) => {
      const { score, standing, rank } = results.get(name) ?? {}
      return [score, standing, rank]
    }
    expect(place('恒岳家居集团')).toEqual([930, 'key', 1])
    expect(place('佛山美颂家具')).toEqual([926, 'key', 2])
    expect(place('苏州新垲整木')).toEqual([914, 'key', 3])
    expect(place('青岛海润船舶涂装')).toEqual([908, 'key', 4])
    expect(place('川渝宏泰建材')).toEqual([820, 'key', 5])
    expect(place('临沂鲁南板材')).toEqual([820, 'key', 5])
    expect(place('南浔木业')).toEqual([812, 'key', 7])
    expect(results.get('厦门鹭岛家居')?.score).toBe(690)
    expect(results.get('沈阳北辰幕墙')?.score).toBe(652)
    expect(results.get('常州武进地板')?.score).toBe(504)
    const shape: Record<string, number> = {}
    for (const { blanks, standing } of results.values())
      if (blanks === 0) shape[standing] = (shape[standing] ?? 0) + 1
    expect(shape).toEqual({ key: 7, main: 7, ordinary: 11, small: 15 })
  })

  it('has a sheet that can grade, and a round for the second half of the year with evidence on marks', () => {
    const kernel = newSampleKernel(() => new Date(2027, 2, 1).getTime())
    const [sheet] = listSheets(kernel)
    expect(sheet).toMatchObject({ indicators: 9, weightSum: 10_000, faults: 0 })
    const round = theRound(kernel)
    expect(round).toMatchObject({ name: '2027 下半年评级', state: 'marking', cells: 240, markedCells: 226 })
    const { notes, accounts, sheet: used } = openRound(kernel, round.id)
    const noted = notes.map((note) => [
      accounts.names[accounts.ids.indexOf(note.accountId)],
      used.indicators.find((indicator) => indicator.id === note.indicatorId)?.name,
    ])
    expect(noted).toContainEqual(['南浔木业', '忠诚度'])
  })

  it('has its members, and its department head becomes this laptop’s user unless there is one', () => {
    const kernel = newSampleKernel()
    const members = listMembers(kernel)
    expect(members).toHaveLength(13)
    expect(members.find((member) => member.id === readSettings(kernel.db).me)?.name).toBe('沈知远')
    expect(members.reduce((sum, member) => sum + member.accounts, 0)).toBe(48)
  })
})

describe('loading', () => {
  it('is where undo stops, so that one Ctrl+Z too many doesn’t empty the department', () => {
    const kernel = newSampleKernel()
    const loaded = seen(kernel)
    addMember(kernel, { commandId: command(), name: '王五', role: '' })
    expect(undo(kernel, command()).label.command).toBe('addMember')
    expect(() => undo(kernel, command())).toThrow('NOTHING_TO_UNDO')
    expect(seen(kernel)).toEqual(loaded)
    expect(departmentStatus(kernel)).toEqual({
      empty: false,
      started: true,
      sampleLoaded: true,
      sampleKept: null,
      accounts: 48,
      rounds: 5,
    })
  })

  it('is refused while the sample is there, and possible again after it was removed', () => {
    const kernel = newSampleKernel()
    expect(() => load(kernel)).toThrow('SAMPLE_ALREADY_LOADED')
    remove(kernel)
    load(kernel)
    expect(seen(kernel).accounts).toHaveLength(48)
    remove(kernel)
    expect(seen(kernel)).toEqual(nothing)
  })
})

describe('removing', () => {
  it('takes all of it, edited or published, and undo brings it back as it was', () => {
    const kernel = newSampleKernel()
    const [first] = listAccounts(kernel).rows
    if (!first) throw new Error('no account')
    editAccounts(kernel, {
      commandId: command(),
      fields: [{ accountId: first.id, field: 'name', before: first.name, after: '改名' }],
      figures: [],
    })
    publishRound(kernel, { commandId: command(), roundId: theRound(kernel).id, note: '' })
    const published = listAccounts(kernel)
    expect(published.rows.find((row) => row.name === '恒岳家居集团')).toMatchObject({
      tier: 'key',
      score: 930,
    })
    remove(kernel)
    expect(seen(kernel)).toEqual(nothing)
    undo(kernel, command())
    expect(listAccounts(kernel)).toEqual(published)
  })

  it('gives its user back when it is undone, and gives way to a new one when the sample is loaded again', () => {
    const kernel = newSampleKernel()
    const user = () => listMembers(kernel).find(({ id }) => id === readSettings(kernel.db).me)?.name
    remove(kernel)
    expect(user()).toBeUndefined()
    undo(kernel, command())
    expect(user()).toBe('沈知远')
    redo(kernel, command())
    load(kernel)
    expect(user()).toBe('沈知远')
  })

  it('leaves what the user made and what that stands on', () => {
    const kernel = newSampleKernel()
    const owner = listMembers(kernel).find((member) => member.name === '方佩')
    const volume = listFigures(kernel.db).find((figure) => figure.name === '客户份额')
    const [sheet] = listSheets(kernel)
    if (!owner || !volume || !sheet) throw new Error('sample incomplete')
    const { accountIds } = addAccounts(kernel, {
      commandId: command(),
      accounts: [{ name: '自建客户', ownerId: owner.id }],
    })
    const figures = accountIds.map((accountId) => ({
      accountId,
      figureId: volume.id,
      before: null,
      after: 5,
    }))
    editAccounts(kernel, { commandId: command(), fields: [], figures })
    addRound(kernel, { commandId: command(), name: '自建评级', sheetId: sheet.id })
    remove(kernel)
    expect(seen(kernel)).toEqual({
      accounts: ['自建客户'],
      // read by the sheet's bands, or filled in by the user
      figures: ['合作年限', '年交易额', '年利润贡献', '逾期天数', '客户份额'],
      members: ['方佩'],
      sheets: ['大客户分级考评表'],
      rounds: ['自建评级'],
    })
    expect(getSheet(kernel, sheet.id).indicators).toHaveLength(9)
    expect(departmentStatus(kernel).sampleLoaded).toBe(false)
  })

  it('keeps the user that was chosen before', () => {
    const kernel = newKernel()
    const { memberId } = addMember(kernel, { commandId: command(), name: '王五', role: '' })
    changeSettings(kernel, { me: memberId })
    load(kernel)
    expect(readSettings(kernel.db).me).toBe(memberId)
    remove(kernel)
    expect(readSettings(kernel.db).me).toBe(memberId)
    expect(seen(kernel)).toEqual({ ...nothing, members: ['王五'] })
  })

  it('is refused when there is no sample', () => {
    const kernel = newKernel()
    expect(() => remove(kernel)).toThrow('SAMPLE_NOT_LOADED')
    load(kernel)
    remove(kernel)
    expect(() => remove(kernel)).toThrow('SAMPLE_NOT_LOADED')
  })

  it('still works after the user removed some of it by hand', () => {
    const kernel = newSampleKernel()
    const accountIds = listAccounts(kernel).rows.map((row) => row.id)
    removeAccounts(kernel, { commandId: command(), accountIds })
    remove(kernel)
    expect(seen(kernel)).toEqual(nothing)
  })
})
