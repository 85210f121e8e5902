import { type Cell, columnOfName, type Row, type Table } from '../rules/cells.ts'
import { breathe, MAX_COLUMNS, MAX_ROWS, type Pace, ROWS_PER_BREATH, unreadable } from './limits.ts'
import { dateText, type NumberLook, numberText, percentText } from './numbers.ts'
import { decodeXml, itemText, withoutPrefixes } from './xml.ts'

/** What the cells of a workbook refer to. */
export interface Book {
  /** shared strings; null where blank */
  readonly strings: readonly (Cell | null)[]
  /** by cell style */
  readonly looks: readonly NumberLook[]
  readonly from1904: boolean
  /** tell formulas from values */
  readonly tellsFormulas: boolean
}

/** XML is turned into text in slices of this many bytes, so that a large worksheet is never one huge string. */
const SLICE_BYTES = 4 * 1024 * 1024

/**
 * The rows of a worksheet that hold something. Formatted but empty rows, of which a worksheet may have a million,
 * don't count.
 * @throws FILE_UNREADABLE tooManyRows, tooManyColumns; the signal's reason when aborted
 */
export async function readWorksheet(name: string, xml: Buffer, book: Book, pace: Pace): Promise<Table> {
  const rows: Row[] = []
  let columns = 0
  let number = 0
  let sinceBreath = 0
  let surplus = 0
  for (const { text, done } of slices(xml)) {
    for (const rowXml of rowsOf(text)) {
      const tag = ROW_TAG.exec(rowXml)
      const stated = tag && ROW_NUMBER.exec(tag[0])
      number = stated ? Number(stated[1]) : number + 1
      sinceBreath += 1
      if (sinceBreath >= ROWS_PER_BREATH) {
        sinceBreath = 0
        pace.onProgress?.(done, xml.length)
        await breathe(pace)
      }
      // a header and perhaps a title come on top of the data; beyond the limit rows are only counted
      if (rows.length > MAX_ROWS + 1) {
        if (rowXml.includes('<v') || rowXml.includes('<t')) surplus += 1
        continue
      }
      const cells = cellsOf(rowXml, book)
      if (cells.length > 0) rows.push({ number, cells })
      if (cells.length > columns) columns = cells.length
    }
  }
  if (rows.length > MAX_ROWS + 1) throw unreadable('tooManyRows', rows.length + surplus)
  if (columns > MAX_COLUMNS) throw unreadable('tooManyColumns', columns)
  return { name, rows, columns }
}

const ROW_TAG = /<row\b[^>]*>/
const ROW_NUMBER = /\sr="(\d+)"/
const CELL = /<c(?:\s([^>]*?))?(?:\/>|>([\s\S]*?)<\/c>)/g
const CELL_NAME = /(?:^|\s)r="([A-Z]+\d+)"/
const CELL_STYLE = /(?:^|\s)s="(\d+)"/
const CELL_TYPE = /(?:^|\s)t="(\w+)"/
const VALUE = /<v(?:\s[^>]*)?>([^<]*)<\/v>/
const FORMULA = /<f(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/f>)/

/** Cuts the part of a worksheet that holds rows into texts of whole rows. */
function* slices(xml: Buffer): Generator<{ text: string; done: number }> {
  const rowStart = /<(\w+:)?row[\s/>]/.exec(xml.toString('latin1', 0, firstRowArea(xml)))
  if (!rowStart) return
  const prefix = rowStart[1] ?? ''
  const open = `<${prefix}row`
  const close = `</${prefix}sheetData`
  let at = xml.indexOf(open)
  const sheetEnd = xml.indexOf(close, at)
  const end = sheetEnd === -1 ? xml.length : sheetEnd
  while (at < end) {
    const next = at + SLICE_BYTES >= end ? end : nextRow(xml, open, at, end)
    const text = xml.toString('utf8', at, next)
    yield { text: prefix === '' ? text : withoutPrefixes(text), done: next }
    at = next
  }
}

/** Where to look for the first row: up to the end of the rows' part, and not through a whole large worksheet. */
const firstRowArea = (xml: Buffer): number => {
  const data = xml.indexOf('sheetData')
  return data === -1 ? 0 : Math.min(xml.length, data + 100_000)
}

function nextRow(xml: Buffer, open: string, at: number, end: number): number {
  const next = xml.indexOf(open, at + SLICE_BYTES)
  return next === -1 || next > end ? end : next
}

function* rowsOf(text: string): Generator<string> {
  let at = text.indexOf('<row')
  while (at !== -1) {
    const next = text.indexOf('<row', at + 4)
    yield text.slice(at, next === -1 ? undefined : next)
    at = next
  }
}

/** The cells of a row up to the last one that holds something. */
function cellsOf(rowXml: string, book: Book): (Cell | null)[] {
  const cells: (Cell | null)[] = []
  let column = -1
  CELL.lastIndex = 0
  for (let match = CELL.exec(rowXml); match; match = CELL.exec(rowXml)) {
    const attributes = match[1] ?? ''
    const name = CELL_NAME.exec(attributes)
    column = name?.[1] === undefined ? column + 1 : columnOfName(name[1])
    const cell = match[2] === undefined ? null : toldCell(attributes, match[2], book)
    if (cell === null || column < 0) continue
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }
  return cells
}

function toldCell(attributes: string, inner: string, book: Book): Cell | null {
  const cell = cellOf(attributes, inner, book)
  return cell && book.tellsFormulas && inner.includes('<f') ? { ...cell, isFormula: true } : cell
}

function cellOf(attributes: string, inner: string, book: Book): Cell | null {
  const type = CELL_TYPE.exec(attributes)?.[1] ?? 'n'
  if (type === 'inlineStr') return textCell(itemText(inner))
  const value = VALUE.exec(inner)?.[1] ?? ''
  if (value === '') return blankOrUncalculated(type, inner)
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? null
    case 'str':
      return textCell(decodeXml(value))
    case 'b':
      return { kind: 'boolean', text: value === '0' ? 'FALSE' : 'TRUE' }
    case 'e':
      return { kind: 'error', text: decodeXml(value) }
    case 'd':
      return { kind: 'date', text: value.replace('T', ' ').replace(/ 00:00(?::00(?:\.0+)?)?Z?$/, '') }
    default:
      return numberCell(value, book.looks[Number(CELL_STYLE.exec(attributes)?.[1] ?? -1)] ?? 'plain', book)
  }
}

/** A formula that was never calculated has no value; one that gives an empty text has an empty one. */
function blankOrUncalculated(type: string, inner: string): Cell | null {
  const formula = type === 'str' ? null : FORMULA.exec(inner)
  return formula && { kind: 'formulaWithoutValue', text: `=${decodeXml(formula[1] ?? '')}` }
}

function numberCell(value: string, look: NumberLook, book: Book): Cell {
  switch (look) {
    case 'plain':
      return { kind: 'number', text: numberText(value) }
    case 'percent':
      return { kind: 'number', text: percentText(value) }
    case 'date':
      return { kind: 'date', text: dateText(value, book.from1904) }
  }
}

/** A text cell, or null where there is nothing to see in it. */
export const textCell = (text: string): Cell | null => (text.trim() === '' ? null : { kind: 'text', text })
