import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { FestivalCode } from './festivals.ts'
import type { OwnerRole } from './owners.ts'
import { CARE_REASONS, type CareReason } from './reasons.ts'

/** How the department makes care tasks of one reason. What a reason doesn't use stays at its default. */
export interface CareRule {
  readonly on: boolean
  /** accounts of these tiers alone; accounts without one are never meant, but for contracts and invitations */
  readonly tiers: readonly Tier[]
  /** how many days before its day a task is made, 0–365 */
  readonly ahead: number
  /** silence and extra services: days by tier; null for never */
  readonly days: Readonly<Record<Tier, number | null>>
  /** festival greetings: which */
  readonly festivals: readonly FestivalCode[]
  /** whose the tasks are */
  readonly owner: OwnerRole
  /** that member, where `owner` names one */
  readonly memberId: string | null
  /** a template to start in the place of a single task; null for none */
  readonly playbookId: string | null
}

/** Most days that a rule may look ahead or wait. */
export const MOST_DAYS = 1_000

const NEVER: CareRule['days'] = { key: null, main: null, ordinary: null, small: null }

const rule = (changes: Partial<CareRule>): CareRule => ({
  on: true,
  tiers: ['key', 'main'],
  ahead: 0,
  days: NEVER,
  festivals: [],
  owner: 'account',
  memberId: null,
  playbookId: null,
  ...changes,
})

/** What holds where the department said nothing. */
export const DEFAULT_RULES: Readonly<Record<CareReason, CareRule>> = {
  cadence: rule({ tiers: ['key', 'main', 'ordinary', 'small'], ahead: 3 }),
  silence: rule({
    tiers: ['key', 'main', 'ordinary'],
    days: { key: 30, main: 45, ordinary: 90, small: null },
  }),
  birthday: rule({ ahead: 7 }),
  festival: rule({ ahead: 7, festivals: ['springFestival', 'midAutumn'] }),
  contract: rule({ tiers: ['key', 'main', 'ordinary', 'small'], ahead: 60 }),
  invitation: rule({ tiers: ['key', 'main', 'ordinary', 'small'], ahead: 21 }),
  service: rule({ tiers: ['key'], days: { key: 180, main: null, ordinary: null, small: null }, ahead: 7 }),
}

/** The settings in force: the department's where it made any. */
export const rulesInForce = (
  saved: Partial<Record<CareReason, CareRule>>,
): Readonly<Record<CareReason, CareRule>> => {
  const [cadence, silence, birthday, festival, contract, invitation, service] = CARE_REASONS.map(
    (reason) => saved[reason] ?? DEFAULT_RULES[reason],
  )
  return {
    cadence: cadence ?? DEFAULT_RULES.cadence,
    silence: silence ?? DEFAULT_RULES.silence,
    birthday: birthday ?? DEFAULT_RULES.birthday,
    festival: festival ?? DEFAULT_RULES.festival,
    contract: contract ?? DEFAULT_RULES.contract,
    invitation: invitation ?? DEFAULT_RULES.invitation,
    service: service ?? DEFAULT_RULES.service,
  }
}

/** What of a rule's settings its reason goes by, for the screen. */
export const USES: Readonly<Record<CareReason, readonly (keyof CareRule)[]>> = {
  cadence: ['tiers', 'ahead', 'owner'],
  silence: ['tiers', 'days', 'owner', 'playbookId'],
  birthday: ['tiers', 'ahead', 'owner'],
  festival: ['tiers', 'ahead', 'festivals', 'owner'],
  contract: ['tiers', 'ahead', 'owner', 'playbookId'],
  invitation: ['tiers', 'ahead', 'owner'],
  service: ['tiers', 'days', 'ahead', 'owner'],
}
