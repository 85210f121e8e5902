import { expect, it } from 'vitest'
import { meant } from '../../../renderer/shared/pick/meant.ts'

const members = [
  { name: '林晓舟', pinyin: 'linxiaozhou lxz' },
  { name: '林晓', pinyin: 'linxiao lx' },
  { name: '赵敏', pinyin: 'zhaomin zm' },
]

it.each([
  ['赵敏', '赵敏', false],
  [' 赵 '.trim(), '赵敏', false],
  ['ZM', '赵敏', false],
  // the very name, though another one begins with it
  ['林晓', '林晓', false],
  ['林', undefined, true],
  ['查无此人', undefined, false],
])('%s means %s', (text, name, several) => {
  const found = meant(text, members)
  expect([found.one?.name, found.several]).toEqual([name, several])
})
