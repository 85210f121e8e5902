import type { TFunction } from 'i18next'
import type { SampleKept } from '../../db/department/contract.ts'

const KINDS = ['accounts', 'people', 'members'] as const

/** What stays of a removed sample, in words: `11 户客户、4 位成员`. Undefined where nothing stays. */
export function keptText(kept: SampleKept, t: TFunction): string | undefined {
  const parts = KINDS.flatMap((kind) => {
    const count = kept[kind]
    return count > 0 ? [t(`department.sample.kept.${kind}`, { count })] : []
  })
  return parts.length === 0 ? undefined : parts.join(t('department.sample.kept.separator'))
}
