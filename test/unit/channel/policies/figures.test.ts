import { expect, it } from 'vitest'
import { minutesText } from '../../../../db/terms/policies.ts'
import { readFigure, typedFigure } from '../../../../renderer/features/channel/policies/figures.ts'

it.each([
  ['240', 'minutes', 240],
  ['4h', 'minutes', 240],
  ['4小时', 'minutes', 240],
  ['1小时30分', 'minutes', 90],
  ['1.5h', 'minutes', 90],
  ['30 分钟', 'minutes', 30],
  ['３０', 'minutes', 30],
  ['0', 'minutes', 0],
  ['-5', 'minutes', -5],
  ['不承诺', 'minutes', null],
  ['', 'days', null],
  ['14天', 'days', 14],
  ['6060', 'days', undefined],
  ['1,200', 'money', 120_000],
  ['12.5元', 'money', 1_250],
  ['-3', 'money', undefined],
  ['60%', 'percent', 60],
  ['101', 'percent', undefined],
  ['很快', 'minutes', undefined],
  ['1.5', 'days', undefined],
] as const)('reads %s as %s: %s', (typed, kind, figure) => {
  expect(readFigure(typed, kind)).toBe(figure)
})

it('what is typed of a figure reads back as that figure', () => {
  for (const kind of ['minutes', 'days', 'money', 'percent'] as const)
    for (const figure of [1, 60, 90]) expect(readFigure(typedFigure(figure, kind), kind)).toBe(figure)
})

it('a figure that can’t be promised reads as it was typed', () => {
  expect(minutesText(-5, 'zh')).toBe('-5 分')
  expect(minutesText(-60, 'zh')).toBe('-1 小时')
  expect(minutesText(-65, 'zh')).toBe('-1 小时 5 分')
  expect(minutesText(90, 'zh')).toBe('1 小时 30 分')
})
