import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import {
  closedAccounts,
  marksIndicator,
  ownAccounts,
  readBallotData,
} from '../../evaluation/ballots/service/ballot.ts'
import { ballotRound, presentWith, seatOf } from '../../evaluation/ballots/service/presence.ts'
import type { SeatRecord } from '../../evaluation/ballots/service/seats.ts'
import { fromStripChar } from '../../evaluation/rules/marks.ts'
import { roundFacts } from '../../evaluation/service/gradedRound.ts'
import { type RoundData, type RoundRecord, readRound } from '../../evaluation/service/roundData.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { MemberId, RoundId } from '../../kernel/ids.ts'
import type { Kernel, Tx } from '../../kernel/kernel.ts'
import { SEAT_WORDS } from '../../terms/ballots.ts'
import type { Language } from '../../terms/language.ts'
import { type BallotFacts, type BallotLayout, ballotLayout } from '../rules/ballotLayout.ts'
import { canonicalLayout } from '../rules/ballotMirror.ts'
import type { BallotStart } from '../write/ballotPlan.ts'

/** A ballot workbook about to be sent out. */
export interface BallotPaper {
  readonly layout: BallotLayout
  /** SHA-256 of the layout: what it must still be when it comes back */
  readonly digest: string
  readonly evaluator: string
  readonly start: BallotStart
}

/** The hash of everything in a ballot workbook that its evaluator must not change. */
export const layoutDigest = (layout: BallotLayout): string =>
  createHash('sha256').update(canonicalLayout(layout)).digest('hex')

/** A round that is being marked by ballots. @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS, ROUND_NOT_THERE */
export function markingRound(kernel: Kernel, roundId: RoundId): RoundRecord {
  const round = ballotRound(kernel, roundId)
  const { name, state } = round
  if (state !== 'marking') throw new Refusal('ROUND_NOT_THERE', { name, state })
  return round
}

/**
 * Lays out the ballots of some evaluators.
 * @param ticket an evaluator's own: their ballot then begins with what they have marked
 * @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS, ROUND_NOT_THERE, EVALUATOR_NOT_FOUND
 */
export function layOut(
  kernel: Kernel,
  input: {
    readonly roundId: RoundId
    readonly memberIds: readonly MemberId[]
    readonly ticket: string | null
    readonly language: Language
  },
): BallotPaper[] {
  const { roundId, memberIds, ticket, language } = input
  markingRound(kernel, roundId)
  const present = ticket === null ? null : presentWith(kernel, { roundId, ticket })
  const blank = readRound(kernel.db, roundId, () => [])
  return memberIds.map((memberId) => {
    const seat = seatOf(kernel, roundId, memberId)
    const layout = ballotLayout(factsOf(kernel.db, blank, seat, language))
    const isOwn = present?.memberId === memberId
    return {
      layout,
      digest: layoutDigest(layout),
      evaluator: seat.name,
      start: isOwn ? startOf(readBallotData(kernel.db, roundId, memberId)) : BLANK,
    }
  })
}

const BLANK: BallotStart = { mark: () => null, remark: () => '' }

/** An evaluator's own marks and remarks so far, by place in the layout. */
function startOf({ strip, notes, measures, accounts, indicators }: RoundData): BallotStart {
  const columns = measures.flatMap(({ kind }, at) => (kind === 'judged' ? [at] : []))
  const texts = new Map(
    notes.map(({ accountId, indicatorId, text }) => [`${accountId} ${indicatorId}`, text]),
  )
  const columnOf = (indicator: number): number => columns[indicator] ?? 0
  return {
    mark: (account, indicator) => fromStripChar(strip[account * measures.length + columnOf(indicator)]),
    remark: (account, indicator) =>
      texts.get(`${accounts.ids[account]} ${indicators[columnOf(indicator)]?.id}`) ?? '',
  }
}

function factsOf(db: Database.Database, data: RoundData, seat: SeatRecord, language: Language): BallotFacts {
  const { round, accounts } = data
  const excused = new Set<string>(closedAccounts(db, round.id, seat.memberId))
  const own = new Set<string>(ownAccounts(db, seat.memberId))
  const standing = (id: string): BallotFacts['accounts'][number]['standing'] => {
    if (excused.has(id)) return 'excused'
    if (!own.has(id)) return 'none'
    return round.rules.own === 'counted' ? 'own' : 'ownOut'
  }
  return {
    paperId: uuidv7(),
    roundId: round.id,
    memberId: seat.memberId,
    sheetVersion: roundFacts(data).sheetVersion,
    language,
    roundName: round.name,
    evaluator: seat.name,
    seat: SEAT_WORDS[language][seat.seat],
    deadline: round.rules.deadline === null ? null : localMoment(round.rules.deadline),
    indicators: data.indicators.map(({ id, name, weight, standards }, at) => ({
      ...{ id, name, weight, standards },
      judged: data.measures[at]?.kind === 'judged',
      open: marksIndicator(seat, id),
    })),
    accounts: accounts.ids.map((id, at) => ({
      id,
      code: accounts.codes[at] ?? '',
      name: accounts.names[at] ?? '',
      owner: accounts.owners[at] ?? '',
      standing: standing(id),
    })),
  }
}

/** An instant where this program runs, to the minute. */
function localMoment(instant: string): string {
  const date = new Date(instant)
  const pad = (part: number): string => String(part).padStart(2, '0')
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** Writes down inside a command that a ballot workbook was sent out. */
export function insertPaper(tx: Tx, { layout, digest }: BallotPaper): void {
  tx.db
    .prepare(
      `INSERT INTO ballot_paper (id, round_id, member_id, issued_at, sheet_version, layout) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(layout.paperId, layout.roundId, layout.memberId, tx.hlc, layout.sheetVersion, digest)
}

/** A ballot workbook that was sent out. */
export interface PaperRecord {
  readonly id: string
  readonly roundId: RoundId
  readonly roundName: string
  readonly memberId: MemberId
  readonly memberName: string
  /** clock reading */
  readonly issuedAt: string
  readonly sheetVersion: string
  readonly layout: string
}

/** The record of a ballot workbook; undefined where none of this id was sent out. */
export const paperRecord = (db: Database.Database, paperId: string): PaperRecord | undefined =>
  db
    .prepare<[string], PaperRecord>(
      `SELECT p.id, p.round_id AS roundId, r.name AS roundName, p.member_id AS memberId, m.name AS memberName,
         p.issued_at AS issuedAt, p.sheet_version AS sheetVersion, p.layout
       FROM ballot_paper p JOIN round r ON r.id = p.round_id JOIN member m ON m.id = p.member_id
       WHERE p.id = ? AND p.deleted = 0`,
    )
    .get(paperId)
