import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { AccountRow, Figure } from '../../contract.ts'
import type { FigureUnit } from '../../rules/figures.ts'
import { groupOf } from '../../rules/parents.ts'
import { listFigures } from '../../service/figures.ts'
import { accountsReader } from '../../service/read.ts'
import type { GroupCompany, Seat } from '../contract.ts'
import { seatsOf } from './seats.ts'

/** Companies of a group that are listed; a holding with more is a list of its own. */
const MOST_LISTED = 200

/** What the group of an account consists of. */
export interface Group {
  readonly seats: Seat[]
  readonly figures: Figure[]
  readonly companies: GroupCompany[]
  readonly more: number
  readonly totals: { readonly revenue: number | null; readonly figures: (number | null)[] }
}

/** The working group of an account and the companies of its group, with totals. @throws Refusal ACCOUNT_NOT_FOUND */
export function getGroup(kernel: Kernel, accountId: AccountId): Group {
  const { db } = kernel
  const read = accountsReader(db)
  const account = read(accountId)
  if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
  const childIds = db
    .prepare<[string], AccountId>(
      'SELECT id FROM account WHERE parent_id = ? AND deleted = 0 ORDER BY name, id',
    )
    .pluck()
  const nodes = groupOf<AccountRow>(
    account,
    ({ parentId }) => (parentId === null ? null : (read(parentId) ?? null)),
    ({ id }) => childIds.all(id).flatMap((child) => read(child) ?? []),
  )
  const figures = listFigures(db)
  const all = nodes.map(({ account: company }) => company)
  return {
    seats: seatsOf(db, accountId),
    figures,
    companies: nodes.slice(0, MOST_LISTED).map(({ account: company, depth }) => ({
      id: company.id,
      name: company.name,
      ownerId: company.ownerId,
      revenue: company.revenue,
      figures: company.figures,
      tier: company.tier,
      depth,
    })),
    more: Math.max(0, nodes.length - MOST_LISTED),
    totals: {
      revenue: sumOf(all.map(({ revenue }) => revenue)),
      figures: figures.map(({ unit }, at) =>
        ADDED.has(unit) ? sumOf(all.map((company) => company.figures[at] ?? null)) : null,
      ),
    },
  }
}

/** Units whose figures of several companies make one: percentages, years and days don't. */
const ADDED: ReadonlySet<FigureUnit> = new Set<FigureUnit>(['money', 'number'])

/** The sum of what is known; null where nothing is, or where it is too large to be exact. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  const sum = known.reduce((total, value) => total + value, 0)
  return known.length === 0 || !Number.isSafeInteger(sum) ? null : sum
}
