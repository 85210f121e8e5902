import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../db/exchange/read/file.ts'
import { fileOf, workbookParts, worksheetXml, xlsxOf } from './makeXlsx.ts'
import { makeZip } from './makeZip.ts'
import { refusalOf } from './refusal.ts'

const GOOD = makeZip(workbookParts([{ name: 'Sheet1', xml: worksheetXml([['名称'], ['甲']]) }]))
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const reasonOf = async (content: Buffer | string, name = 'list.xlsx') =>
  (await refusalOf(readFile(fileOf(content, name)))).data

describe('a file that is no readable workbook is refused with its reason', () => {
  test('the good one reads, so that the others fail for their own reason', async () => {
    expect((await readFile(fileOf(GOOD, 'list.xlsx'))).tables[0]?.rows).toHaveLength(2)
  })

  test.each([
    ['a web page', '<!DOCTYPE html><html><body><table></table></body></html>'],
    ['a table exported as a web page', '\uFEFF  <table><tr><td>甲</td></tr></table>'],
    ['an XHTML page', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>'],
  ])('%s', async (_, html) => {
    expect(await reasonOf(html)).toMatchObject({ reason: 'html' })
  })

  test('an old .xls', async () => {
    expect(await reasonOf(Buffer.concat([OLE, Buffer.alloc(512)]))).toMatchObject({ reason: 'oldXls' })
  })

  test('a workbook with a password', async () => {
    const encrypted = Buffer.concat([OLE, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await reasonOf(encrypted)).toMatchObject({ reason: 'password' })
    const parts = workbookParts([{ name: 'Sheet1', xml: worksheetXml([['甲']]) }])
    expect(await reasonOf(makeZip(parts.map((part) => ({ ...part, encrypted: true }))))).toMatchObject({
      reason: 'password',
    })
  })

  test('cut off anywhere, it is truncated or damaged, never half read', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = GOOD.subarray(0, Math.floor(GOOD.length * share))
      expect(await reasonOf(cut)).toMatchObject({ reason: 'truncated' })
    }
  })

  test('a flipped byte inside a part is noticed', async () => {
    const flipped = Buffer.from(GOOD)
    const at = flipped.indexOf('xl/worksheets/sheet1.xml') + 24 + 20
    flipped[at] = (flipped[at] ?? 0) ^ 0xff
    expect(await reasonOf(flipped)).toMatchObject({ reason: 'truncated' })
  })

  test('so is a part that unpacks well to something else', async () => {
    const parts = workbookParts([{ name: 'Sheet1', xml: worksheetXml([['甲', 1]]) }])
    const changed = parts.map((part) => ({ ...part, checkSumOf: `${part.content.toString()}.` }))
    expect(await reasonOf(makeZip(changed))).toMatchObject({ reason: 'truncated' })
  })

  test('other zips, pictures and PDFs are no workbooks', async () => {
    expect(await reasonOf(makeZip([{ name: 'readme.txt', content: 'hello' }]))).toMatchObject({
      reason: 'notAWorkbook',
    })
    expect(await reasonOf('%PDF-1.7 …')).toMatchObject({ reason: 'notAWorkbook' })
    expect(await reasonOf(Buffer.concat([Buffer.from([0x89, 0x50, 0, 0]), randomBytes(200)]))).toMatchObject({
      reason: 'notAWorkbook',
    })
  })

  test('nothing in it', async () => {
    expect(await reasonOf('')).toMatchObject({ reason: 'empty' })
    expect(await reasonOf('\r\n\r\n', 'list.csv')).toMatchObject({ reason: 'empty' })
    const blank = makeZip(workbookParts([{ name: 'Sheet1', xml: worksheetXml([[], ['  ']]) }]))
    expect(await reasonOf(blank)).toMatchObject({ reason: 'empty' })
  })
})

describe('zip bombs are refused before they unpack', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024)

  test('a part that packs beyond anything real', async () => {
    const bomb = makeZip([...workbookParts([]), { name: 'xl/worksheets/sheet1.xml', content: zeros }])
    expect(await reasonOf(bomb)).toMatchObject({ reason: 'zipBomb', detail: '64 MB' })
  })

  test('a part that lies about its size is stopped where it exceeds it', async () => {
    const lying = workbookParts([{ name: 'Sheet1', xml: '' }]).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, content: zeros, declaredBytes: 1_000 } : part,
    )
    const before = process.memoryUsage().arrayBuffers
    expect(await reasonOf(makeZip(lying))).toMatchObject({ reason: 'zipBomb' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
  })

  test('parts that together are too large', async () => {
    const parts = Array.from({ length: 20 }, (_, at) => ({
      name: `xl/media/${at}.bin`,
      content: randomBytes(1_000_000),
      declaredBytes: 100_000_000,
    }))
    expect(await reasonOf(makeZip([...workbookParts([]), ...parts]))).toMatchObject({ reason: 'zipBomb' })
  })

  test('more parts than any workbook has', async () => {
    const parts = Array.from({ length: 10_001 }, (_, at) => ({ name: `p${at}`, content: '' }))
    expect(await reasonOf(makeZip(parts))).toMatchObject({ reason: 'zipBomb' })
  })
})

describe('size limits', () => {
  test('1,048,576 filled rows are counted and refused, without keeping them', async () => {
    const rows = Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`)
    const xml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
    expect(await reasonOf(makeZip(workbookParts([{ name: 'Sheet1', xml }])))).toEqual({
      reason: 'tooManyRows',
      detail: '1048576',
    })
  })

  test('a million formatted but empty rows below three filled ones are no rows', async () => {
    const ghosts = Array.from(
      { length: 1_048_573 },
      (_, at) => `<row r="${at + 4}"><c r="A${at + 4}" s="1"/></row>`,
    )
    const xml = worksheetXml([['名称'], ['甲'], ['乙']]).replace(
      '</sheetData>',
      `${ghosts.join('')}</sheetData>`,
    )
    const { tables } = await readFile(fileOf(makeZip(workbookParts([{ name: 'Sheet1', xml }])), 'list.xlsx'))
    expect(tables[0]?.rows.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('too many columns', async () => {
    const wide = xlsxOf([Array.from({ length: 501 }, (_, at) => `c${at}`)])
    expect((await refusalOf(readFile(wide))).data).toEqual({ reason: 'tooManyColumns', detail: '501' })
  })

  test('a CSV with too many rows', async () => {
    expect(await reasonOf('a,b\n'.repeat(100_002), 'list.csv')).toMatchObject({ reason: 'tooManyRows' })
  })
})

test('reading stops when the caller goes away', async () => {
  const controller = new AbortController()
  const rows = Array.from({ length: 20_000 }, (_, at) => [`客户${at}`, at])
  const reading = readFile(xlsxOf(rows), { signal: controller.signal, onProgress: () => controller.abort() })
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})
