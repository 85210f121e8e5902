import { beforeAll, expect, it } from 'vitest'
import {
  amountTrouble,
  typedAmount,
  typedBase,
  unitAmount,
} from '../../../renderer/features/channel/incentives/amounts.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { speakForTests } from '../i18n/speak.ts'

beforeAll(() => speakForTests('zh'))

it.each([
  ['', ''],
  ['18.6', ''],
  ['1,000,000', ''],
  ['0', '写一个大于零的数。'],
  ['-5', '写一个大于零的数。'],
  ['很多', '写一个大于零的数。'],
  ['1000001', '太大了，最多 1,000,000 万元。'],
  ['999999999999999', '太大了，最多 1,000,000 万元。'],
])('of an amount typed as “%s” it says “%s”', (text, trouble) => {
  expect(amountTrouble(text, 'fen', 'tenThousand', i18n.t)).toBe(trouble)
  expect(typedAmount(text, 'fen', 'tenThousand') === null).toBe(trouble !== '' || text === '')
})

it('points have their own bound, and what is reckoned from is bounded too', () => {
  expect(amountTrouble('999999999999999', 'points', 'yuan', i18n.t)).toBe(
    '太大了，最多 1,000,000,000,000 分。',
  )
  expect(amountTrouble('1.5', 'points', 'yuan', i18n.t)).toBe('写一个大于零的数。')
  expect(typedBase('0', 'yuan')).toBe(0)
  expect(typedBase('10000000001', 'yuan')).toBeNull()
})

it.each([
  [1, '1 point'],
  [-1, '−1 point'],
  [0, '0 points'],
  [1_200, '1,200 points'],
])('%s of points is told in English as “%s”', async (amount, text) => {
  await speakForTests('en')
  expect(unitAmount(amount, 'points', 'yuan', i18n.t)).toBe(text)
})
