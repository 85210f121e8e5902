import { offsetAt } from '../../../../db/department/calendar/rules/zones.ts'
import type { Language } from '../../../../db/terms/language.ts'
import { ZONE_CITIES } from '../../../../db/terms/zones.ts'

/** A zone to choose. */
export interface ZoneOption {
  readonly value: string
  readonly label: string
  /** what it is found by, in small letters */
  readonly words: string
}

/** A zone's distance from UTC at an instant: UTC+8, UTC+5:30. */
function offsetText(zone: string, at: number): string {
  const minutes = Math.round(offsetAt(zone, at) / 60_000)
  const rest = Math.abs(minutes) % 60
  const hours = Math.floor(Math.abs(minutes) / 60)
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function optionOf(zone: string, language: Language, at: number): ZoneOption {
  const offset = offsetText(zone, at)
  const city = ZONE_CITIES[zone] ?? ''
  const label = [language === 'zh' ? city : '', zone.replaceAll('_', ' '), offset].filter(Boolean).join(' · ')
  return { value: zone, label, words: `${zone} ${city} ${label} ${offset.replace('−', '-')}`.toLowerCase() }
}

/** A zone as it is shown while the others aren't needed. */
export const zoneOption = (zone: string, language: Language): ZoneOption =>
  optionOf(zone, language, Date.now())

/** All zones that this program knows, the well-known ones first. */
export function zoneOptions(language: Language): ZoneOption[] {
  const known = Object.keys(ZONE_CITIES)
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !(zone in ZONE_CITIES))
  return [...known, 'UTC', ...others.filter((zone) => zone !== 'UTC')].map((zone) =>
    optionOf(zone, language, Date.now()),
  )
}
