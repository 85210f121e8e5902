import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeKey, compareTexts } from '../../../renderer/grid/compareTexts.ts'

const collator = new Intl.Collator('zh-CN', { numeric: true })

it('orders codes by the size of their numbers, and Chinese by pinyin before Latin letters', () => {
  const texts = ['K10', '苏州', 'k-2', 'K2', 'K0002', '佛山', 'K2a', '', '10', '9']
  expect(texts.toSorted(compareTexts)).toEqual([
    '',
    '9',
    '10',
    '佛山',
    '苏州',
    'k-2',
    'K2',
    'K0002',
    'K2a',
    'K10',
  ])
})

it('orders any two texts as the collator does', () => {
  const piece = fc.constantFrom(...'aAbBzZ0019 -./_(é恒岳ａ１')
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareTexts(a, b))).toBe(Math.sign(collator.compare(a, b)))
    }),
    { numRuns: 20_000 },
  )
})

it('a code’s key stands to other keys as the code does, but for case and leading noughts', () => {
  const text = fc
    .array(fc.constantFrom(...'aAbZz0019 -./'), { maxLength: 8 })
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [codeKey(a), codeKey(b)]
      if (left === null || right === null) throw new Error('these are all codes')
      if (left !== right) expect(left < right ? -1 : 1).toBe(Math.sign(collator.compare(a, b)))
    }),
    { numRuns: 20_000 },
  )
})

it('what is no code, or has a number of more than forty digits, has no key', () => {
  expect([codeKey('苏州-1'), codeKey('k_1'), codeKey('1'.repeat(41))]).toEqual([null, null, null])
  expect(codeKey(`0${'1'.repeat(40)}`)).not.toBeNull()
})
