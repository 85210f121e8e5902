import { offsetAt } from '../../../../db/department/calendar/rules/zones.ts'
import type { Language } from '../../../../db/terms/language.ts'

/** Cities by which people in China look for a zone; first those that a department there meets most. */
const CITIES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京 上海',
  'Asia/Hong_Kong': '香港',
  'Asia/Taipei': '台北',
  'Asia/Urumqi': '乌鲁木齐',
  'Asia/Tokyo': '东京',
  'Asia/Seoul': '首尔',
  'Asia/Singapore': '新加坡',
  'Asia/Bangkok': '曼谷',
  'Asia/Jakarta': '雅加达',
  'Asia/Ho_Chi_Minh': '胡志明市 河内',
  'Asia/Kuala_Lumpur': '吉隆坡',
  'Asia/Manila': '马尼拉',
  'Asia/Kolkata': '新德里 孟买 印度',
  'Asia/Dubai': '迪拜',
  'Asia/Riyadh': '利雅得',
  'Europe/Moscow': '莫斯科',
  'Europe/Istanbul': '伊斯坦布尔',
  'Europe/Berlin': '柏林 法兰克福',
  'Europe/Paris': '巴黎',
  'Europe/London': '伦敦',
  'Africa/Cairo': '开罗',
  'Africa/Johannesburg': '约翰内斯堡',
  'America/New_York': '纽约',
  'America/Chicago': '芝加哥',
  'America/Los_Angeles': '洛杉矶',
  'America/Sao_Paulo': '圣保罗',
  'Australia/Sydney': '悉尼',
  'Pacific/Auckland': '奥克兰',
}

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
  const city = CITIES[zone] ?? ''
  const label = [language === 'zh' ? city : '', zone.replaceAll('_', ' '), offset].filter(Boolean).join(' · ')
  return { value: zone, label, words: `${zone} ${city} ${label} ${offset.replace('−', '-')}`.toLowerCase() }
}

/** A zone as it is shown while the others aren't needed. */
export const zoneOption = (zone: string, language: Language): ZoneOption =>
  optionOf(zone, language, Date.now())

/** All zones that this program knows, the well-known ones first. */
export function zoneOptions(language: Language): ZoneOption[] {
  const known = Object.keys(CITIES)
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !(zone in CITIES))
  return [...known, 'UTC', ...others.filter((zone) => zone !== 'UTC')].map((zone) =>
    optionOf(zone, language, Date.now()),
  )
}
