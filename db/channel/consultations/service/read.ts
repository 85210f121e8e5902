import type Database from 'better-sqlite3'
import { byPinyin, pinyinText } from '../../../accounts/pinyin.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type InputOf, memberNames, readJson } from '../../ledger/service/rows.ts'
import type { Consultation, consultations, Opinion, OpinionOn } from '../contract.ts'
import { consultationState, isLate, resultOf } from '../rules/opinions.ts'
import type { StoredGiven, StoredOutcome, StoredTold } from './stored.ts'

type StoredConsultation = Omit<
  Consultation,
  'outcome' | 'state' | 'asked' | 'answered' | 'untold' | 'weights'
> & {
  readonly outcome: string | null
}
type StoredOpinion = Omit<Opinion, 'tier' | 'given' | 'told'> & {
  readonly given: string | null
  readonly told: string | null
  readonly closesOn: string
}

const CONSULTATION = `SELECT c.id, c.title, c.kind, c.question, c.closes_on AS closesOn, c.decides_on AS decidesOn,
  m.id AS ownerId, m.name AS owner, c.outcome
  FROM consultation c LEFT JOIN member m ON m.id = c.owner_id AND m.deleted = 0 WHERE c.deleted = 0`

const OPINION_COLUMNS = `o.id, o.consultation_id AS consultationId, o.account_id AS accountId, a.name AS account,
  o.weight, p.id AS personId, p.name AS person, o.given, o.told, c.closes_on AS closesOn`
const OPINION_FROM = `FROM opinion o JOIN account a ON a.id = o.account_id AND a.deleted = 0
  JOIN consultation c ON c.id = o.consultation_id AND c.deleted = 0
  LEFT JOIN person p ON p.id = o.person_id AND p.deleted = 0 WHERE o.deleted = 0`

/** All consultations, those still asking first by the day on which they close, then the newest. */
export function listConsultations(kernel: Kernel): { today: string; rows: Consultation[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const complete = completer(db, today)
  const opinions = Map.groupBy(opinionsWhere(db, ''), ({ consultationId }) => consultationId)
  const rows = db
    .prepare<[], StoredConsultation>(`${CONSULTATION} ORDER BY c.closes_on DESC, c.id DESC`)
    .all()
    .map((row) => complete(row, opinions.get(row.id) ?? []))
  const asking = rows.filter(({ state }) => state === 'asking').toReversed()
  return { today, rows: [...asking, ...rows.filter(({ state }) => state !== 'asking')] }
}

/** One consultation with all opinions. @throws Refusal ROW_NOT_FOUND */
export function getConsultation(
  kernel: Kernel,
  { consultationId }: InputOf<typeof consultations.get>,
): { today: string; consultation: Consultation; opinions: Opinion[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const row = db.prepare<[string], StoredConsultation>(`${CONSULTATION} AND c.id = ?`).get(consultationId)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  const opinions = opinionsWhere(db, 'AND o.consultation_id = @id', consultationId)
  opinions.sort((a, b) => b.weight - a.weight || byName(a, b))
  return { today, consultation: completer(db, today)(row, opinions), opinions }
}

/** What one account was asked, the newest first. */
export function opinionsOfAccount(
  kernel: Kernel,
  { accountId }: InputOf<typeof consultations.ofAccount>,
): { today: string; rows: OpinionOn[] } {
  const { db } = kernel
  const about = new Map(
    db
      .prepare<[], StoredConsultation>(CONSULTATION)
      .all()
      .map((row) => [row.id, row]),
  )
  const rows = opinionsWhere(db, 'AND o.account_id = @id', accountId).flatMap((opinion): OpinionOn[] => {
    const one = about.get(opinion.consultationId)
    if (!one) return []
    const outcome = readJson<StoredOutcome>(one.outcome)
    return [{ ...opinion, title: one.title, closesOn: one.closesOn, outcome: outcome?.decision ?? null }]
  })
  rows.sort((a, b) => (a.closesOn < b.closesOn ? 1 : -1))
  return { today: dayOf(kernel.now()), rows }
}

const byName = (a: Opinion, b: Opinion): number =>
  byPinyin(
    { name: a.account, pinyin: pinyinText(a.account) },
    { name: b.account, pinyin: pinyinText(b.account) },
  )

/** Completes a stored consultation by what its opinions come to. */
function completer(db: Database.Database, today: string) {
  const names = memberNames(db)
  return (row: StoredConsultation, opinions: readonly Opinion[]): Consultation => {
    const stored = readJson<StoredOutcome>(row.outcome)
    const outcome = stored && { ...stored, by: stored.by === null ? null : (names.get(stored.by) ?? null) }
    const { asked, answered, weights } = resultOf(
      opinions.map(({ weight, given }) => ({ weight, stance: given?.stance ?? null })),
    )
    const untold = opinions.filter(({ told }) => told === null).length
    const state = consultationState({ closesOn: row.closesOn, outcome }, untold, today)
    return { ...row, outcome, state, asked, answered, untold, weights }
  }
}

function opinionsWhere(db: Database.Database, condition: string, id: string | null = null): Opinion[] {
  const names = memberNames(db)
  const standings = newestStandings(db)
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
  return db
    .prepare<object, StoredOpinion>(`SELECT ${OPINION_COLUMNS} ${OPINION_FROM} ${condition}`)
    .all({ id })
    .map(({ closesOn, ...row }) => {
      const said = readJson<StoredGiven>(row.given)
      const told = readJson<StoredTold>(row.told)
      return {
        ...row,
        tier: standings.get(row.accountId)?.tier ?? null,
        given: said && { ...said, by: nameOf(said.by), late: isLate(said.on, closesOn) },
        told: told && { ...told, by: nameOf(told.by) },
      }
    })
}
