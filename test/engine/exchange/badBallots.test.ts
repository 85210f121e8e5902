import { describe, expect, test } from 'vitest'
import { recuse } from '../../../db/evaluation/ballots/service/group.ts'
import { changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { addRound } from '../../../db/evaluation/service/rounds.ts'
import { ballotWorkbook } from '../../../db/exchange/service/ballotBook.ts'
import { readBallot, takeBallot } from '../../../db/exchange/service/takeBallot.ts'
import { command } from '../newKernel.ts'
import {
  type BallotRound,
  ballotRound,
  enter,
  filled,
  storedMarks,
  type Variation,
  worked,
} from './ballotRounds.ts'
import { fileOf, workbookParts, xlsxOf } from './makeXlsx.ts'
import { makeZip } from './makeZip.ts'
import { refusalOf } from './refusal.ts'

async function issued(variation: Variation = {}): Promise<{ round: BallotRound; blank: File }> {
  const round = ballotRound(variation)
  return { round, blank: await issue(round) }
}

const issue = ({ context, roundId, members }: BallotRound, name: keyof BallotRound['members'] = '钱进') =>
  ballotWorkbook(context, {
    ...{ commandId: command(), roundId, memberId: members[name], ticket: null, language: 'zh' },
  })

/** What the preview says; that taking is refused alike, even with every consent; and that nothing was written. */
async function refused(round: BallotRound, file: File): Promise<{ code: string; data: unknown }> {
  const { context, kernel, roundId } = round
  const newest = kernel.newestHlc()
  const told = await refusalOf(readBallot(context, { roundId, file }))
  const input = { commandId: command(), roundId, file, replace: true, abstain: true }
  expect(await refusalOf(takeBallot(context, input))).toEqual(told)
  expect(kernel.newestHlc()).toBe(newest)
  expect(storedMarks(round, round.members.钱进)).toEqual({})
  return told
}

const state = ({ kernel }: BallotRound, roundId: string, next: string): void => {
  kernel.write({ commandId: command(), label: { command: 'stepBack', params: {} } }, (tx) => {
    tx.db.prepare('UPDATE round SET state = ? WHERE id = ?').run(next, roundId)
    return {}
  })
}

describe('ballots of elsewhere', () => {
  test('one of another round is told with both names', async () => {
    const { round, blank } = await issued()
    const { context, kernel, sheetId } = round
    const { roundId } = addRound(kernel, {
      ...{ commandId: command(), name: '2027 上半年', sheetId, method: 'ballots' as const },
    })
    state(round, roundId, 'marking')
    expect(await refused({ ...round, context, roundId }, await filled(blank, { E6: 8 }))).toEqual({
      code: 'BALLOT_OF_OTHER_ROUND',
      data: { name: '2027 上半年', other: '2026 下半年盲评' },
    })
  })

  test('one for an earlier version of the sheet is told with both versions', async () => {
    const { round, blank } = await issued()
    const { kernel, roundId, sheetId, indicators } = round
    state(round, roundId, 'draft')
    const cell = { field: 'good' as const, before: '首选', after: '两家之一' }
    changeSheet(kernel, {
      ...{ commandId: command(), sheetId, add: [], remove: [], move: [] },
      cells: [{ indicatorId: indicators.信用, ...cell }],
    })
    state(round, roundId, 'marking')
    expect(await refused(round, await filled(blank, { E6: 8 }))).toMatchObject({
      code: 'BALLOT_OF_OTHER_VERSION',
      data: { name: '2026 下半年盲评', made: expect.stringMatching(/^\w{12}$/), now: expect.any(String) },
    })
  })

  test('an indicator deleted after marking began, and made anew alike, is another', async () => {
    const { round, blank } = await issued()
    const { kernel, roundId, sheetId, indicators } = round
    state(round, roundId, 'draft')
    const standards = { excellent: '独家', good: '首选', fair: '多家之一', poor: '偶尔', failing: '将离开' }
    changeSheet(kernel, {
      ...{ commandId: command(), sheetId, cells: [], move: [], remove: [indicators.信用] },
      add: [{ after: null, indicator: { code: 'X', name: '信用', weight: 3_500, standards } }],
    })
    state(round, roundId, 'marking')
    expect(await refused(round, await filled(blank, { E6: 8 }))).toMatchObject({
      code: 'BALLOT_OF_OTHER_VERSION',
    })
  })

  test('one that another data folder sent out, and workbooks that are no ballots', async () => {
    const { round } = await issued()
    const { blank: foreign } = await issued()
    expect(await refused(round, foreign)).toEqual({ code: 'BALLOT_UNKNOWN', data: { reason: 'notIssued' } })
    expect(
      await refused(
        round,
        xlsxOf([
          ['客户名称', '忠诚度'],
          ['甲', 8],
        ]),
      ),
    ).toEqual({
      code: 'BALLOT_UNKNOWN',
      data: { reason: 'notBallot' },
    })
    expect(await refused(round, fileOf('客户名称,忠诚度\n甲,8\n', '评分.csv'))).toMatchObject({
      data: { reason: 'notBallot' },
    })
  })

  test('files beyond the limits of all imports, and torn ones', async () => {
    const { round, blank } = await issued()
    const zeros = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64 * 1024 * 1024) }
    const bomb = fileOf(makeZip([...workbookParts([]), zeros]), '评分表.xlsx')
    expect(await refused(round, bomb)).toMatchObject({ code: 'FILE_UNREADABLE', data: { reason: 'zipBomb' } })
    const bytes = Buffer.from(await blank.arrayBuffer())
    const torn = fileOf(bytes.subarray(0, bytes.length / 2), '评分表.xlsx')
    expect(await refused(round, torn)).toMatchObject({ data: { reason: 'truncated' } })
  })
})

describe('what was changed beside marks and remarks is told with its cell', () => {
  const edit = (cell: string, was: string, is: string, reason = 'changed') => ({
    code: 'BALLOT_EDITED',
    data: { reason, worksheet: '评分表', cell, was, is },
  })

  test.each([
    ['a weight', 'E4', '60%', edit('E4', '40%', '60%')],
    ['an indicator’s name', 'F5', '信誉', edit('F5', '信用', '信誉')],
    [
      'the evaluator',
      'A2',
      '评价人：林晓舟',
      edit('A2', '评价人：钱进（组员） · 截止时间另行通知', '评价人：林晓舟'),
    ],
    ['an account’s name', 'B8', '甲乙', edit('B8', '甲', '甲乙')],
    ['a code that became a number', 'A8', 7, edit('A8', '007', '7')],
    ['a standing that was taken away', 'D7', null, edit('D7', '自己的客户', '', 'removed')],
    ['something beside the form', 'K7', '合计', edit('K7', '', '合计', 'added')],
    ['something below it', 'B11', '戊', edit('B11', '', '戊', 'added')],
  ])('%s', async (_, cell, value, expected) => {
    const { round, blank } = await issued()
    expect(await refused(round, await filled(blank, { E6: 8, [cell]: value }))).toEqual(expected)
  })

  test('rows that changed places, and rows and columns put in between', async () => {
    const { round, blank } = await issued()
    const swapped = await filled(blank, { A8: 'C2', B8: '乙 =SUM(1)', A9: '007', B9: '甲', E8: 10 })
    expect(await refused(round, swapped)).toEqual(edit('A8', '007', 'C2'))
    const row = await worked(blank, (form) => form.spliceRows(7, 0, []))
    expect(await refused(round, row)).toEqual(edit('A7', 'C4', '', 'removed'))
    const column = await worked(blank, (form) => form.spliceColumns(5, 0, []))
    expect(await refused(round, column)).toEqual(edit('E4', '40%', '', 'removed'))
  })

  test('a standard, and a worksheet that is no longer there', async () => {
    const { round, blank } = await issued()
    const worse = await worked(blank, (_, workbook) => {
      const standards = workbook.getWorksheet('评分标准')
      if (standards) standards.getCell('C2').value = '随便'
    })
    expect(await refused(round, worse)).toEqual({
      code: 'BALLOT_EDITED',
      data: { reason: 'changed', worksheet: '评分标准', cell: 'C2', was: '独家', is: '随便' },
    })
    const renamed = await worked(blank, (form) => {
      form.name = '我的评分'
    })
    expect(await refused(round, renamed)).toMatchObject({
      data: { reason: 'worksheet', worksheet: '评分表' },
    })
  })

  test('a cell that is closed to its evaluator', async () => {
    const { round, blank } = await issued({ competence: ['信用'] })
    expect(await refused(round, await filled(blank, { E6: 8 }))).toEqual(edit('E6', '—', '8', 'closed'))
  })
})

describe('the hidden worksheet is vouched for by what is kept here', () => {
  const hidden = {
    code: 'BALLOT_EDITED',
    data: { reason: 'hidden', worksheet: '_yushui', cell: 'A1', was: '', is: '' },
  }
  const tampered = (file: File, cells: Readonly<Record<string, string>>) =>
    worked(file, (_, workbook) => {
      const mirror = workbook.getWorksheet('_yushui')
      for (const [name, value] of Object.entries(cells)) if (mirror) mirror.getCell(name).value = value
    })

  test('a name changed in both places at once', async () => {
    const { round, blank } = await issued()
    const file = await tampered(await filled(blank, { B8: '甲乙' }), { E11: '甲乙' })
    expect(await refused(round, file)).toEqual(hidden)
  })

  test('ids of two accounts or two indicators that changed places', async () => {
    const { round, blank } = await issued()
    const mirrorOf = async (name: string): Promise<string> => {
      let text = ''
      await worked(blank, (_, workbook) => {
        text = workbook.getWorksheet('_yushui')?.getCell(name).text ?? ''
      })
      return text
    }
    const [a, b, c, d] = await Promise.all(['B9', 'B10', 'B2', 'B3'].map(mirrorOf))
    expect([a, b].map((id) => Object.values<string>(round.accounts).includes(id ?? ''))).toEqual([true, true])
    expect(await refused(round, await tampered(blank, { B9: b ?? '', B10: a ?? '' }))).toEqual(hidden)
    expect([c, d]).toEqual(Object.values(round.indicators))
    expect(await refused(round, await tampered(blank, { B2: d ?? '', B3: c ?? '' }))).toEqual(hidden)
  })

  test('another evaluator’s, another round’s or another paper’s id', async () => {
    const { round, blank } = await issued()
    const other = await issue(round, '林晓舟')
    let paperId = ''
    await worked(other, (_, workbook) => {
      paperId = workbook.getWorksheet('_yushui')?.getCell('B1').text ?? ''
    })
    expect(await refused(round, await tampered(blank, { D1: round.members.林晓舟 }))).toEqual(hidden)
    expect(await refused(round, await tampered(blank, { B1: paperId }))).toEqual(hidden)
    expect(await refused(round, await tampered(blank, { C1: round.sheetId }))).toEqual(hidden)
    expect(await refused(round, await tampered(blank, { E1: '000000000000' }))).toEqual(hidden)
  })

  test('doors opened there, and a worksheet of nonsense', async () => {
    const { round, blank } = await issued({ competence: ['信用'] })
    expect(await refused(round, await tampered(blank, { C2: 'open' }))).toEqual(hidden)
    expect(await refused(round, await tampered(blank, { A5: 'nonsense' }))).toEqual(hidden)
    expect(await refused(round, await tampered(blank, { A1: 'nothing' }))).toMatchObject({
      data: { reason: 'notBallot' },
    })
  })
})

describe('marks that are none', () => {
  const faults = (cells: readonly (readonly [string, string, Record<string, string | number>])[]) => ({
    code: 'CELLS_FAULTY',
    data: {
      fileName: '2026 下半年盲评-评分表-钱进.xlsx',
      faults: cells.map(([cell, code, params]) => ({ worksheet: '评分表', cell, problem: { code, params } })),
      more: 0,
    },
  })

  test('all of them are listed', async () => {
    const { round, blank } = await issued()
    const file = await filled(blank, { E6: 7, F7: '很好', E8: 8, F9: 11, H9: '长'.repeat(2_001) })
    expect(await refused(round, file)).toEqual(
      faults([
        ['E6', 'notMark', { text: '7' }],
        ['F7', 'notMark', { text: '很好' }],
        ['F9', 'notMark', { text: '11' }],
        ['H9', 'textTooLong', { length: 2_001, max: 2_000 }],
      ]),
    )
  })

  test('a formula is none, whatever it gives', async () => {
    const { round, blank } = await issued()
    const file = await worked(blank, (form) => {
      form.getCell('E6').value = { formula: '2+8', result: 10 }
      form.getCell('F7').value = { formula: 'NA()', result: { error: '#N/A' } }
      form.getCell('F8').value = { formula: '2*4' }
    })
    expect(await refused(round, file)).toEqual(
      faults([
        ['E6', 'markFormula', { text: '10' }],
        ['F7', 'errorCell', { text: '#N/A' }],
        ['F8', 'formulaNoValue', { text: '=2*4' }],
      ]),
    )
  })

  test('nor is one on an account that the evaluator was excused from since', async () => {
    const { round, blank } = await issued()
    const { kernel, roundId, members, accounts } = round
    const ticket = enter(round, '顾长风')
    const excused = { memberId: members.钱进, accountIds: [accounts.甲], reason: '亲属' }
    recuse(kernel, { commandId: command(), roundId, ticket, ...excused })
    expect(await refused(round, await filled(blank, { E6: 8, F8: 4 }))).toEqual(
      faults([['F8', 'cellClosed', { evaluator: '钱进' }]]),
    )
  })
})

describe('a block that was pasted beside its place', () => {
  test('3,000 marks one column off are refused with the reason, and nothing is written', async () => {
    const { round, blank } = await issued({ more: 1_496 })
    const rows = Array.from({ length: 1_500 }, (_, at) => at + 6)
    const file = await worked(blank, (form) => {
      for (const row of rows) {
        form.getCell(row, 6).value = 8
        form.getCell(row, 7).value = 6
      }
    })
    expect(await refused(round, file)).toEqual({
      code: 'BALLOT_SHIFTED',
      data: { reason: 'right', worksheet: '评分表', cell: 'G6', cells: 1_500 },
    })
  })

  test.each([
    ['two columns right', { G6: 8, G7: 6, H6: 4, H7: 2 }, 'right', 'G6', 4],
    ['beyond the remarks', { H6: 4, I6: 8 }, 'right', 'H6', 2],
    ['over a remark that was there', { F6: 4, G6: 8, G7: '两次逾期' }, 'right', 'G6', 1],
    ['one column left', { D6: 8, E6: 6, D7: 4, E7: 4 }, 'left', 'D6', 2],
    ['one row down', { E7: 8, F7: 6, E10: 4, F10: 4 }, 'down', 'E10', 2],
  ])('%s', async (_, cells, reason, cell, count) => {
    const { round, blank } = await issued()
    expect(await refused(round, await filled(blank, cells))).toEqual({
      code: 'BALLOT_SHIFTED',
      data: { reason, worksheet: '评分表', cell, cells: count },
    })
  })
})
