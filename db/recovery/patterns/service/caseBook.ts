import type Database from 'better-sqlite3'
import type { CaseId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { proofReader } from '../../service/trust.ts'
import type { Trust } from '../rules/head.ts'
import { acceptedReader, type CaseFact, paidByCase, readFacts } from './caseFacts.ts'

/** All cases, with what is worked out of each. */
export interface CaseBook {
  readonly facts: Iterable<CaseFact>
  /** what a case's delivered remedies cost, fen */
  paid(id: CaseId): number
  /** whether trust is proven back, and since when */
  trust(fact: CaseFact): Trust
}

interface Kept {
  facts: CaseFact[]
  /** cases whose trust was asked about */
  readonly trust: Map<string, Trust>
  paid: ReadonlyMap<string, number>
  /** clock reading of the newest change that was read; null before the first */
  readAt: string | null
  /** YYYY-MM-DD by which trust was proven */
  today: string
}

/**
 * The book of all cases is kept in memory: reading 100,000 of them takes longer than a person should wait for each look,
 * so after the first one only those are read again that history says were changed.
 */
const kept = perFile((): Kept => ({ facts: [], trust: new Map(), paid: new Map(), readAt: null, today: '' }))

/** One for all: a hundred thousand cases need no object each. */
const UNPROVEN = { failed: { proof: 'failed' }, notYet: { proof: 'notYet' } } as const

/** The book of all cases as they are now. @param today YYYY-MM-DD */
export function caseBook(kernel: Kernel, today: string): CaseBook {
  const { db } = kernel
  const book = kept(db)
  const newest = kernel.newestHlc() ?? ''
  if (newest !== book.readAt) bringUpToDate(db, book, newest)
  if (today !== book.today) book.trust.clear()
  book.today = today
  const proofBy = proofReader(db, today)
  const acceptedAt = acceptedReader(db)
  return {
    facts: book.facts,
    paid: (id) => book.paid.get(id) ?? 0,
    trust: (fact) => {
      const before = book.trust.get(fact.id)
      if (before !== undefined) return before
      const proof = proofBy(fact)
      const now: Trust = proof === 'recovered' ? { proof, acceptedAt: acceptedAt(fact) } : UNPROVEN[proof]
      book.trust.set(fact.id, now)
      return now
    },
  }
}

function bringUpToDate(db: Database.Database, book: Kept, newest: string): void {
  const { readAt } = book
  const changed = (table: string): string[] => (readAt === null ? [] : changedSince(db, table, readAt))
  const cases = new Set(changed('recovery_case'))
  for (const id of cases) book.trust.delete(id)
  if (readAt === null) book.facts = [...readFacts(db, {})]
  else if (cases.size > 0)
    book.facts = [
      ...book.facts.filter(({ id }) => !cases.has(id)),
      ...readFacts(db, { ids: JSON.stringify([...cases]) }),
    ]
  if (changed('order_month').length > 0) book.trust.clear()
  if (readAt === null || cases.size > 0 || changed('case_remedy').length > 0) book.paid = paidByCase(db)
  book.readAt = newest
}

/** Rows of a table that were changed after a reading of the clock. */
const changedSince = (db: Database.Database, table: string, hlc: string): string[] =>
  db
    .prepare<[string, string], string>(
      `SELECT DISTINCT c.row_id FROM txn t CROSS JOIN change c ON c.txn_id = t.id WHERE t.hlc > ? AND c.tbl = ?`,
    )
    .pluck()
    .all(hlc, table)

/** Cases that are read ahead at once: some tens of milliseconds. */
const PAGE = 5_000

/** Reads all cases a page at a time, unless somebody has asked for them meanwhile. */
export function* readAhead(kernel: Kernel): Generator<void> {
  const { db } = kernel
  const book = kept(db)
  const readAt = kernel.newestHlc() ?? ''
  const facts: CaseFact[] = []
  const last = db.prepare<[], number | null>('SELECT max(rowid) FROM recovery_case').pluck().get() ?? 0
  for (let from = 0; from < last && book.readAt === null; from += PAGE) {
    for (const fact of readFacts(db, { from, to: from + PAGE })) facts.push(fact)
    yield
    if (kernel.db !== db) return
  }
  if (book.readAt !== null) return
  book.facts = facts
  book.paid = paidByCase(db)
  book.readAt = readAt
}
