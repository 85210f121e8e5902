import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFile } from '../../../db/exchange/read/file.ts'
import { fileOf } from './makeXlsx.ts'
import { refusalOf } from './refusal.ts'

async function rowsOf(content: Buffer | string): Promise<(string | undefined)[][]> {
  const { tables } = await readFile(fileOf(content, 'list.csv'))
  return tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text)) ?? []
}

// 客户,金额 / 甲,1 in GB18030
const GB18030 = Buffer.from([
  0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0d, 0x0a,
])

test.each([
  ['UTF-8', Buffer.from('客户,金额\r\n甲,1\r\n'), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from('\uFEFF客户,金额\n甲,1'), 'utf-8'],
  ['GB18030', GB18030, 'gb18030'],
  ['UTF-16', Buffer.from('\uFEFF客户,金额\n甲,1\n', 'utf16le'), 'utf-16le'],
])('%s is recognised', async (_, content, encoding) => {
  const file = await readFile(fileOf(content, 'list.csv'))
  expect(file.encoding).toBe(encoding)
  expect(await rowsOf(content)).toEqual([
    ['客户', '金额'],
    ['甲', '1'],
  ])
})

test.each([',', ';', '\t'])(
  'the delimiter %j is found, also with others inside quotes',
  async (delimiter) => {
    const line = ['"a,b;c\td"', 'x', 'y'].join(delimiter)
    expect(await rowsOf(`${line}\n${line}\n`)).toEqual([
      ['a,b;c\td', 'x', 'y'],
      ['a,b;c\td', 'x', 'y'],
    ])
  },
)

test('rows keep their spreadsheet numbers past blank lines; short rows stay short; everything is text', async () => {
  const { tables } = await readFile(fileOf('a,b,c\n\n1,=1+1\n"two\nlines",,\n', 'list.csv'))
  expect(tables[0]?.rows).toEqual([
    { number: 1, cells: ['a', 'b', 'c'].map((text) => ({ kind: 'text', text })) },
    { number: 3, cells: ['1', '=1+1'].map((text) => ({ kind: 'text', text })) },
    { number: 4, cells: [{ kind: 'text', text: 'two\nlines' }] },
  ])
})

test.each([
  ['opened and never closed', 'a,b\n1,2\n3,"4\n5,6\n', '3'],
  ['in the middle of a field', 'a,b\n1,2"x\n', '2'],
  ['text after the closing one', 'a,b\n"1"x,2\n', '2'],
])('a quotation mark %s is refused with its line', async (_, csv, line) => {
  expect(await refusalOf(readFile(fileOf(csv, 'list.csv')))).toEqual({
    code: 'FILE_UNREADABLE',
    data: { reason: 'unbalancedQuote', detail: line },
  })
})

test('the fixtures read whole', async () => {
  const fixture = (name: string): Buffer =>
    readFileSync(join(import.meta.dirname, '../../fixtures/exchange', name))
  expect(await rowsOf(fixture('wholesale-customers.csv'))).toHaveLength(441)
  expect((await rowsOf(fixture('sample-accounts.csv')))[0]?.[0]).toBe('客户名称')
})
