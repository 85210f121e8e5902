import type { Entitlement } from '../../db/channel/policies/rules/entitlements.ts'
import { isBurden } from '../../db/channel/policies/rules/entitlements.ts'
import { ENTITLEMENT_SHORT_WORDS, ENTITLEMENT_WORDS } from '../../db/terms/entitlements.ts'
import { spokenLanguage } from '../i18n/i18n.ts'
import styles from './chips.module.css'
import { CheckOutlined, ClockCircleOutlined, FlagOutlined, MinusCircleOutlined } from './icons.tsx'

/** An entitlement on a chip, with where it comes from when that isn't the tier alone. */
export interface EntitlementChip {
  readonly entitlement: Entitlement
  /** what it means here in particular, such as the days of payment */
  readonly detail?: string | undefined
  readonly source?: 'policy' | 'grace' | 'exception' | undefined
  /** says the source: until when it is kept, why there is an exception */
  readonly remark?: string | undefined
}

const SIGNS = { policy: CheckOutlined, grace: ClockCircleOutlined, exception: FlagOutlined } as const

/** What an account is entitled to as chips: a tick for what its tier gives, a clock for what is kept, a flag for exceptions. */
export function EntitlementChips({ chips }: { readonly chips: readonly EntitlementChip[] }) {
  const language = spokenLanguage()
  return (
    <ul className={styles.chips}>
      {chips.map(({ entitlement, detail = '', source = 'policy', remark = '' }) => {
        const burden = isBurden(entitlement)
        const Sign = burden && source === 'policy' ? MinusCircleOutlined : SIGNS[source]
        const title = [ENTITLEMENT_WORDS[language][entitlement], detail, remark]
          .filter((part) => part !== '')
          .join(' · ')
        return (
          <li key={entitlement} data-source={source} data-burden={burden || undefined} title={title}>
            <Sign aria-hidden="true" />
            {ENTITLEMENT_SHORT_WORDS[language][entitlement]}
            {detail !== '' && <span className={styles.detail}>{detail}</span>}
            {remark !== '' && <span className="visually-hidden">{remark}</span>}
          </li>
        )
      })}
    </ul>
  )
}
