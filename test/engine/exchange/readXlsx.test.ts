import { expect, test } from 'vitest'
import { readFile } from '../../../db/exchange/read/file.ts'
import type { Cell } from '../../../db/exchange/rules/cells.ts'
import { writeWorkbook, xlsxFile } from '../../../db/exchange/write/workbook.ts'
import { fileOf, type RawCell, workbookParts, worksheetXml, xlsxOf } from './makeXlsx.ts'
import { makeZip } from './makeZip.ts'

/** The cells of a first row written raw. */
async function readRow(cells: readonly RawCell[]): Promise<readonly (Cell | null)[]> {
  return (await readFile(xlsxOf([cells]))).tables[0]?.rows[0]?.cells ?? []
}

test('formulas give their stored value; without one, or with an error, the cell says so', async () => {
  const cells = await readRow([
    { inner: '<f>1+1</f><v>2</v>' },
    { attributes: 't="str"', inner: '<f>"a"&amp;"b"</f><v>ab</v>' },
    { inner: '<f>SUM(A1:A2)</f>' },
    { inner: '<f>SUM(A1:A2)</f><v></v>' },
    { attributes: 't="e"', inner: '<f>VLOOKUP(1,A:B,2,0)</f><v>#N/A</v>' },
    { attributes: 't="e"', inner: '<v>#REF!</v>' },
    { attributes: 't="str"', inner: '<f>""</f><v></v>' },
    'last',
  ])
  expect(cells).toEqual([
    { kind: 'number', text: '2' },
    { kind: 'text', text: 'ab' },
    { kind: 'formulaWithoutValue', text: '=SUM(A1:A2)' },
    { kind: 'formulaWithoutValue', text: '=SUM(A1:A2)' },
    { kind: 'error', text: '#N/A' },
    { kind: 'error', text: '#REF!' },
    null,
    { kind: 'text', text: 'last' },
  ])
})

test('texts: rich runs join, phonetic guides stay out, entities and escapes are undone, emoji stay', async () => {
  const cells = await readRow([
    {
      attributes: 't="inlineStr"',
      inner: '<is><r><t>南浔</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 木业</t></r></is>',
    },
    { attributes: 't="inlineStr"', inner: '<is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is>' },
    { attributes: 't="inlineStr"', inner: '<is><t>a_x000A_b &#x4E2D; &amp;lt; <![CDATA[<x>]]></t></is>' },
    '🐟 鱼水 & <公司>',
    "=cmd|'/c calc'!A0",
  ])
  expect(cells.map((cell) => cell?.text)).toEqual([
    '南浔 木业',
    '東京',
    'a\nb 中 &lt; <x>',
    '🐟 鱼水 & <公司>',
    "=cmd|'/c calc'!A0",
  ])
  expect(cells.every((cell) => cell?.kind === 'text')).toBe(true)
})

test('numbers come exact and plain, percents and dates as they are shown', async () => {
  const formats =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
    '<numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot;天&quot;"/></numFmts>'
  const styles = `<styleSheet>${formats}<cellXfs>${[0, 10, 14, 164, 165]
    .map((id) => `<xf numFmtId="${id}"><alignment/></xf>`)
    .join('')}</cellXfs></styleSheet>`
  const xml = worksheetXml([
    [
      { inner: '<v>0.30000000000000004</v>' },
      { inner: '<v>1.5E-2</v>' },
      { inner: '<v>1.2E+15</v>' },
      { attributes: 's="1"', inner: '<v>0.155</v>' },
      { attributes: 's="1"', inner: '<v>0.28999999999999998</v>' },
      { attributes: 's="2"', inner: '<v>45292</v>' },
      { attributes: 's="3"', inner: '<v>45292.75</v>' },
      { attributes: 's="4"', inner: '<v>12.5</v>' },
      { attributes: 't="b"', inner: '<v>1</v>' },
    ],
  ])
  const file = fileOf(
    makeZip(workbookParts([{ name: 'a', xml }], [{ name: 'xl/styles.xml', content: styles }])),
    'a.xlsx',
  )
  expect((await readFile(file)).tables[0]?.rows[0]?.cells).toEqual([
    { kind: 'number', text: '0.3' },
    { kind: 'number', text: '0.015' },
    { kind: 'number', text: '1200000000000000' },
    { kind: 'number', text: '15.5%' },
    { kind: 'number', text: '29%' },
    { kind: 'date', text: '2024-01-01' },
    { kind: 'date', text: '2024-01-01 18:00' },
    { kind: 'number', text: '12.5' },
    { kind: 'boolean', text: 'TRUE' },
  ])
})

test('prefixed tags, cells without names, gaps and shared strings are read at their places', async () => {
  const xml =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c t="s"><x:v>1</x:v></x:c><x:c r="D3" t="s"><x:v>0</x:v></x:c></x:row>' +
    '<x:row><x:c r="B4"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const strings = '<x:sst xmlns:x="m"><x:si><x:t>丁</x:t></x:si><x:si><x:t>甲</x:t></x:si></x:sst>'
  const file = fileOf(
    makeZip(workbookParts([{ name: 'a', xml }], [{ name: 'xl/sharedStrings.xml', content: strings }])),
    'a.xlsx',
  )
  const [table] = (await readFile(file)).tables
  expect(table?.rows.map(({ number, cells }) => [number, cells.map((cell) => cell?.text)])).toEqual([
    [3, ['甲', undefined, undefined, '丁']],
    [4, [undefined, '7']],
  ])
})

test('hidden worksheets are left out, unless there is nothing else', async () => {
  const xml = worksheetXml([['甲', '乙']])
  const both = makeZip(
    workbookParts([
      { name: 'a', xml, state: 'hidden' },
      { name: 'b', xml },
    ]),
  )
  expect((await readFile(fileOf(both, 'a.xlsx'))).tables.map(({ name }) => name)).toEqual(['b'])
  const hidden = makeZip(workbookParts([{ name: 'a', xml, state: 'veryHidden' }]))
  expect((await readFile(fileOf(hidden, 'a.xlsx'))).tables.map(({ name }) => name)).toEqual(['a'])
})

test('where only the first worksheet is wanted, the others don’t matter', async () => {
  const xml = worksheetXml([['甲', '乙']])
  const tooWide = worksheetXml([Array.from({ length: 600 }, () => 'x')])
  const file = fileOf(
    makeZip(
      workbookParts([
        { name: 'a', xml },
        { name: 'b', xml: tooWide },
      ]),
    ),
    'a.xlsx',
  )
  await expect(readFile(file)).rejects.toThrow('FILE_UNREADABLE')
  expect((await readFile(file, {}, 'first')).tables.map(({ name }) => name)).toEqual(['a'])
})

test('what we write we read back, texts that look like formulas among it', async () => {
  const texts = ["=cmd|'/c calc'!A0", '+1', '-1', '@x', '😀', 'a\tb', '<&>"', '0123']
  const bytes = await writeWorkbook([
    {
      name: '表',
      title: '表',
      frozenColumns: 0,
      columns: texts.map((_, at) => ({ header: `h${at}`, width: 9, kind: 'text' })),
      rows: [texts],
    },
  ])
  const [table] = (await readFile(xlsxFile(bytes, 'a.xlsx'))).tables
  expect(table?.rows[1]?.cells).toEqual(texts.map((text) => ({ kind: 'text', text })))
})
