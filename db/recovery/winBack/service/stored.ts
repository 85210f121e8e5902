import type Database from 'better-sqlite3'
import { readJson } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, CaseId, MemberId, WinBackId } from '../../../kernel/ids.ts'
import type { Decision, Interview, WorthFigures } from '../contract.ts'
import type { OutcomeMonths, WinBackOutcome } from '../rules/words.ts'

/** What was found when it was looked at again, by months after the decision. */
export type Outcomes = Partial<
  Record<
    OutcomeMonths,
    { readonly outcome: WinBackOutcome; readonly note: string; readonly on: string; readonly by: string }
  >
>

/** A lost account as commands need it. */
export interface StoredWinBack {
  readonly id: WinBackId
  readonly code: string
  readonly accountId: AccountId
  readonly account: string
  readonly caseId: CaseId | null
  readonly lostOn: string
  readonly ownerId: MemberId | null
  readonly interview: Interview | null
  readonly worth: WorthFigures | null
  readonly decision: Decision | null
  readonly outcomes: Outcomes
}

type Row = Omit<StoredWinBack, 'interview' | 'worth' | 'decision' | 'outcomes'> &
  Readonly<Record<'interview' | 'worth' | 'decision', string | null>> & { readonly outcomes: string }

/** Lost accounts as they are stored. @param where of `w`, with named values */
export const winBackRows = (db: Database.Database, where: string, values: object): StoredWinBack[] =>
  db
    .prepare<object, Row>(
      `SELECT w.id, w.code, w.account_id AS accountId, a.name AS account, w.case_id AS caseId, w.lost_on AS lostOn,
         w.owner_id AS ownerId, w.interview, w.worth, w.decision, w.outcomes
       FROM win_back w JOIN account a ON a.id = w.account_id AND a.deleted = 0
       WHERE w.deleted = 0 AND ${where} ORDER BY w.lost_on DESC, w.id`,
    )
    .all(values)
    .map(({ interview, worth, decision, outcomes, ...row }) => ({
      ...row,
      interview: readJson<Interview>(interview),
      worth: readJson<WorthFigures>(worth),
      decision: readJson<Decision>(decision),
      outcomes: readJson<Outcomes>(outcomes) ?? {},
    }))

/** A lost account. @throws Refusal ROW_NOT_FOUND */
export function storedWinBack(db: Database.Database, id: WinBackId): StoredWinBack {
  const [row] = winBackRows(db, 'w.id = @id', { id })
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  return row
}

/** What history calls it: its code and account. '' for one that isn't there. */
export const winBackName = (db: Database.Database, id: WinBackId | undefined): string =>
  (id &&
    db
      .prepare<[WinBackId], string>(
        `SELECT w.code || ' ' || a.name FROM win_back w JOIN account a ON a.id = w.account_id WHERE w.id = ?`,
      )
      .pluck()
      .get(id)) ??
  ''
