import type Database from 'better-sqlite3'
import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CaseId, type RootCauseId, WhyId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { severityOf } from '../../rules/severity.ts'
import { caseAtWork, caseName, caseReader, FAMILY, refusePartOfEnded } from '../../service/stored.ts'
import type { causes, RootCause, Why } from '../contract.ts'
import { actionsOf } from './actions.ts'

/** The same root cause within so many days is a repeat. */
const YEAR = 365

/** A case's whys and actions, and who had the same root cause before. @throws Refusal CASE_NOT_FOUND */
export function getCauses({ db }: Kernel, { caseId }: { readonly caseId: CaseId }) {
  const { rootCauseId, cameAt } = caseReader(db)(caseId)
  return {
    whys: whysOf(db, caseId),
    actions: actionsOf(db, caseId),
    repeated: sameRoot(db, caseId, rootCauseId, cameAt),
  }
}

const whysOf = (db: Database.Database, caseId: CaseId): Why[] =>
  db
    .prepare<object, Omit<Why, 'ours'> & { readonly ours: number }>(
      `SELECT id, parent_id AS parentId, question, answer, ours, evidence FROM case_why
       WHERE case_id IN ${FAMILY} AND deleted = 0 ORDER BY order_key, id`,
    )
    .all({ caseId })
    .map((why) => ({ ...why, ours: why.ours === 1 }))

interface Same {
  readonly id: CaseId
  readonly code: string
  readonly title: string
  readonly account: string
}

/** Cases that had the same root cause in the year before one came, whoever's they were; newest first. */
function sameRoot(db: Database.Database, caseId: CaseId, rootCauseId: string | null, cameAt: string): Same[] {
  if (rootCauseId === null) return []
  const from = addDays(dayOf(Date.parse(cameAt)), -YEAR)
  return db
    .prepare<object, Same>(
      `SELECT c.id, c.code, c.title, a.name AS account FROM recovery_case c
       JOIN account a ON a.id = c.account_id AND a.deleted = 0
       WHERE c.root_cause_id = @rootCauseId AND c.id <> @caseId AND c.came_at >= @from AND c.came_at <= @cameAt
         AND c.deleted = 0 AND c.merged_into IS NULL ORDER BY c.came_at DESC, c.id LIMIT 20`,
    )
    .all({ rootCauseId, caseId, from, cameAt })
}

/** The causes that cases can share, by name, with how often they came up in the last year. */
export function listRoots({ db, now }: Kernel): RootCause[] {
  return db
    .prepare<[string], RootCause>(
      `SELECT k.id, k.name, k.loss_cause AS lossCause, k.force,
         (SELECT count(*) FROM recovery_case c WHERE c.root_cause_id = k.id AND c.deleted = 0
            AND c.merged_into IS NULL AND c.came_at >= ?) AS cases
       FROM root_cause k WHERE k.deleted = 0 ORDER BY k.name, k.id`,
    )
    .all(addDays(dayOf(now()), -YEAR))
}

/** Adds a question, or changes one. @throws Refusal CASE_NOT_FOUND, ROW_NOT_FOUND */
export function saveWhy(
  kernel: Kernel,
  { commandId, caseId, whyId, parentId, question, answer, ours, evidence }: InputOf<typeof causes.saveWhy>,
): Outcome<{ whyId: WhyId }> {
  const command = whyId === null ? 'addWhy' : 'changeWhy'
  return kernel.write({ commandId, label: { command, params: { name: question } } }, (tx) => {
    caseAtWork(tx.db, caseId)
    const row = { question, answer, ours: ours ? 1 : 0, evidence }
    if (whyId !== null) {
      const { changes } = tx.db
        .prepare(
          `UPDATE case_why SET question = @question, answer = @answer, ours = @ours, evidence = @evidence
           WHERE id = @whyId AND deleted = 0`,
        )
        .run({ ...row, whyId })
      if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
      return { whyId }
    }
    const last = tx.db
      .prepare<[CaseId], string | null>('SELECT max(order_key) FROM case_why WHERE case_id = ?')
      .pluck()
      .get(caseId)
    const order_key = orderKeyBetween(last ?? null, null)
    const id = insertRow(tx, 'case_why', { case_id: caseId, parent_id: parentId, order_key, ...row })
    return { whyId: WhyId.parse(id) }
  })
}

/** Deletes a question with all that hang on it. @throws Refusal ROW_NOT_FOUND */
export function removeWhy(
  kernel: Kernel,
  { commandId, whyId }: InputOf<typeof causes.removeWhy>,
): Outcome<object> {
  const { question: name, caseId } = kernel.db
    .prepare<[WhyId], { question: string; caseId: CaseId }>(
      'SELECT question, case_id AS caseId FROM case_why WHERE id = ? AND deleted = 0',
    )
    .get(whyId) ?? { question: '', caseId: null }
  return kernel.write({ commandId, label: { command: 'removeWhy', params: { name } } }, (tx) => {
    if (caseId !== null) refusePartOfEnded(tx.db, caseId)
    const { changes } = tx.db
      .prepare(
        `UPDATE case_why SET deleted = 1 WHERE deleted = 0 AND id IN (
           WITH RECURSIVE under(id) AS (SELECT ? UNION SELECT w.id FROM case_why w JOIN under u ON w.parent_id = u.id)
           SELECT id FROM under)`,
      )
      .run(whyId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}

/** Names a case's root cause; one that its account had within a year makes it a repeat. @throws Refusal CASE_NOT_FOUND, ROW_NOT_FOUND */
export function setRoot(
  kernel: Kernel,
  { commandId, caseId, root }: InputOf<typeof causes.setRoot>,
): Outcome<object> {
  const label = { command: 'setRoot', params: { name: caseName(kernel.db, caseId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { accountId, grading, cameAt } = caseAtWork(tx.db, caseId)
    const rootId = root === null ? null : rootOf(tx, root)
    const first = sameRoot(tx.db, caseId, rootId, cameAt).find(({ id }) => ownerOf(tx.db, id) === accountId)
    const grounds = { ...grading, repeat: grading.repeat || first !== undefined }
    tx.db
      .prepare(
        `UPDATE recovery_case SET root_cause_id = ?, repeat_of = coalesce(repeat_of, ?), grading = ? WHERE id = ?`,
      )
      .run(rootId, first?.id ?? null, JSON.stringify({ ...grounds, severity: severityOf(grounds) }), caseId)
    return {}
  })
}

const ownerOf = (db: Database.Database, caseId: CaseId): string | undefined =>
  db.prepare<[CaseId], string>('SELECT account_id FROM recovery_case WHERE id = ?').pluck().get(caseId)

/** A known cause by its id or its name, else a new one. @throws Refusal ROW_NOT_FOUND */
function rootOf(tx: Tx, root: NonNullable<InputOf<typeof causes.setRoot>['root']>): RootCauseId | string {
  if ('id' in root) {
    const there = tx.db.prepare('SELECT 1 FROM root_cause WHERE id = ? AND deleted = 0').get(root.id)
    if (there === undefined) throw new Refusal('ROW_NOT_FOUND')
    return root.id
  }
  const known = tx.db
    .prepare<[string], string>('SELECT id FROM root_cause WHERE name = ? AND deleted = 0')
    .pluck()
    .get(root.name)
  return (
    known ?? insertRow(tx, 'root_cause', { name: root.name, loss_cause: root.lossCause, force: root.force })
  )
}
