import { expect, it } from 'vitest'
import { fitOf, searchWords } from '../../../db/accounts/rules/search.ts'

const huawei = { name: '华为技术', code: 'KH-007', pinyin: 'huaweijishu hwjs' }
const found = (text: string) => fitOf(searchWords(text), huawei)

it.each([
  ['hwjs', 'exact'],
  ['华为技术', 'exact'],
  ['ｋｈ-007', 'exact'],
  ['huaw', 'start'],
  ['KH', 'start'],
  ['技术', 'inside'],
  ['huawei 007', 'start'],
  ['007 huawei', 'inside'],
  ['  ', 'start'],
  ['hwjx', undefined],
  ['华为 手机', undefined],
])('%s → %s', (text, expected) => {
  expect(found(text)).toBe(expected)
})

it('does not find across the blank between spelling and initials', () => {
  expect(found('shuhw')).toBeUndefined()
})
