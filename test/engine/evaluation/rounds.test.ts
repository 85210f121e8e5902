import { describe, expect, it } from 'vitest'
import { addMember, listMembers } from '../../../db/department/service/members.ts'
import { addSheet, changeSheet, removeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { placeException, removeException } from '../../../db/evaluation/service/exceptions.ts'
import { markCells, noteMark } from '../../../db/evaluation/service/marking.ts'
import {
  listPublications,
  publishRound,
  readPublication,
  reopenRound,
} from '../../../db/evaluation/service/publishing.ts'
import {
  addRound,
  applyWhatIf,
  listRounds,
  openRound,
  removeRound,
} from '../../../db/evaluation/service/rounds.ts'
import { getSheet, listSheets } from '../../../db/evaluation/service/sheets.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { AccountId, IndicatorId, RoundId } from '../../../db/kernel/ids.ts'
import { AccountId as AccountIdSchema, FigureId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

/** A round of three accounts on a sheet of 60% + 40%, both judged. */
function smallRound(kernel: Kernel): { roundId: RoundId; accounts: AccountId[]; indicators: IndicatorId[] } {
  const accounts = kernel.write(
    { commandId: command(), label: { command: 'addAccounts', params: {} } },
    (tx) => ({
      ids: ['恒岳家居', '南浔木业', '佛山美颂'].map((name) => {
        const id = AccountIdSchema.parse(tx.newId())
        tx.db.prepare('INSERT INTO account (id, name) VALUES (?, ?)').run(id, name)
        return id
      }),
    }),
  ).ids
  const { sheetId } = addSheet(kernel, {
    commandId: command(),
    name: '考评表',
    from: { kind: 'template', template: 'blank', language: 'zh' },
  })
  const { added } = changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    add: [
      { after: null, indicator: { name: '忠诚度', weight: 6_000 } },
      { after: null, indicator: { name: '信用', weight: 4_000 } },
    ],
    remove: [],
    move: [],
  })
  const { roundId } = addRound(kernel, { commandId: command(), name: '2026 下半年', sheetId })
  return { roundId, accounts, indicators: added }
}

/** Marks a block as the grid does; accounts come in the grid's order. */
const mark = (
  kernel: Kernel,
  roundId: RoundId,
  accountIds: AccountId[],
  indicatorIds: IndicatorId[],
  marks: string,
  expected = marks.replace(/./g, '-'),
) =>
  markCells(kernel, {
    commandId: command(),
    roundId,
    accountIds,
    indicatorIds,
    expected,
    marks,
    gesture: 'paste',
  })

const namesAndMarks = (kernel: Kernel, roundId: RoundId) => {
  const { accounts, marks, sheet } = openRound(kernel, roundId)
  const width = sheet.indicators.length
  return Object.fromEntries(
    accounts.names.map((name, row) => [name, marks.slice(row * width, (row + 1) * width)]),
  )
}

describe('marking', () => {
  it('keeps a block of marks, leaves dots alone, and undoes it as one', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    mark(kernel, roundId, accounts, indicators, 'X8642-')
    mark(kernel, roundId, accounts.slice(0, 2), indicators, '.2-.', 'X864')
    expect(namesAndMarks(kernel, roundId)).toEqual({ 恒岳家居: 'X2', 南浔木业: '-4', 佛山美颂: '2-' })
    undo(kernel, command())
    expect(namesAndMarks(kernel, roundId)).toEqual({ 恒岳家居: 'X8', 南浔木业: '64', 佛山美颂: '2-' })
  })

  it('refuses a cell that another window changed, names it, and writes nothing of the block', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    mark(kernel, roundId, accounts.slice(0, 1), indicators.slice(0, 1), '6')
    expect(() => mark(kernel, roundId, accounts, indicators, 'X8X8X8')).toThrow(
      expect.objectContaining(
        refusal('CELLS_CHANGED', { cells: 1, name: '恒岳家居 · 忠诚度', current: '6' }),
      ),
    )
    expect(namesAndMarks(kernel, roundId)).toEqual({ 恒岳家居: '6-', 南浔木业: '--', 佛山美颂: '--' })
  })

  it('takes the same mark from two windows as agreed', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    mark(kernel, roundId, accounts.slice(0, 1), indicators.slice(0, 1), '6')
    expect(mark(kernel, roundId, accounts.slice(0, 1), indicators.slice(0, 1), '6').txnId).toBeNull()
  })

  it('answers a repeated command as before instead of applying it again', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    const input = {
      commandId: command(),
      roundId,
      accountIds: accounts.slice(0, 1),
      indicatorIds: indicators.slice(0, 1),
      expected: '-',
      marks: '8',
      gesture: 'edit' as const,
    }
    const first = markCells(kernel, input)
    mark(kernel, roundId, accounts.slice(0, 1), indicators.slice(0, 1), '4', '8')
    expect(markCells(kernel, input)).toEqual(first)
    expect(namesAndMarks(kernel, roundId).恒岳家居).toBe('4-')
  })

  it('refuses strips of the wrong size, unknown accounts and band-marked indicators', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    const stranger = AccountIdSchema.parse('01a2033c-2086-73ed-b0f7-7267f703a465')
    expect(() => mark(kernel, roundId, accounts, indicators, 'X8')).toThrow(
      expect.objectContaining(refusal('STRIP_MISFIT')),
    )
    expect(() => mark(kernel, roundId, [stranger], indicators, 'X8')).toThrow(
      expect.objectContaining(refusal('ACCOUNT_NOT_FOUND')),
    )
    const { sheet } = openRound(kernel, roundId)
    const [first] = indicators
    changeSheet(kernel, {
      commandId: command(),
      sheetId: sheet.id,
      cells: first ? [{ indicatorId: first, field: 'excellent', before: '', after: '>=10' }] : [],
      add: [],
      remove: [],
      move: [],
    })
    expect(() => mark(kernel, roundId, accounts.slice(0, 1), indicators, 'X8')).toThrow(
      expect.objectContaining(refusal('INDICATOR_BANDED', { indicator: '忠诚度' })),
    )
    mark(kernel, roundId, accounts.slice(0, 1), indicators, '.8')
    expect(namesAndMarks(kernel, roundId).恒岳家居).toBe('-8')
  })

  it('keeps a note on a mark, and takes it away with empty text', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    const [accountId] = accounts
    const [indicatorId] = indicators
    if (!accountId || !indicatorId) throw new Error('no cell')
    noteMark(kernel, { commandId: command(), roundId, accountId, indicatorId, text: ' 采购总监离职 ' })
    expect(openRound(kernel, roundId).notes).toEqual([{ accountId, indicatorId, text: '采购总监离职' }])
    noteMark(kernel, { commandId: command(), roundId, accountId, indicatorId, text: '' })
    expect(openRound(kernel, roundId).notes).toEqual([])
    undo(kernel, command())
    expect(openRound(kernel, roundId).notes).toHaveLength(1)
  })
})

describe('publishing', () => {
  it('locks the round and keeps what was graded, whatever changes afterwards', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    mark(kernel, roundId, accounts, indicators, 'XX8888')
    const [, , third] = accounts
    if (!third) throw new Error('no account')
    placeException(kernel, {
      commandId: command(),
      roundId,
      accountId: third,
      tier: 'key',
      reason: '标杆',
      approver: '顾长风',
    })
    const { publicationId } = publishRound(kernel, { commandId: command(), roundId, note: '年度' })
    const before = readPublication(kernel, publicationId)
    expect(before.results.map(({ name, score, standing, rank }) => [name, score, standing, rank])).toEqual([
      ['恒岳家居', 1_000, 'key', 1],
      ['佛山美颂', 800, 'key', 2],
      ['南浔木业', 800, 'key', 2],
    ])
    expect(before.results[1]?.exception).toEqual({
      tier: 'key',
      reason: '标杆',
      approver: '顾长风',
      expires: null,
    })

    expect(() => mark(kernel, roundId, accounts, indicators, '222222', 'XX8888')).toThrow(
      expect.objectContaining(refusal('ROUND_LOCKED', { name: '2026 下半年' })),
    )
    const { sheet } = openRound(kernel, roundId)
    changeSheet(kernel, {
      commandId: command(),
      sheetId: sheet.id,
      cells: [],
      add: [],
      remove: [indicators[0]].filter((id) => id !== undefined),
      move: [],
    })
    kernel.write({ commandId: command(), label: { command: 'editAccounts', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE account SET name = ?, deleted = 1').run('改名')
      return {}
    })
    expect(readPublication(kernel, publicationId)).toEqual(before)
  })

  it('leaves to undo what has nothing to do with grading', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    const { memberId } = addMember(kernel, { commandId: command(), name: '方佩', role: '' })
    mark(kernel, roundId, accounts, indicators, 'XX8888')
    const { marks } = openRound(kernel, roundId)
    publishRound(kernel, { commandId: command(), roundId, note: '' })
    expect(undo(kernel, command()).label).toEqual({ command: 'addMember', params: { name: '方佩' } })
    expect(listMembers(kernel).map(({ id }) => id)).not.toContain(memberId)
    expect(openRound(kernel, roundId).marks).toBe(marks)
  })

  it('can not be undone, nor can the marks before it', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    mark(kernel, roundId, accounts, indicators, 'XX8888')
    publishRound(kernel, { commandId: command(), roundId, note: '' })
    expect(undo(kernel, command()).label.command).toBe('addAccounts')
    expect(() => undo(kernel, command())).toThrow(expect.objectContaining(refusal('NOTHING_TO_UNDO')))
    expect(listPublications(kernel, roundId)).toHaveLength(1)
  })

  it('is refused while weights do not add to 100% or nothing is graded', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    expect(() => publishRound(kernel, { commandId: command(), roundId, note: '' })).toThrow(
      expect.objectContaining(refusal('NOTHING_GRADED')),
    )
    mark(kernel, roundId, accounts, indicators, 'XX8888')
    const { sheet } = openRound(kernel, roundId)
    const [first] = indicators
    if (!first) throw new Error('no indicator')
    const weight = (before: string, after: string) =>
      changeSheet(kernel, {
        commandId: command(),
        sheetId: sheet.id,
        cells: [{ indicatorId: first, field: 'weight', before, after }],
        add: [],
        remove: [],
        move: [],
      })
    weight('6000', '5500')
    expect(() => publishRound(kernel, { commandId: command(), roundId, note: '' })).toThrow(
      expect.objectContaining(refusal('SHEET_FAULTY', { faults: 1, weightSum: 9_500 })),
    )
    expect(() => weight('6000', '6000')).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED', { cells: 1, name: '忠诚度', current: '5500' })),
    )
    weight('5500', '6000')
    expect(publishRound(kernel, { commandId: command(), roundId, note: '' }).publicationId).toBeDefined()
  })

  it('reopens with a reason and publishes the next revision; both stay readable', () => {
    const kernel = newKernel()
    const { roundId, accounts, indicators } = smallRound(kernel)
    mark(kernel, roundId, accounts, indicators, 'XX8888')
    expect(() => reopenRound(kernel, { commandId: command(), roundId, reason: '?' })).toThrow(
      expect.objectContaining(refusal('ROUND_NOT_PUBLISHED')),
    )
    const first = publishRound(kernel, { commandId: command(), roundId, note: '' })
    reopenRound(kernel, { commandId: command(), roundId, reason: '南浔漏评' })
    mark(kernel, roundId, accounts.slice(1, 2), indicators, '44', '88')
    expect(() => removeRound(kernel, { commandId: command(), roundId })).toThrow(
      expect.objectContaining(refusal('ROUND_LOCKED')),
    )
    publishRound(kernel, { commandId: command(), roundId, note: '修订' })
    expect(
      listPublications(kernel, roundId).map(({ revision, reopened, counts }) => [
        revision,
        reopened?.reason,
        counts.key,
        counts.ordinary,
      ]),
    ).toEqual([
      [2, undefined, 2, 1],
      [1, '南浔漏评', 3, 0],
    ])
    expect(readPublication(kernel, first.publicationId).results.map((row) => row.score)).toEqual([
      1_000, 800, 800,
    ])
    expect(listRounds(kernel)).toMatchObject([{ state: 'published', revision: 2, markedCells: 6, cells: 6 }])
  })
})

describe('what-if', () => {
  it('applies borders and weights as one undoable command', () => {
    const kernel = newKernel()
    const { roundId, indicators } = smallRound(kernel)
    const [first, second] = indicators
    if (!first || !second) throw new Error('no indicators')
    const before = openRound(kernel, roundId)
    applyWhatIf(kernel, {
      commandId: command(),
      roundId,
      borders: { key: 850, main: 600, ordinary: 400 },
      weights: [
        { indicatorId: first, weight: 5_001 },
        { indicatorId: second, weight: 4_999 },
      ],
    })
    expect(openRound(kernel, roundId)).toMatchObject({
      borders: { key: 850 },
      sheet: { indicators: [{ weight: 5_001 }, { weight: 4_999 }] },
    })
    undo(kernel, command())
    expect(openRound(kernel, roundId)).toEqual(before)
  })

  it('refuses borders out of order and weights that do not add up', () => {
    const kernel = newKernel()
    const { roundId, indicators } = smallRound(kernel)
    const [first] = indicators
    if (!first) throw new Error('no indicator')
    expect(() =>
      applyWhatIf(kernel, { commandId: command(), roundId, borders: { key: 500, main: 600, ordinary: 400 } }),
    ).toThrow(expect.objectContaining(refusal('BORDERS_OUT_OF_ORDER')))
    expect(() =>
      applyWhatIf(kernel, { commandId: command(), roundId, weights: [{ indicatorId: first, weight: 1 }] }),
    ).toThrow(expect.objectContaining(refusal('WEIGHTS_NOT_FULL', { sum: 4_001 })))
  })
})

describe('exceptions (A7)', () => {
  it('are placed, changed, taken back and brought back by undo', () => {
    const kernel = newKernel()
    const { roundId, accounts } = smallRound(kernel)
    const [accountId] = accounts
    if (!accountId) throw new Error('no account')
    const place = (tier: 'key' | 'main') =>
      placeException(kernel, {
        commandId: command(),
        roundId,
        accountId,
        tier,
        reason: '战略',
        approver: '顾长风',
      })
    place('main')
    place('key')
    const [exception] = openRound(kernel, roundId).exceptions
    expect(exception).toMatchObject({ accountId, tier: 'key', reason: '战略', approver: '顾长风' })
    if (!exception) return
    removeException(kernel, { commandId: command(), roundId, exceptionId: exception.id })
    expect(openRound(kernel, roundId).exceptions).toEqual([])
    undo(kernel, command())
    expect(openRound(kernel, roundId).exceptions).toHaveLength(1)
  })
})

describe('sheets', () => {
  it('start from a template with figures matched by name, and copy', () => {
    const kernel = newKernel()
    const figureId = FigureId.parse('01a2033c-2086-73ed-b0f7-7267f703a465')
    kernel.write({ commandId: command(), label: { command: 'addFigure', params: {} } }, (tx) => {
      tx.db
        .prepare(`INSERT INTO figure (id, name, unit, order_key) VALUES (?, '年交易额', 'money', 'i')`)
        .run(figureId)
      return {}
    })
    const { sheetId } = addSheet(kernel, {
      commandId: command(),
      name: '七项',
      from: { kind: 'template', template: 'seven', language: 'zh' },
    })
    const sheet = getSheet(kernel, sheetId)
    expect(sheet.indicators.map(({ name, figureId: figure }) => [name, figure === figureId])).toEqual([
      ['合作年限', false],
      ['年交易额', true],
      ['经营理念', false],
      ['忠诚度', false],
      ['资金实力与信用', false],
      ['企业规模与管理', false],
      ['下游客户满意度', false],
    ])
    const copy = addSheet(kernel, { commandId: command(), name: '副本', from: { kind: 'copy', sheetId } })
    const bare = ({ indicators }: typeof sheet) => indicators.map(({ id: _, ...rest }) => rest)
    expect(bare(getSheet(kernel, copy.sheetId))).toEqual(bare(sheet))
    expect(listSheets(kernel).map(({ name, weightSum, faults }) => [name, weightSum, faults])).toEqual([
      ['副本', 10_000, 1],
      ['七项', 10_000, 1],
    ])
  })

  it('add, remove and move indicators as one command', () => {
    const kernel = newKernel()
    const { roundId, indicators } = smallRound(kernel)
    const sheetId = openRound(kernel, roundId).sheet.id
    const [first, second] = indicators
    if (!first || !second) throw new Error('no indicators')
    changeSheet(kernel, {
      commandId: command(),
      sheetId,
      cells: [{ indicatorId: second, field: 'name', before: '信用', after: '资金信用' }],
      add: [{ after: first, indicator: { name: '规模', weight: 0 } }],
      remove: [],
      move: [{ indicatorId: second, after: null }],
    })
    expect(getSheet(kernel, sheetId).indicators.map((indicator) => indicator.name)).toEqual([
      '资金信用',
      '忠诚度',
      '规模',
    ])
    undo(kernel, command())
    expect(getSheet(kernel, sheetId).indicators.map((indicator) => indicator.name)).toEqual([
      '忠诚度',
      '信用',
    ])
  })

  it('are not removed from under a round', () => {
    const kernel = newKernel()
    const { roundId } = smallRound(kernel)
    const sheetId = openRound(kernel, roundId).sheet.id
    expect(() => removeSheet(kernel, { commandId: command(), sheetId })).toThrow(
      expect.objectContaining(refusal('SHEET_IN_USE', { round: '2026 下半年' })),
    )
  })
})
