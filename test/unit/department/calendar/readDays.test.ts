import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shift } from '../../../../db/department/calendar/rules/calendar.ts'
import { readDays } from '../../../../db/department/calendar/rules/readDays.ts'
import {
  readShifts,
  readTime,
  shiftsText,
  timeText,
} from '../../../../db/department/calendar/rules/shiftText.ts'

const off = (name: string) => ({ kind: 'off', name })
const work = (name: string) => ({ kind: 'work', name })

describe('a file of days', () => {
  it.each([
    ['a table with a header', '日期,类型,名称\r\n2027-02-06,休,春节\r\n2027-02-14,班,调休'],
    [
      'its columns in another order, after a byte order mark',
      '\uFEFF名称,日期,类型\n春节,2027/2/6,放假\n调休,2027年2月14日,上班',
    ],
    ['without a header', '2027-02-06,off,春节\n2027-02-14,work,调休'],
    [
      'cut by tabs, with empty lines',
      'date\tkind\tname\n\n2027-02-06\toff\t春节\n20270214\tworkday\t调休\n\n',
    ],
    ['cut by semicolons, quoted', '"2027-02-06";"休";"春节"\n2027-02-14;班;调休'],
    [
      'a list of JSON',
      '[{"date":"2027-02-06","kind":"off","name":"春节"},{"day":"2027-02-14","kind":"work","name":"调休"}]',
    ],
    [
      'a public list of China’s holidays',
      '{"year":2027,"days":[{"name":"春节","date":"2027-02-06","isOffDay":true},{"name":"调休","date":"2027-02-14","isOffDay":false}]}',
    ],
    [
      'days as keys',
      '{"2027-02-06":{"kind":"off","name":"春节"},"2027-02-14":{"kind":"work","name":"调休"}}',
    ],
    [
      'a calendar file',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270206\r\nDTEND;VALUE=DATE:20270207\r\nSUMMARY:春节（休）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270214\r\nSUMMARY:调\r\n 休（班）\r\nEND:VEVENT\r\nEND:VCALENDAR',
    ],
  ])('is read as %s', (_name, text) => {
    expect(readDays(text)).toEqual({
      days: { '2027-02-06': off('春节'), '2027-02-14': work('调休') },
      faults: [],
      skipped: 0,
    })
  })

  it('knows ranges and shifts', () => {
    expect(readDays('2027-02-06~2027-02-08,休,春节\n2027-02-14,班,,"9:00-12:00、13:30～18:00"').days).toEqual(
      {
        '2027-02-06': off('春节'),
        '2027-02-07': off('春节'),
        '2027-02-08': off('春节'),
        '2027-02-14': {
          kind: 'work',
          name: '',
          shifts: [
            { from: 540, to: 720 },
            { from: 810, to: 1_080 },
          ],
        },
      },
    )
  })

  it('takes all entries of a calendar file for days off where none is marked, and skips observances where some are', () => {
    const event = (day: string, summary: string) =>
      `BEGIN:VEVENT\nDTSTART;VALUE=DATE:${day}\nDTEND;VALUE=DATE:20271227\nSUMMARY:${summary}\nEND:VEVENT\n`
    const file = (...events: string[]) => `BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR`
    expect(readDays(file(event('20271225', 'Christmas')))).toEqual({
      days: { '2027-12-25': off('Christmas'), '2027-12-26': off('Christmas') },
      faults: [],
      skipped: 0,
    })
    expect(readDays(file(event('20271226', '元旦（休）'), event('20271225', '圣诞节')))).toEqual({
      days: { '2027-12-26': off('元旦') },
      faults: [],
      skipped: 1,
    })
  })

  it.each([
    ['2027-02-29,休,春节', 1, 'badDate', '2027-02-29'],
    ['日期,类型,名称\n\n昨天,休,春节', 3, 'badDate', '昨天'],
    ['2027-02-08~2027-02-06,休,春节', 1, 'badDate', '2027-02-08~2027-02-06'],
    ['1999-01-01,休,元旦', 1, 'dayOutside', '1999-01-01'],
    ['2027-01-01~2029-01-01,休,元旦', 1, 'longRange', '2027-01-01~2029-01-01'],
    ['2027-01-01,也许,元旦', 1, 'badKind', '也许'],
    ['2027-01-01,,元旦', 1, 'badKind', ''],
    ['2027-01-01,班,元旦,9-25', 1, 'badShifts', '9-25'],
    ['2027-01-01,休,元旦,9-12', 1, 'shiftsOff', '9-12'],
    [`2027-01-01,休,${'长'.repeat(41)}`, 1, 'longName', '长'.repeat(41)],
    ['2027-01-01,休,元旦\n2027-01-01,班,元旦', 2, 'twice', '2027-01-01'],
    ['[{"date":', 1, 'badJson', '[{"date":'],
    ['[1, {"date":"2027-01-01","kind":"off"}]', 1, 'badDate', ''],
    [
      '[{"date":"2027-01-01","kind":"work","shifts":[{"from":600,"to":500}]}]',
      1,
      'badShifts',
      '[{"from":600,"to":500}]',
    ],
    ['', 1, 'noFile', ''],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 1, 'noFile', ''],
  ])('says what is wrong with “%s”', (text, line, fault, shown) => {
    expect(readDays(text).faults).toContainEqual({ line, fault, text: shown })
  })

  it('stops at a table of thousands of days', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `${2_010 + at}-01-01~${2_010 + at}-12-31,休,`)
    expect(readDays(lines.join('\n'))).toMatchObject({ days: {}, faults: [{ line: 14, fault: 'tooMany' }] })
  })

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'BEGIN:VCALENDAR\n',
      'BEGIN:VEVENT\n',
      'DTSTART:',
      '2027',
      '-01',
      ',',
      '"',
      '{',
      '[',
      ']',
      '\n',
      '休',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        const { days, faults } = readDays(parts.join(''))
        expect(Object.keys(days).length + faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('times and shifts in words', () => {
  it.each([
    ['9', 540],
    ['0900', 540],
    ['９：３０', 570],
    ['9点30分', 570],
    ['24:00', 1_440],
    ['0', 0],
  ])('%s is %i minutes', (typed, minute) => {
    expect(readTime(typed)).toBe(minute)
  })

  it.each(['24:01', '9:60', '九点', '', '-1', '9.5'])('“%s” is no time', (typed) => {
    expect(readTime(typed)).toBeUndefined()
  })

  it('are read again as they were told, nights too', () => {
    const shift: fc.Arbitrary<Shift> = fc
      .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
      .map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 4 }), (shifts) => {
        const sorted = shifts.toSorted((a, b) => a.from - b.from)
        expect(readShifts(shiftsText(shifts))).toEqual(sorted)
      }),
    )
    expect([timeText(540), timeText(1_440), timeText(1_800)]).toEqual(['09:00', '24:00', '06:00'])
  })
})
