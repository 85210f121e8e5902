import type { TFunction } from 'i18next'
import type { Cluster } from '../../../../db/recovery/patterns/contract.ts'
import type { Dimension } from '../../../../db/recovery/patterns/rules/dimensions.ts'
import { CASE_CATEGORIES, LOSS_CAUSES } from '../../../../db/recovery/rules/words.ts'
import type { engine } from '../../../client/engine.ts'
import { formatNumber } from '../../../ui/format.ts'

/** What the engine says of a span of days. */
export type Report = Awaited<ReturnType<typeof engine.patterns.report>>

/** A share (0–1) in percent. */
export const shareText = (share: number): string => `${formatNumber(share * 100, 1)}%`

const categoryOf = (key: string) => CASE_CATEGORIES.find((one) => one === key) ?? 'other'

/** What a group is called: the name that came with it, or the word that its key is. */
export function groupName(
  by: Dimension,
  { key, name }: { readonly key: string; readonly name: string },
  t: TFunction,
): string {
  switch (by) {
    case 'category':
      return t(`cases.category.${categoryOf(key)}`)
    case 'lossCause': {
      const cause = LOSS_CAUSES.find((one) => one === key)
      return cause === undefined ? key : t(`cases.lossCause.${cause}`)
    }
    case 'place':
      return key
    case 'rootCause':
    case 'product':
    case 'responsible':
    case 'account':
      return name
  }
}

/** What the cases of a cluster have in common. */
export function clusterName({ alike }: Cluster, t: TFunction): string {
  const name = groupName(alike.kind, alike, t)
  const category = 'category' in alike ? t(`cases.category.${categoryOf(alike.category)}`) : ''
  return t(`patterns.clusters.kind.${alike.kind}`, { name, category })
}
