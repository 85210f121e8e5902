import fc from 'fast-check'
import { expect, it } from 'vitest'
import { personSyllables, syllablesOf } from '../../../db/accounts/pinyin.ts'
import { fold, isSpoken } from '../../../db/accounts/search/rules/grams.ts'
import { spelledOut } from '../../../db/accounts/search/rules/spelling.ts'

const spell = (name: string, readings: readonly string[]) => {
  const heard = readings.filter(isSpoken)
  return spelledOut([...name], heard.join(''), heard.map((piece) => [...piece][0]).join(''))
}

it.each([
  ['西安', ['xi', 'an']],
  ['先', ['xian']],
  ['方案', ['fang', 'an']],
  ['反感', ['fan', 'gan']],
  ['abc（贸易）1', ['a', 'b', 'c', '(', 'mao', 'yi', ')', '1']],
])('%s is spelled out', (name, expected) => {
  expect(spell(fold(name), syllablesOf(fold(name)))).toEqual(expected)
})

it('finds each character’s reading in the spelling of any name', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point))
  const sign = fc.constantFrom(...'anxg17-（ ·')
  const names = fc.array(fc.oneof({ weight: 6, arbitrary: han }, sign), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(names, fc.boolean(), (chars, personal) => {
      const name = fold(chars.join(''))
      const readings = personal ? personSyllables(name) : syllablesOf(name)
      // 嗯 and 呣 are read without a vowel: those are looked up in the dictionary
      const spelled = spell(name, readings)
      if (spelled === null) expect(readings.some((reading) => /^(m|n|ng|hm|hng)$/.test(reading))).toBe(true)
      else expect(spelled).toEqual(readings)
    }),
    { numRuns: 3_000 },
  )
})
