import type { Cell, Table } from '../rules/cells.ts'
import { type Pace, unreadable } from './limits.ts'
import { lookOfFormat, type NumberLook } from './numbers.ts'
import { type Book, readWorksheet, textCell } from './worksheet.ts'
import { attribute, elements, itemText, withoutPrefixes } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

/*
 * Reading is our own: the library's streaming reader turns a formula's #N/A into NaN and keeps only the last run of an
 * inline rich text; its full reader builds a styled object per cell, can't be stopped and takes three times as long.
 */

/**
 * Which worksheets are read: the visible ones, only the first (the others may then be as large as they like), or hidden
 * ones too, with formulas told from values.
 */
export type Wanted = 'all' | 'first' | 'hidden'

/**
 * The worksheets of a workbook, in order.
 * @throws FILE_UNREADABLE with any reason; the signal's reason when aborted
 */
export async function readXlsx(bytes: Buffer, wanted: Wanted, pace: Pace): Promise<Table[]> {
  const archive = openArchive(bytes)
  const workbookPath = await workbookPart(archive)
  const workbook = await partText(archive, workbookPath)
  if (workbook === undefined) throw unreadable('notAWorkbook')
  const targets = await relations(archive, workbookPath)
  const pathOfType = (type: string): string | undefined =>
    targets.find((target) => target.type.endsWith(`/${type}`))?.path
  const book: Book = {
    strings: sharedStrings((await partText(archive, pathOfType('sharedStrings'))) ?? ''),
    looks: looksOf((await partText(archive, pathOfType('styles'))) ?? ''),
    from1904: /<workbookPr[^>]*\sdate1904="(?:1|true)"/.test(workbook),
    tellsFormulas: wanted === 'hidden',
  }
  const tables: Table[] = []
  for (const { name, relation } of sheetsOf(workbook, wanted === 'hidden')) {
    const target = targets.find(({ id, type }) => id === relation && type.endsWith('/worksheet'))
    const xml = target && (await archive.read(target.path))
    if (xml) tables.push(await readWorksheet(name, xml, book, pace))
    if (wanted === 'first' && tables.length > 0) break
  }
  if (tables.length === 0) throw unreadable('notAWorkbook')
  return tables
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly path: string
}

async function workbookPart(archive: Archive): Promise<string> {
  const start = (await relations(archive, '')).find(({ type }) => type.endsWith('/officeDocument'))
  return start?.path ?? 'xl/workbook.xml'
}

/** What a part refers to, by id, with paths from the archive's root. */
async function relations(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const xml = (await partText(archive, `${folder}_rels/${part.slice(slash)}.rels`)) ?? ''
  return [...elements(xml, 'Relationship')].map(({ attributes }) => ({
    id: attribute(attributes, 'Id') ?? '',
    type: attribute(attributes, 'Type') ?? '',
    path: resolve(folder, attribute(attributes, 'Target') ?? ''),
  }))
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

function sheetsOf(workbook: string, hiddenToo: boolean): { name: string; relation: string }[] {
  const sheets = [...elements(workbook, 'sheet')].map(({ attributes }) => ({
    name: attribute(attributes, 'name') ?? '',
    relation: attribute(attributes, '\\w+:id') ?? '',
    hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
  }))
  const visible = sheets.filter(({ hidden }) => !hidden)
  return visible.length > 0 && !hiddenToo ? visible : sheets
}

const sharedStrings = (xml: string): (Cell | null)[] =>
  [...elements(xml, 'si')].map(({ inner }) => textCell(itemText(inner)))

/** For each cell style of the workbook, what it makes of a number. */
function looksOf(xml: string): NumberLook[] {
  const codes = new Map<number, string>()
  for (const { attributes } of elements(xml, 'numFmt'))
    codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
  const cellStyles = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? ''
  return [...elements(cellStyles, 'xf')].map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    return lookOfFormat(id, codes.get(id))
  })
}

async function partText(archive: Archive, path: string | undefined): Promise<string | undefined> {
  const bytes = path === undefined ? undefined : await archive.read(path)
  return bytes && withoutPrefixes(bytes.toString('utf8'))
}
