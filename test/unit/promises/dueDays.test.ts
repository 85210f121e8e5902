import { describe, expect, it } from 'vitest'
import { nearDay, readDue } from '../../../db/accounts/promises/rules/dueDays.ts'

const TODAY = '2026-11-24'

describe('a due day as people type it', () => {
  it.each([
    ['2026-12-05', '2026-12-05'],
    ['12-05', '2026-12-05'],
    ['12/5', '2026-12-05'],
    ['１２月５日', '2026-12-05'],
    ['11-24', TODAY],
    ['11-23', '2027-11-23'],
    ['02-29', '2028-02-29'],
    ['明天', '2026-11-25'],
    ['Tomorrow', '2026-11-25'],
    ['+7', '2026-12-01'],
  ])('%s is %s', (typed, day) => {
    expect(readDue(typed, TODAY)).toBe(day)
  })

  it.each(['2026-02-29', '13-01', '02-30', '下次', '2026', ''])('“%s” is none', (typed) => {
    expect(readDue(typed, TODAY)).toBeUndefined()
  })
})

it('is told by a word, by month and day, and with its year once it is half a year away', () => {
  expect(
    ['2026-11-23', TODAY, '2026-11-25', '2026-12-05', '2027-11-24'].map((day) => nearDay(day, TODAY)),
  ).toEqual(['yesterday', 'today', 'tomorrow', '12-05', '2027-11-24'])
})
