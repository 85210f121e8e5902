import type Database from 'better-sqlite3'
import { dayOf } from '../../accounts/rules/days.ts'
import { instantOf } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { type AccountId, PublicationId, type RoundId } from '../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../kernel/kernel.ts'
import { fittingDecisions, readApprovals } from '../approval/service/proposals.ts'
import { gradeBallots } from '../consensus/service/gradeBallots.ts'
import type { Publication, PublicationSummary, ResultRow } from '../contract.ts'
import { isRevealed } from '../rules/roundStates.ts'
import { weightSum } from '../rules/sheet.ts'
import { type GradedRound, gradeRound } from './gradedRound.ts'
import { openRecord, type RoundData, readRound, roundRecord } from './roundData.ts'
import { newestPublication, type RoundInput } from './rounds.ts'
import { storedSheetFaults } from './sheets.ts'

/** What publishing puts beyond undo: a published round that Ctrl+Z could change would not be published. */
export const GRADING = [
  'round',
  'sheet',
  'indicator',
  'marks',
  'mark_note',
  'exception',
  'evaluator',
  'recusal',
  'ballot',
  'ballot_marks',
  'ballot_note',
  'ballot_paper',
  'agreement',
  'tier_decision',
] as const

/**
 * Locks a round and keeps sheet, marks, figures, results and exceptions as they are, for ever.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED, SHEET_FAULTY, NOTHING_GRADED
 */
export function publishRound(
  kernel: Kernel,
  { commandId, roundId, note }: RoundInput<'publish'>,
): Outcome<{ publicationId: PublicationId }> {
  const { name } = roundRecord(kernel.db, roundId)
  const revision = newestPublication(kernel, roundId).revision + 1
  const label = { command: 'publishRound', params: { name, revision } }
  return kernel.write({ commandId, label, final: GRADING }, (tx) => {
    const occasion = { revision, note, publishedBy: kernel.actorName(), publishedAt: tx.hlc }
    return { publicationId: publishIn(tx, roundId, occasion) }
  })
}

/**
 * Publishes a round inside a command.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED, SHEET_FAULTY, NOTHING_GRADED
 */
export function publishIn(tx: Tx, roundId: RoundId, occasion: Occasion): PublicationId {
  openRecord(tx.db, roundId)
  const data = readRound(tx.db, roundId)
  refuseFaulty(data)
  const day = dayOf(Date.parse(instantOf(occasion.publishedAt)))
  return keepPublication(tx, gradeRound(data, day), occasion)
}

/** Keeps a graded round for ever inside a command, and calls it published. @throws Refusal NOTHING_GRADED */
export function keepPublication(tx: Tx, graded: GradedRound, occasion: Occasion): PublicationId {
  if (graded.results.every((row) => row.standing === 'insufficient')) throw new Refusal('NOTHING_GRADED')
  tx.db.prepare(`UPDATE round SET state = 'published' WHERE id = ?`).run(graded.roundId)
  return keep(tx, graded, occasion)
}

function refuseFaulty({ indicators }: RoundData): void {
  const faults = storedSheetFaults(indicators).length
  if (faults > 0) throw new Refusal('SHEET_FAULTY', { faults, weightSum: weightSum(indicators) })
}

/** What a publication says of itself. */
export interface Occasion {
  readonly revision: number
  readonly note: string
  readonly publishedBy: string
  /** clock reading */
  readonly publishedAt: string
  /** the accounts that there were then; without it, those that there are */
  readonly accounts?: ReadonlySet<AccountId>
}

function keep(tx: Tx, graded: GradedRound, occasion: Occasion): PublicationId {
  const { revision, note, publishedBy, publishedAt, accounts } = occasion
  const id = PublicationId.parse(tx.newId())
  const { roundId, roundName, results, ...sheet } = graded
  tx.db
    .prepare(
      `INSERT INTO publication (id, round_id, round_name, revision, published_at, published_by, note, sheet)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, roundId, roundName, revision, publishedAt, publishedBy, note, JSON.stringify(sheet))
  const insert = tx.db.prepare(
    `INSERT INTO result (id, publication_id, account_id, score, standing, rank, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { accountId, score, standing, rank, ...detail } of results) {
    if (accounts?.has(accountId) === false) continue
    insert.run(tx.newId(), id, accountId, score, standing, rank, JSON.stringify(detail))
    tx.breathe()
  }
  return id
}

/**
 * Makes a published round editable again; its next publication is a new revision.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_NOT_PUBLISHED
 */
export function reopenRound(
  kernel: Kernel,
  { commandId, roundId, reason }: RoundInput<'reopen'>,
): Outcome<object> {
  const { name } = roundRecord(kernel.db, roundId)
  return kernel.write(
    { commandId, label: { command: 'reopenRound', params: { name } }, final: GRADING },
    (tx) => {
      const { state, method } = roundRecord(tx.db, roundId)
      if (state !== 'published' || method !== 'sheet') throw new Refusal('ROUND_NOT_PUBLISHED')
      noteReopening(tx, roundId, kernel.actorName(), reason)
      tx.db.prepare(`UPDATE round SET state = 'marking' WHERE id = ?`).run(roundId)
      return {}
    },
  )
}

/** Notes inside a command why a published round is opened again. */
export function noteReopening(tx: Tx, roundId: RoundId, by: string, reason: string): void {
  const publicationId = tx.db
    .prepare<[string], string>(
      'SELECT id FROM publication WHERE round_id = ? AND deleted = 0 ORDER BY revision DESC LIMIT 1',
    )
    .pluck()
    .get(roundId)
  tx.db
    .prepare(
      'INSERT INTO reopening (id, publication_id, reopened_at, reopened_by, reason) VALUES (?, ?, ?, ?, ?)',
    )
    .run(tx.newId(), publicationId, tx.hlc, by, reason)
}

interface PublicationRow {
  readonly id: PublicationId
  readonly round_id: RoundId
  readonly round_name: string
  readonly revision: number
  readonly published_at: string
  readonly published_by: string
  readonly note: string
  readonly sheet: string
  readonly reopened_at: string | null
  readonly reopened_by: string | null
  readonly reason: string | null
}

const PUBLICATION = `SELECT p.*, o.reopened_at, o.reopened_by, o.reason FROM publication p
  LEFT JOIN reopening o ON o.publication_id = p.id AND o.deleted = 0 WHERE p.deleted = 0`

/** A round's publications, newest first. @throws Refusal ROUND_NOT_FOUND */
export function listPublications(kernel: Kernel, roundId: RoundId): PublicationSummary[] {
  roundRecord(kernel.db, roundId)
  return kernel.db
    .prepare<[string], PublicationRow>(`${PUBLICATION} AND p.round_id = ? ORDER BY p.revision DESC`)
    .all(roundId)
    .map((row) => summaryOf(kernel.db, row))
}

function summaryOf(db: Database.Database, row: PublicationRow): PublicationSummary {
  const counts = { key: 0, main: 0, ordinary: 0, small: 0, insufficient: 0 }
  const tally = db.prepare<[string], { standing: keyof typeof counts; n: number }>(
    'SELECT standing, count(*) AS n FROM result WHERE publication_id = ? GROUP BY standing',
  )
  for (const { standing, n } of tally.iterate(row.id)) counts[standing] = n
  return {
    id: row.id,
    revision: row.revision,
    publishedAt: instantOf(row.published_at),
    publishedBy: row.published_by,
    note: row.note,
    reopened:
      row.reopened_at === null
        ? null
        : { at: instantOf(row.reopened_at), by: row.reopened_by ?? '', reason: row.reason ?? '' },
    counts,
  }
}

/** What publications of versions without ballots don't say. */
const BEFORE_BALLOTS = {
  sheet: { pooling: 'shared', evaluators: [] },
  result: { ballots: '', agreed: [], decision: null },
} satisfies { sheet: Partial<GradedRound>; result: Partial<ResultRow> }

/** A publication with its results, best rank first, as they were. @throws Refusal PUBLICATION_NOT_FOUND */
export function readPublication(kernel: Kernel, publicationId: PublicationId): Publication {
  const row = kernel.db.prepare<[string], PublicationRow>(`${PUBLICATION} AND p.id = ?`).get(publicationId)
  if (!row) throw new Refusal('PUBLICATION_NOT_FOUND')
  const sheet: Omit<GradedRound, 'roundId' | 'roundName' | 'results'> = JSON.parse(row.sheet)
  return {
    ...BEFORE_BALLOTS.sheet,
    ...sheet,
    summary: summaryOf(kernel.db, row),
    roundId: row.round_id,
    roundName: row.round_name,
    results: readResults(kernel.db, publicationId),
  }
}

type StoredResult = Pick<ResultRow, 'accountId' | 'score' | 'standing' | 'rank'>

function readResults(db: Database.Database, publicationId: PublicationId): ResultRow[] {
  return db
    .prepare<[string], StoredResult & { detail: string }>(
      `SELECT account_id AS accountId, score, standing, rank, detail FROM result
       WHERE publication_id = ? ORDER BY rank IS NULL, rank, id`,
    )
    .all(publicationId)
    .map(({ detail, ...row }): ResultRow => {
      const { exception, ...kept }: Omit<ResultRow, keyof StoredResult> = JSON.parse(detail)
      return {
        ...BEFORE_BALLOTS.result,
        ...kept,
        ...row,
        exception: exception && { ...exception, expires: exception.expires ?? null },
      }
    })
}

/**
 * A publication without its summary, or the round as it stands: what exports are made of.
 * @throws Refusal ROUND_NOT_FOUND, PUBLICATION_NOT_FOUND, ROUND_NOT_THERE while ballots are closed
 */
export function gradedRoundFor(
  kernel: Kernel,
  roundId: RoundId,
  publicationId: PublicationId | null,
): GradedRound & { readonly summary: PublicationSummary | null } {
  if (publicationId !== null) return readPublication(kernel, publicationId)
  const { method, name, state } = roundRecord(kernel.db, roundId)
  const today = dayOf(kernel.now())
  if (method === 'sheet') return { ...gradeRound(readRound(kernel.db, roundId), today), summary: null }
  if (!isRevealed(state)) throw new Refusal('ROUND_NOT_THERE', { name, state })
  const decisions = fittingDecisions(readApprovals(kernel.db, roundId, today))
  return { ...gradeBallots(kernel.db, roundId, decisions), summary: null }
}
