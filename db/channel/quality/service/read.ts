import { listProducts } from '../../../accounts/analysis/service/catalogue.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import type { AttachmentId, ProductId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type InputOf, memberNames, readJson } from '../../ledger/service/rows.ts'
import type { Incident, quality } from '../contract.ts'
import { correctionLate, incidentState, recurrences } from '../rules/course.ts'
import type { StoredCorrection, StoredProof } from './incidents.ts'

type Stored = Omit<Incident, 'tier' | 'correction' | 'proof' | 'state' | 'late' | 'earlier'> & {
  readonly correction: string | null
  readonly proof: string | null
}
type File = { readonly id: AttachmentId; readonly name: string }

/** Incidents of accounts that are there: those that are not over first, late ones before all, then the newest. */
export function listIncidents(
  kernel: Kernel,
  { accountId }: InputOf<typeof quality.list>,
): { today: string; products: { id: ProductId; name: string }[]; rows: Incident[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const stored = db
    .prepare<object, Stored>(
      `SELECT q.id, q.code, q.account_id AS accountId, a.name AS account, q.kind, q.severity,
         p.id AS productId, p.name AS product, q.title, q.detail, q.happened_on AS happenedOn, q.cause,
         m.id AS ownerId, m.name AS owner, q.correction, q.proof
       FROM quality_incident q JOIN account a ON a.id = q.account_id AND a.deleted = 0
       LEFT JOIN product p ON p.id = q.product_id AND p.deleted = 0
       LEFT JOIN member m ON m.id = q.owner_id AND m.deleted = 0
       WHERE q.deleted = 0 ${accountId === undefined ? '' : 'AND q.account_id = @accountId'}
       ORDER BY q.happened_on DESC, q.id DESC`,
    )
    .all({ accountId: accountId ?? null })
  const standings = newestStandings(db)
  const names = memberNames(db)
  const earlier = recurrences(stored)
  const file = db.prepare<[string], File>('SELECT id, name FROM attachment WHERE id = ? AND deleted = 0')
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
  const rows = stored.map((row): Incident => {
    const correction = readJson<StoredCorrection>(row.correction)
    const proof = readJson<StoredProof>(row.proof)
    const course = { correction, proof }
    return {
      ...row,
      tier: standings.get(row.accountId)?.tier ?? null,
      correction: correction && { ...correction, by: nameOf(correction.by) },
      proof: proof && {
        ...proof,
        by: nameOf(proof.by),
        files: proof.files.flatMap((id) => file.get(id) ?? []),
      },
      state: incidentState(course),
      late: correctionLate(course, today),
      earlier: earlier.get(row.id) ?? 0,
    }
  })
  const over = ({ state }: Incident): number => Number(state === 'proven')
  rows.sort((a, b) => over(a) - over(b) || b.late - a.late)
  return { today, products: listProducts(db).map(({ id, name }) => ({ id, name })), rows }
}
