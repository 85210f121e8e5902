import { describe, expect, it } from 'vitest'
import {
  DEFAULT_CALENDAR,
  type Shift,
  type WorkCalendar,
} from '../../../../db/department/calendar/rules/calendar.ts'
import { checkCalendar } from '../../../../db/department/calendar/rules/checkCalendar.ts'

const office: Shift = { from: 540, to: 1_080 }
const week = (...shifts: readonly Shift[]) => [shifts, shifts, shifts, shifts, shifts, [], []]
const calendar = (changes: Partial<WorkCalendar>): WorkCalendar => ({
  timeZone: 'Asia/Shanghai',
  week: week(office),
  days: {},
  ...changes,
})
const faultsOf = (changes: Partial<WorkCalendar>) => checkCalendar(calendar(changes))

const daysOff = (from: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10),
      { kind: 'off', name: '' } as const,
    ]),
  )

describe('a calendar', () => {
  it('is whole as built in, and with a night shift that ends as the next begins', () => {
    expect(checkCalendar(DEFAULT_CALENDAR)).toEqual([])
    expect(faultsOf({ week: week({ from: 0, to: 360 }, { from: 1_320, to: 1_440 }) })).toEqual([])
    expect(faultsOf({ week: week({ from: 360, to: 1_800 }) })).toEqual([])
  })

  it.each(['Mars/Olympus', '', '+08:00', 'Asia/Shang hai'])('is refused in the zone “%s”', (timeZone) => {
    expect(faultsOf({ timeZone })).toEqual([{ fault: 'unknownTimeZone', timeZone }])
  })

  it('is refused without any workday, even where days of work are listed', () => {
    const days = { '2026-02-14': { kind: 'work', name: '', shifts: [office] } } as const
    expect(faultsOf({ week: [[], [], [], [], [], [], []], days })).toEqual([{ fault: 'noWorkday' }])
  })

  it('is refused with 370 days off in a row, not with 369', () => {
    // 2027-01-04 is a Monday; the weekend before it is free as well
    expect(faultsOf({ days: daysOff('2027-01-04', 368) })).toEqual([
      { fault: 'longGap', day: '2027-01-02', days: 370 },
    ])
    expect(faultsOf({ days: daysOff('2027-01-04', 367) })).toEqual([])
  })

  it.each<[string, Shift, string]>([
    ['ends before it begins', { from: 600, to: 540 }, 'shiftTurned'],
    ['ends as it begins', { from: 600, to: 600 }, 'shiftTurned'],
    ['begins before its day', { from: -1, to: 540 }, 'shiftOutside'],
    ['begins after its day', { from: 1_440, to: 1_500 }, 'shiftOutside'],
    ['lasts longer than a day', { from: 1_400, to: 2_841 }, 'shiftOutside'],
    ['begins within a minute', { from: 540.5, to: 600 }, 'shiftOutside'],
    ['begins nowhere', { from: Number.NaN, to: 600 }, 'shiftOutside'],
  ])('is refused with a shift that %s', (_name, shift, fault) => {
    expect(faultsOf({ week: [[shift], ...week(office).slice(1)] })).toContainEqual({
      fault,
      place: { weekday: 0 },
      shift,
    })
    const days = { '2026-02-14': { kind: 'work', name: '', shifts: [shift] } } as const
    expect(faultsOf({ days })).toContainEqual({ fault, place: { day: '2026-02-14' }, shift })
  })

  it('is refused where shifts overlap, within a day and over midnight', () => {
    const late: Shift = { from: 1_000, to: 1_200 }
    expect(faultsOf({ week: week(late, office) })).toContainEqual({
      fault: 'shiftsOverlap',
      place: { weekday: 0 },
      shift: late,
    })
    const night: Shift = { from: 1_320, to: 2_000 }
    const [monday, ...others] = week(office)
    expect(faultsOf({ week: [[...(monday ?? []), night], ...others] })).toEqual([
      { fault: 'shiftsOverlap', place: { weekday: 1 }, shift: office },
    ])
    // Sunday's night reaches Monday
    expect(faultsOf({ week: [[office], [], [], [], [], [], [night]] })).toEqual([
      { fault: 'shiftsOverlap', place: { weekday: 0 }, shift: office },
    ])
    // 2026-02-14 is a Saturday: its night reaches a Sunday that is worked, too
    const days = {
      '2026-02-14': { kind: 'work', name: '', shifts: [night] },
      '2026-02-15': { kind: 'work', name: '' },
    } as const
    expect(faultsOf({ days })).toEqual([
      { fault: 'shiftsOverlap', place: { day: '2026-02-15' }, shift: office },
    ])
  })

  it.each([
    ['2026-02-29', 'noSuchDay'],
    ['today', 'noSuchDay'],
    ['1999-12-31', 'dayOutside'],
    ['2101-01-01', 'dayOutside'],
  ])('is refused with the day %s', (day, fault) => {
    expect(faultsOf({ days: { [day]: { kind: 'off', name: '' } } })).toEqual([{ fault, day }])
  })

  it('is refused with shifts on a free day, none on a day of work, or too many days', () => {
    expect(faultsOf({ days: { '2026-02-14': { kind: 'off', name: '', shifts: [] } } })).toEqual([
      { fault: 'shiftsOfDay', day: '2026-02-14', kind: 'off' },
    ])
    expect(faultsOf({ days: { '2026-02-14': { kind: 'work', name: '', shifts: [] } } })).toEqual([
      { fault: 'shiftsOfDay', day: '2026-02-14', kind: 'work' },
    ])
    expect(faultsOf({ days: daysOff('2026-01-01', 5_001) })).toEqual([
      { fault: 'tooManyDays', days: 5_001, most: 5_000 },
    ])
  })
})
