import { expect, it } from 'vitest'
import { byPinyin, personPinyin, pinyinText } from '../../../db/accounts/pinyin.ts'

it.each([
  ['恒岳家居集团', 'hengyuejiajujituan hyjjjt'],
  ['ABC贸易（上海）有限公司', 'abcmaoyishanghaiyouxiangongsi abcmyshyxgs'],
  ['绿源吕氏', 'lvyuanlvshi lyls'],
  ['=cmd|x 😀 测试', 'cmdxceshi cmdxcs'],
  ['６号楼', '6haolou 6hl'],
  ['', ' '],
])('spells %s', (name, text) => {
  expect(pinyinText(name)).toBe(text)
})

it('reads family names as people do, and the same characters in a firm’s name as usual', () => {
  expect(personPinyin('单雄')).toBe('shanxiong sx')
  expect(personPinyin('曾国藩')).toBe('zengguofan zgf')
  expect(pinyinText('重庆单轨')).toBe('chongqingdangui cqdg')
})

it('orders the shorter name first, and same-sounding names always alike', () => {
  const named = ['恒岳家居', '恒月', '恒岳'].map((name) => ({ name, pinyin: pinyinText(name) }))
  const order = named.sort(byPinyin).map(({ name }) => name)
  expect(order.at(-1)).toBe('恒岳家居')
  expect(
    [...named]
      .reverse()
      .sort(byPinyin)
      .map(({ name }) => name),
  ).toEqual(order)
})
