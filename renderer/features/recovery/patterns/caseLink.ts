import type { Span } from '../../../../db/channel/rules/periods.ts'
import type { CasesAmong } from '../../../../db/recovery/contract.ts'
import type { Cluster } from '../../../../db/recovery/patterns/contract.ts'
import type { Dimension } from '../../../../db/recovery/patterns/rules/dimensions.ts'

/** What in the address of the list names a group. */
const NAMES = {
  rootCause: 'rootCauseId',
  category: 'category',
  lossCause: 'lossCause',
  product: 'productId',
  place: 'place',
  responsible: 'responsibleId',
  account: 'accountId',
} as const satisfies Record<Dimension, keyof CasesAmong>

const listOf = (among: Readonly<Record<string, string>>): string =>
  `/recovery?${new URLSearchParams({ show: 'all', ...among })}`

/** Where the cases of a group are listed that came in a span of days. */
export const casesOf = (by: Dimension, key: string, { from, until }: Span): string =>
  listOf({ [NAMES[by]]: key, from, until })

/** Where the cases of a cluster are listed. */
export const casesOfCluster = ({ alike }: Cluster, { from, until }: Span): string =>
  listOf({
    [NAMES[alike.kind]]: alike.key,
    ...('category' in alike ? { category: alike.category } : {}),
    from,
    until,
  })
