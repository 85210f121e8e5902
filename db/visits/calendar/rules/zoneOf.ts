import { instantOfWall, isTimeZone } from '../../../department/calendar/rules/zones.ts'
import type { IcsComponent } from './icsLines.ts'

/** Names that Windows gives to zones, as Outlook writes them. */
const WINDOWS: Readonly<Record<string, string>> = {
  'China Standard Time': 'Asia/Shanghai',
  'Taipei Standard Time': 'Asia/Taipei',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'Singapore Standard Time': 'Asia/Singapore',
  'India Standard Time': 'Asia/Kolkata',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Romance Standard Time': 'Europe/Paris',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Pacific Standard Time': 'America/Los_Angeles',
  UTC: 'UTC',
}

/** The instant (epoch ms) at which a wall of a zone shows a time, given as if it were UTC in ms. */
export type Zone = (wall: number) => number

/** The zone that a calendar means by a TZID: one that the world knows, else what its own VTIMEZONE says of standard time. */
export function zonesOf(calendar: IcsComponent): (tzid: string | undefined) => Zone {
  const offsets = new Map(calendar.parts.flatMap((part) => ownOffset(part)))
  const known = new Map<string, Zone>()
  return (tzid) => {
    if (tzid === undefined) return laptop
    const before = known.get(tzid)
    if (before) return before
    const zone = zoneNamed(tzid, offsets.get(tzid))
    known.set(tzid, zone)
    return zone
  }
}

/** UTC, as times that end with Z are. */
export const utc: Zone = (wall) => wall

/** The laptop's own zone, as times without one are meant. */
const laptop: Zone = (wall) => {
  const at = new Date(wall)
  return new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  ).getTime()
}

function zoneNamed(tzid: string, offset: number | undefined): Zone {
  // some programs write a path before the name: /freeassociation.sourceforge.net/Asia/Shanghai
  const path = tzid.split('/').slice(-2).join('/')
  const name = [tzid, WINDOWS[tzid], path].find((one) => one !== undefined && isTimeZone(one))
  if (name !== undefined) return (wall) => instantOfWall(name, wall)
  return offset === undefined ? laptop : (wall) => wall - offset
}

/** What a VTIMEZONE says of its standard time, as ms ahead of UTC under its TZID; nothing for other components. */
function ownOffset({ name, properties, parts }: IcsComponent): [string, number][] {
  const tzid = properties.find((property) => property.name === 'TZID')?.value
  const standard = parts.find((part) => part.name === 'STANDARD') ?? parts[0]
  const offset = standard?.properties.find((property) => property.name === 'TZOFFSETTO')?.value
  const match = /^([+-])(\d\d)(\d\d)/.exec(offset ?? '')
  if (name !== 'VTIMEZONE' || tzid === undefined || !match) return []
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return [[tzid, (match[1] === '-' ? -minutes : minutes) * 60_000]]
}
