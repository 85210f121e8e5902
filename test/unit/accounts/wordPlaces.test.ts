import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsWord, wordPlaces } from '../../../db/accounts/search/rules/wordPlaces.ts'

it.each([
  ['uv面漆', '要 uv 面漆两桶', [[2, 7]]],
  [
    'uv面漆',
    'uv面漆，uv 面漆',
    [
      [0, 4],
      [5, 10],
    ],
  ],
  ['面漆uv30', '面漆 uv 30', [[0, 8]]],
  ['uv 面漆', 'uv面漆', []],
  ['uv面漆', 'uv，面漆', []],
  ['a.c', 'abc a.c', [[4, 7]]],
  ['(新)', '材料(新)', [[2, 5]]],
  ['', '面漆', []],
])('%s in “%s”', (word, text, places) => {
  expect(wordPlaces(text, word)).toEqual(places)
})

it('finds at least what stands there as it was typed, whatever signs it has', () => {
  const text = fc
    .array(fc.constantFrom(...'ab1 面漆.*+?^$()[]{}|/\\-'), { maxLength: 8 })
    .map((chars) => chars.join(''))
  fc.assert(
    fc.property(text, text, text, (before, word, after) => {
      if (word !== '') expect(wordPlaces(before + word + after, word).length).toBeGreaterThan(0)
      expect(holdsWord(before + word + after, word)).toBe(true)
    }),
  )
})
