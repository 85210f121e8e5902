import { describe, expect, test } from 'vitest'
import { type Busy, busyOf } from '../../../db/visits/calendar/rules/busy.ts'
import { IcsFault, IcsReader } from '../../../db/visits/calendar/rules/icsLines.ts'

const SPAN = { from: '2026-11-01', until: '2027-02-01' }

const read = (...lines: readonly string[]) => {
  const reader = new IcsReader()
  for (const line of lines) reader.push(line)
  return reader.end()
}
const event = (...lines: readonly string[]): string[] => ['BEGIN:VEVENT', 'UID:a@b', ...lines, 'END:VEVENT']
const calendar = (...events: readonly string[][]): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...events.flat(),
  'END:VCALENDAR',
]
const busy = (...events: readonly string[][]): Busy[] =>
  [...busyOf(read(...calendar(...events)), SPAN)].flat()
const times = (...events: readonly string[][]): string[] =>
  busy(...events).map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)

describe('busy times of a calendar (the laptop is in Shanghai)', () => {
  test('in UTC, in a zone, without one, and on whole days', () => {
    expect(
      times(
        event('DTSTART:20261201T010000Z', 'DTEND:20261201T023000Z'),
        event('DTSTART;TZID=Europe/Berlin:20261201T090000', 'DURATION:PT1H30M'),
        event(
          'DTSTART;TZID="China Standard Time":20261201T090000',
          'DTEND;TZID="China Standard Time":20261201T100000',
        ),
        event('DTSTART:20261201T140000', 'DTEND:20261201T150000'),
        event('DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261204'),
        event('DTSTART;VALUE=DATE:20261205'),
      ),
    ).toEqual([
      '2026-12-01 09:00 2026-12-01 10:30',
      '2026-12-01 16:00 2026-12-01 17:30',
      '2026-12-01 09:00 2026-12-01 10:00',
      '2026-12-01 14:00 2026-12-01 15:00',
      '2026-12-02 00:00 2026-12-04 00:00',
      '2026-12-05 00:00 2026-12-06 00:00',
    ])
  })

  test('of a series keep their wall time when their own zone changes its clocks', () => {
    expect(
      times(
        event('DTSTART;TZID=America/New_York:20261030T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'),
      ),
    ).toEqual(
      [
        // summer time ends on 1 November there
        '2026-11-01 22:00 2026-11-01 23:00',
        '2026-11-02 22:00 2026-11-02 23:00',
      ].map((line) => line),
    )
  })

  test('of a series without what was taken out or changed', () => {
    expect(
      times(
        event(
          'DTSTART;TZID=Asia/Shanghai:20261123T090000',
          'DURATION:PT1H',
          'RRULE:FREQ=WEEKLY;UNTIL=20261214T010000Z',
          'EXDATE;TZID=Asia/Shanghai:20261130T090000',
        ),
        event(
          'RECURRENCE-ID;TZID=Asia/Shanghai:20261207T090000',
          'DTSTART;TZID=Asia/Shanghai:20261208T140000',
          'DURATION:PT2H',
        ),
      ),
    ).toEqual([
      '2026-11-23 09:00 2026-11-23 10:00',
      '2026-12-14 09:00 2026-12-14 10:00',
      '2026-12-08 14:00 2026-12-08 16:00',
    ])
  })

  test('leave out what is free, cancelled, or takes no time', () => {
    expect(
      times(
        event('DTSTART:20261201T010000Z', 'DTEND:20261201T020000Z', 'TRANSP:TRANSPARENT'),
        event('DTSTART:20261201T010000Z', 'DTEND:20261201T020000Z', 'STATUS:CANCELLED'),
        event('DTSTART:20261201T010000Z'),
        event('DTSTART:20250101T010000Z', 'DTEND:20250101T020000Z'),
      ),
    ).toEqual([])
  })

  test('keep private ones’ titles to themselves, and unfold and unescape the others’', () => {
    const when = ['DTSTART:20261201T010000Z', 'DTEND:20261201T020000Z']
    expect(
      busy(
        event(...when, 'SUMMARY:体检', 'LOCATION:医院', 'CLASS:PRIVATE'),
        event(...when, 'SUMMARY:董事会\\, 第', ' 四季度', 'LOCATION:杭州'),
      ).map(({ title, place }) => [title, place]),
    ).toEqual([
      ['', ''],
      ['董事会, 第四季度', '杭州'],
    ])
  })

  test('of a zone that only the file knows go by its standard time', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Our office',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    expect(times(zone, event('DTSTART;TZID=Our office:20261201T100000', 'DURATION:PT1H'))).toEqual([
      '2026-12-01 09:00 2026-12-01 10:00',
    ])
  })
})

describe('a calendar that can’t be taken', () => {
  const fault = (...lines: readonly string[]): unknown => {
    try {
      return [...busyOf(read(...lines), SPAN)]
    } catch (error) {
      return error instanceof IcsFault ? [error.why, error.line, error.text] : error
    }
  }
  test.each([
    [
      'a line that is none',
      calendar(event('DTSTART:20261201T010000Z', 'what is this')),
      ['notALine', 6, 'what is this'],
    ],
    ['no calendar at all', ['<html>', '<p>not found</p>'], ['notACalendar', 1, '<html>']],
    ['nothing', [''], ['notACalendar', 1, '']],
    [
      'a day that isn’t',
      calendar(event('DTSTART:20260230T010000Z')),
      ['badTime', 5, 'DTSTART:20260230T010000Z'],
    ],
    [
      'a rule that is none',
      calendar(event('DTSTART:20261201', 'RRULE:FREQ=SOMETIMES')),
      ['badRule', 6, 'RRULE:FREQ=SOMETIMES'],
    ],
    ['an event without start', calendar(event('SUMMARY:x')), ['noStart', 3, 'BEGIN:VEVENT']],
    ['an end too few', ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VCALENDAR'], ['unended', 3, 'END:VCALENDAR']],
    ['a file that was cut', ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1'], ['unended', 2, 'BEGIN:VEVENT']],
  ])('%s', (_, lines, told) => expect(fault(...lines)).toEqual(told))
})
