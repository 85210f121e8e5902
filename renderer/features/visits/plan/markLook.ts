import type { TFunction } from 'i18next'
import type { PlanMark } from '../../../../db/visits/plan/contract.ts'
import { tookPlace } from '../../../../db/visits/rules/states.ts'
import { formatDay, type Language } from '../../../ui/format.ts'

/** How marks of visits look: held, confirmed, planned, missed. That they came to us is a shape, see the styles. */
export const MARK_LOOKS = ['held', 'confirmed', 'planned', 'missed'] as const
export type MarkLook = (typeof MARK_LOOKS)[number]

/** How the mark of a visit looks. */
export function markLook({ state, missed }: Pick<PlanMark, 'state' | 'missed'>): MarkLook {
  if (missed) return 'missed'
  if (tookPlace(state)) return 'held'
  return state === 'confirmed' || state === 'frozen' ? 'confirmed' : 'planned'
}

/** The letters of who leads, in a circle: the surname's character, or the initials of a name in letters. */
export function leadSign(name: string | null): string {
  if (name === null || name.trim() === '') return '–'
  const [first = ''] = name.trim()
  if (!/[A-Za-z]/.test(first)) return first
  return name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map(([letter = '']) => letter.toUpperCase())
    .join('')
}

/** A visit in words, for those who don't see its mark and for its tooltip. */
export function markText(mark: PlanMark, account: string, language: Language, t: TFunction): string {
  const parts = [
    mark.title === '' ? account : mark.title,
    `${formatDay(`${mark.day}T00:00`, language)} ${mark.time}`.trim(),
    mark.missed ? t('visits.missed') : t(`visits.state.${mark.state}`),
    mark.lead === null ? t('visitPlan.noLead') : t('visitPlan.ledBy', { name: mark.lead }),
    t(`visits.direction.${mark.direction}`),
    ...(mark.clash ? [t('visitPlan.clash')] : []),
  ]
  return parts.join(t('visitPlan.comma'))
}

const monthFormat = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })

/** Made once: it takes longer to make one than to name all months of a plan with it. */
const MONTH_FORMATS = { zh: monthFormat('zh'), en: monthFormat('en') } as const satisfies Record<
  Language,
  object
>

/** Names of the months, short: 1月, Jan. */
export const monthShort = (month: number, language: Language): string =>
  MONTH_FORMATS[language].format(Date.UTC(2_000, month, 1))
