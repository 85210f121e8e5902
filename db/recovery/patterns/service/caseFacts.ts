import type Database from 'better-sqlite3'
import type { AccountId, CaseId, MemberId, ProductId, RootCauseId } from '../../../kernel/ids.ts'
import type { CaseCategory } from '../../rules/words.ts'
import { caseProgressOf } from '../../service/stored.ts'

/** A case as patterns need it. Amounts are fen, instants epoch ms unless told. */
export interface CaseFact extends Standing {
  readonly id: CaseId
  /** ISO-8601 UTC */
  readonly cameAt: string
  readonly accountId: AccountId
  readonly category: CaseCategory
  readonly rootCauseId: RootCauseId | null
  readonly productId: ProductId | null
  readonly place: string
  readonly responsibleId: MemberId | null
  readonly atRisk: number | null
  readonly loss: number | null
  readonly contentBefore: number | null
  readonly contentAfter: number | null
  readonly happenedOn: string | null
}

/** Its columns as they are read: objects of so many rows would take half as long again. */
type Columns = [
  id: CaseId,
  cameAt: string,
  accountId: AccountId,
  category: CaseCategory,
  rootCauseId: RootCauseId | null,
  productId: ProductId | null,
  place: string,
  responsibleId: MemberId | null,
  atRisk: number | null,
  loss: number | null,
  contentBefore: number | null,
  contentAfter: number | null,
  happenedOn: string | null,
  progress: string,
]

const SELECT = `SELECT id, came_at, account_id, category, root_cause_id, product_id, place, responsible_id, at_risk, loss,
    content_before, content_after, happened_on, progress
  FROM recovery_case WHERE deleted = 0 AND +merged_into IS NULL`

/** Which cases are read: those of some ids (JSON), those between two row numbers, or all. */
interface Asked {
  readonly ids?: string
  readonly from?: number
  readonly to?: number
}

/** Reads cases for patterns. Deleted and merged ones aren't there. */
export function* readFacts(db: Database.Database, asked: Asked): Generator<CaseFact> {
  const which =
    asked.ids !== undefined
      ? ' AND id IN (SELECT value FROM json_each(@ids))'
      : asked.from !== undefined
        ? ' AND rowid > @from AND rowid <= @to'
        : ''
  const rows = db.prepare<[Asked], Columns>(`${SELECT}${which}`).raw().iterate(asked)
  const account = interner<AccountId>()
  const category = interner<CaseCategory>()
  const rootCause = interner<RootCauseId>()
  const product = interner<ProductId>()
  const place = interner<string>()
  const responsible = interner<MemberId>()
  for (const row of rows) {
    const { state, since, toldAt, endedAt } = standingOf(row[13])
    yield {
      id: row[0],
      cameAt: row[1],
      accountId: account(row[2]),
      category: category(row[3]),
      rootCauseId: row[4] === null ? null : rootCause(row[4]),
      productId: row[5] === null ? null : product(row[5]),
      place: place(row[6]),
      responsibleId: row[7] === null ? null : responsible(row[7]),
      atRisk: row[8],
      loss: row[9],
      contentBefore: row[10],
      contentAfter: row[11],
      happenedOn: row[12],
      state,
      since,
      toldAt,
      endedAt,
    }
  }
}

/** Gives the same text for equal ones: a hundred thousand cases name the same few things. */
function interner<Text extends string>(): (text: Text) => Text {
  const known = new Map<Text, Text>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    known.set(text, text)
    return text
  }
}

/** Where a case stands, as far as patterns care. Instants are epoch ms. */
interface Standing {
  readonly state: string
  readonly since: number
  readonly toldAt: number | null
  readonly endedAt: number | null
}

/** How the column `progress` begins and ends: what lies in between needn't be read. */
const BEGIN = /^\{"open":[01],"state":"(\w+)","since":(\d+),/
const END = /"toldAt":(null|\d+),"endedAt":(null|\d+)\}$/
/** Longer than either part can be. */
const PART = 80

/** Where a case stands, from the column `progress`: a sixth of the time that parsing all of it takes. */
export function standingOf(progress: string): Standing {
  const [, state, since] = BEGIN.exec(progress.slice(0, PART)) ?? []
  const [, toldAt, endedAt] = END.exec(progress.slice(-PART)) ?? []
  if (state !== undefined && since !== undefined && toldAt !== undefined && endedAt !== undefined)
    return { state, since: Number(since), toldAt: instantOf(toldAt), endedAt: instantOf(endedAt) }
  // written in another order: read as any JSON
  const whole = caseProgressOf(progress)
  return { state: whole.state, since: whole.since, toldAt: whole.toldAt, endedAt: whole.endedAt }
}

const instantOf = (text: string): number | null => (text === 'null' ? null : Number(text))

/**
 * Tells when the customer accepted who stands by it, epoch ms: a case that is watched or closed. Null for one in any
 * other state, and where nobody noted it.
 */
export function acceptedReader(
  db: Database.Database,
): (fact: Pick<CaseFact, 'id' | 'state' | 'since'>) => number | null {
  const last = db
    .prepare<[CaseId], string | null>(
      `SELECT max(at) FROM case_event WHERE case_id = ? AND kind = 'accept' AND deleted = 0`,
    )
    .pluck()
  return ({ id, state, since }) => {
    if (state === 'watched') return since
    const at = state === 'closed' ? last.get(id) : null
    return at == null ? null : Date.parse(at)
  }
}

/**
 * What the delivered remedies of each case cost, fen; those of a merged case with the other's. What was agreed and isn't
 * delivered, or was given up, cost nothing.
 */
export function paidByCase(db: Database.Database): ReadonlyMap<CaseId, number> {
  const kept = new Map(
    db
      .prepare<[], [CaseId, CaseId]>(
        'SELECT id, merged_into FROM recovery_case WHERE merged_into IS NOT NULL',
      )
      .raw()
      .all(),
  )
  const amounts = db
    .prepare<[], [CaseId, number]>(
      `SELECT case_id, amount FROM case_remedy WHERE amount > 0 AND deleted = 0 AND done IS NOT NULL
         AND done ->> '$.dropped' IS NULL`,
    )
    .raw()
    .iterate()
  const paid = new Map<CaseId, number>()
  for (const [caseId, amount] of amounts) {
    const of = kept.get(caseId) ?? caseId
    paid.set(of, (paid.get(of) ?? 0) + amount)
  }
  return paid
}
