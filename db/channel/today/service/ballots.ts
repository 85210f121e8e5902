import {
  accountCount,
  cellsOf,
  judgedOf,
  readBallots,
  readRecusals,
  readSeats,
} from '../../../evaluation/ballots/service/seats.ts'
import { readRules } from '../../../evaluation/service/roundData.ts'
import { indicatorsOf, type StoredIndicator } from '../../../evaluation/service/sheets.ts'
import type { MemberId, RoundId, SheetId } from '../../../kernel/ids.ts'
import type { TodayBallot, TodayItem } from '../contract.ts'
import type { Section } from '../rules/sections.ts'
import { type Ask, itemOf } from './ask.ts'
import { remembered } from './remember.ts'

interface RoundRow {
  readonly id: RoundId
  readonly name: string
  readonly sheetId: SheetId
  readonly method: 'sheet' | 'ballots'
  readonly rules: string
}

/** How many cells are marked, and how many accounts wholly. */
interface Marked {
  readonly cells: number
  readonly accounts: number
}

function work(ask: Ask): TodayBallot[] {
  const { db, params } = ask
  const rounds = db
    .prepare<[], RoundRow>(
      `SELECT id, name, sheet_id AS sheetId, method, rules FROM round WHERE state = 'marking' AND deleted = 0 ORDER BY id`,
    )
    .all()
  return rounds.flatMap((round) =>
    round.method === 'sheet' ? sheetLine(ask, round) : ballotLine(ask, round, params.me),
  )
}

/** The sheet that the group shares, as long as it has blanks. */
function sheetLine({ db }: Ask, round: RoundRow): TodayBallot[] {
  const judged = judgedOf(indicatorsOf(db, round.sheetId))
  const accounts = accountCount(db)
  const cells = accounts * judged.length
  const marked = markedOf({ db }, 'marks', round.id, null, judged)
  if (cells === 0 || marked.cells >= cells) return []
  const { id: roundId, name, method } = round
  const line = { roundId, round: name, method, marked: marked.cells, cells, deadline: null }
  return [{ ...line, accounts: accounts - marked.accounts }]
}

/** An evaluator's own ballot, until it is handed in. */
function ballotLine({ db }: Ask, round: RoundRow, me: MemberId | null): TodayBallot[] {
  const seat = readSeats(db, round.id).find(({ memberId }) => memberId === me)
  if (!seat || readBallots(db, round.id).get(seat.memberId)?.submission) return []
  const all = judgedOf(indicatorsOf(db, round.sheetId))
  const judged = all.filter(({ id }) => seat.competence === null || seat.competence.includes(id))
  const excused = readRecusals(db, round.id).filter(({ memberId }) => memberId === me).length
  const accounts = accountCount(db)
  const marked = markedOf({ db }, 'ballot_marks', round.id, seat.memberId, judged)
  const { id: roundId, name, method } = round
  return [
    {
      ...{ roundId, round: name, method, marked: marked.cells },
      cells: cellsOf(seat, all, accounts, excused),
      accounts: Math.max(0, accounts - excused - marked.accounts),
      deadline: readRules(round.rules).deadline,
    },
  ]
}

function markedOf(
  { db }: Pick<Ask, 'db'>,
  table: 'marks' | 'ballot_marks',
  roundId: RoundId,
  memberId: MemberId | null,
  judged: readonly StoredIndicator[],
): Marked {
  const counts = db
    .prepare<object, number>(
      `SELECT (SELECT count(*) FROM json_each(b.marks) m WHERE m.key IN (SELECT value FROM json_each(@keys)))
       FROM ${table} b JOIN account a ON a.id = b.account_id AND a.deleted = 0
       WHERE b.round_id = @roundId AND b.deleted = 0 ${memberId === null ? '' : 'AND b.member_id = @memberId'}`,
    )
    .pluck()
    .all({ roundId, memberId, keys: JSON.stringify(judged.map(({ markKey }) => markKey)) })
  return {
    cells: counts.reduce((sum, count) => sum + count, 0),
    accounts: counts.filter((count) => count >= judged.length).length,
  }
}

/** Ballots 评分表 that this laptop's user has to fill, and shared sheets with blanks. */
export const ballotsToFill = remembered(
  [
    ...[
      'round',
      'marks',
      'ballot',
      'ballot_marks',
      'evaluator',
      'recusal',
      'round_step',
      'indicator',
      'sheet',
    ],
    ...['account', 'member'],
  ],
  ({ params }: Ask) => `${params.me}`,
  work,
)

/** Where a ballot with an end stands among the lists. */
function sectionOf(dueAt: number, { params }: Ask): 'late' | 'today' | 'next7' | null {
  if (dueAt < params.now) return 'late'
  if (dueAt < params.dayEnd) return 'today'
  return dueAt < params.weekEnd ? 'next7' : null
}

/** The ballots that have an end soon, as lines of the lists. */
export function ballotLines(
  ask: Ask,
  ballots: readonly TodayBallot[],
): Readonly<Record<Section, readonly TodayItem[]>> {
  const lists: Record<Section, TodayItem[]> = { late: [], today: [], next7: [], waiting: [] }
  for (const { roundId, round, marked, cells, deadline } of ballots) {
    const dueAt = deadline === null ? null : Date.parse(deadline)
    const section = dueAt === null ? null : sectionOf(dueAt, ask)
    if (section === null || marked >= cells) continue
    lists[section].push(itemOf({ kind: 'ballot', id: roundId, what: round, dueAt, count: cells - marked }))
  }
  return lists
}
