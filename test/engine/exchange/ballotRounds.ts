import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { insertFigure } from '../../../db/accounts/service/bulk.ts'
import type { EngineContext } from '../../../db/context.ts'
import { insertMember } from '../../../db/department/service/insertMember.ts'
import { seatEvaluators } from '../../../db/evaluation/ballots/service/group.ts'
import { enterBallot } from '../../../db/evaluation/ballots/service/presence.ts'
import { takeStep } from '../../../db/evaluation/ballots/service/steps.ts'
import { insertSheet } from '../../../db/evaluation/service/editSheet.ts'
import { readMarks } from '../../../db/evaluation/service/roundData.ts'
import { addRound } from '../../../db/evaluation/service/rounds.ts'
import { indicatorsOf } from '../../../db/evaluation/service/sheets.ts'
import {
  AccountId,
  type IndicatorId,
  type MemberId,
  type RoundId,
  type SheetId,
} from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

/** A round by ballots that is being marked: four accounts, two judged indicators and a banded one, three evaluators. */
export interface BallotRound {
  readonly context: EngineContext
  readonly kernel: Kernel
  readonly roundId: RoundId
  readonly sheetId: SheetId
  readonly accounts: Readonly<Record<'甲' | '乙' | '丙' | '丁', AccountId>>
  readonly indicators: Readonly<Record<'忠诚度' | '信用', IndicatorId>>
  readonly members: Readonly<Record<'顾长风' | '林晓舟' | '钱进', MemberId>>
}

const STANDARDS = { excellent: '独家', good: '首选', fair: '多家之一', poor: '偶尔', failing: '将离开' }
const BANDS = { excellent: '>=100', good: '80~100', fair: '60~80', poor: '40~60', failing: '<40' }

/** Ways in which a test's round differs. */
export interface Variation {
  /** indicators that 钱进 marks; all when absent */
  readonly competence?: readonly ('忠诚度' | '信用')[]
  /** further accounts, by number */
  readonly more?: number
}

/** Makes that round in a data folder of its own. */
export function ballotRound({ competence, more = 0 }: Variation = {}): BallotRound {
  const kernel = newKernel()
  const context: EngineContext = { kernel, printPdf: null, logError: () => '' }
  const made = kernel.write({ commandId: command(), label: { command: 'startEmpty', params: {} } }, (tx) => {
    const members = {
      顾长风: insertMember(tx, '顾长风', '总经理'),
      林晓舟: insertMember(tx, '林晓舟', '客户经理'),
      钱进: insertMember(tx, '钱进', '财务经理'),
    }
    const insert = tx.db.prepare('INSERT INTO account (id, code, name, owner_id) VALUES (?, ?, ?, ?)')
    const account = (code: string, name: string, owner: MemberId | null): AccountId => {
      const id = AccountId.parse(tx.newId())
      insert.run(id, code, name, owner)
      return id
    }
    const accounts = {
      甲: account('007', '甲', members.林晓舟),
      乙: account('C2', '乙 =SUM(1)', members.林晓舟),
      丙: account('', '丙 & <公司>', null),
      丁: account('C4', '丁', members.钱进),
    }
    for (let at = 1; at <= more; at += 1) account(`M${at}`, `户${String(at).padStart(5, '0')}`, null)
    const figureId = insertFigure(tx, '年交易额', 'number')
    const sheetId = insertSheet(tx, '考评表', [
      { code: 'L', name: '忠诚度', weight: 4_000, standards: STANDARDS },
      { code: 'V', name: '年交易额', weight: 2_500, figureId, standards: BANDS },
      { code: 'X', name: '信用', weight: 3_500, standards: STANDARDS },
    ])
    return { members, accounts, sheetId }
  })
  const { roundId } = addRound(kernel, {
    commandId: command(),
    name: '2026 下半年盲评',
    sheetId: made.sheetId,
    method: 'ballots',
  })
  const named = new Map(indicatorsOf(kernel.db, made.sheetId).map(({ name, id }) => [name, id]))
  const indicator = (name: string): IndicatorId => {
    const id = named.get(name)
    if (!id) throw new Error(name)
    return id
  }
  const indicators = { 忠诚度: indicator('忠诚度'), 信用: indicator('信用') }
  seatEvaluators(kernel, {
    ...{ commandId: command(), roundId, ticket: null },
    seats: [
      { memberId: made.members.顾长风, seat: 'leader', votes: 2, competence: null },
      { memberId: made.members.林晓舟, seat: 'deputy', votes: 1, competence: null },
      {
        ...{ memberId: made.members.钱进, seat: 'member', votes: 1 },
        competence: competence?.map((name) => indicators[name]) ?? null,
      },
    ],
  })
  takeStep(kernel, { commandId: command(), roundId, ticket: null, to: 'marking', reason: '' })
  return { context, kernel, roundId, indicators, ...made }
}

/** An evaluator comes to the laptop for the first time. */
export const enter = (
  { kernel, roundId, members }: BallotRound,
  name: keyof BallotRound['members'],
): string =>
  enterBallot(kernel, {
    ...{ commandId: command(), roundId, memberId: members[name] },
    pin: '4711',
    choose: true,
  }).ticket

/** The same workbook after somebody worked on it with another program: read and written whole by the library. */
export async function worked(file: File, work: (form: Worksheet, workbook: Workbook) => void): Promise<File> {
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(await file.arrayBuffer()))
  const [form] = workbook.worksheets
  if (!form) throw new Error('no worksheet')
  work(form, workbook)
  return new File([new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }))], file.name)
}

/** Fills cells of a ballot's form by name. */
export const filled = (file: File, cells: Readonly<Record<string, string | number | null>>): Promise<File> =>
  worked(file, (form) => {
    for (const [name, value] of Object.entries(cells)) form.getCell(name).value = value
  })

/** What is stored of an evaluator's ballot: account name → marks of 忠诚度 and 信用, `-` where blank. */
export function storedMarks(
  { kernel, roundId, sheetId }: BallotRound,
  memberId: MemberId,
): Record<string, string> {
  const keys = indicatorsOf(kernel.db, sheetId)
    .filter(({ figureId }) => figureId === null)
    .map(({ markKey }) => markKey)
  const rows = kernel.db
    .prepare<[string, string], [string, string]>(
      `SELECT a.name, b.marks FROM ballot_marks b JOIN account a ON a.id = b.account_id
       WHERE b.round_id = ? AND b.member_id = ? AND b.deleted = 0 ORDER BY a.name`,
    )
    .raw()
    .all(roundId, memberId)
  return Object.fromEntries(
    rows.map(([name, json]) => [name, keys.map((key) => readMarks(json)[key] ?? '-').join(' ')]),
  )
}
