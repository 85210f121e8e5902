import type { Table } from '../rules/cells.ts'
import { type CsvEncoding, decodeCsv, readCsv } from './csv.ts'
import { type Pace, unreadable } from './limits.ts'
import { isVcard, readVcards } from './vcard.ts'
import { readXlsx, type Wanted } from './xlsx.ts'

/** A file as tables, with what it turned out to be. */
export interface FileTables {
  readonly fileName: string
  readonly encoding: 'xlsx' | 'vcard' | CsvEncoding
  readonly tables: readonly Table[]
}

/**
 * Reads a workbook, a CSV or vCards. What a file is, its content says, not its name.
 * @throws FILE_UNREADABLE with the reason; the signal's reason when aborted
 */
export async function readFile(file: File, pace: Pace = {}, worksheets: Wanted = 'all'): Promise<FileTables> {
  const bytes = Buffer.from(await file.arrayBuffer())
  const fileName = file.name
  const calledCards = /\.vcf$/i.test(fileName)
  if (bytes.length === 0) throw unreadable(calledCards ? 'notAVcard' : 'empty')
  if (bytes.toString('latin1', 0, 2) === 'PK') {
    const tables = await readXlsx(bytes, worksheets, pace)
    if (tables.every(({ rows }) => rows.length === 0)) throw unreadable('empty')
    return { fileName, encoding: 'xlsx', tables }
  }
  refuseOthers(bytes)
  if (isVcard(bytes))
    return {
      fileName,
      encoding: 'vcard',
      tables: [await readVcards(bytes, fileName.replace(/\.[^.]*$/, ''), pace)],
    }
  const { text, encoding } = decodeCsv(bytes)
  if (calledCards && PIECE_OF_CARD.test(text)) throw unreadable('notAVcard')
  const table = await readCsv(fileName.replace(/\.[^.]*$/, ''), text, pace)
  // text without a single column break that calls itself a workbook is no list
  if (table.columns < 2 && /\.xls[xm]?$/i.test(fileName)) throw unreadable('notAWorkbook')
  return { fileName, encoding, tables: [table] }
}

/** Lines of a card whose beginning is lost: as a list they would be one of nonsense. */
const PIECE_OF_CARD = /^(?:BEGIN|END|VERSION|FN|N|TEL)[:;]/im
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** Name of the stream that Excel keeps an encrypted workbook in. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const HTML =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style|div)\b|^MIME-Version:/i

function refuseOthers(bytes: Buffer): void {
  if (bytes.subarray(0, OLE.length).equals(OLE))
    throw unreadable(bytes.includes(ENCRYPTED) ? 'password' : 'oldXls')
  const start = bytes.toString('latin1', 0, 4_096).replace(/^\xef\xbb\xbf/, '')
  if (HTML.test(start) || (start.startsWith('<?xml') && /<html\b/i.test(start))) throw unreadable('html')
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (start.startsWith('<?xml') || start.startsWith('%PDF') || (!wide && start.includes('\0')))
    throw unreadable('notAWorkbook')
}
