import { openArchive } from '../../../db/exchange/read/zip.ts'
import { makeZip } from './makeZip.ts'

/** What the worksheets of a workbook are called in {@link oneBook}: by the places of both, from 0. */
export const sheetIn = (book: number, sheet: number): string => `b${book}s${sheet}`

/**
 * Moves all worksheets of many workbooks into one, for LibreOffice takes a fifth of a second for each workbook whatever
 * is in it. Cells, texts and formulas come along; how they look, and what else a workbook has, stays behind.
 */
export async function oneBook(books: readonly File[]): Promise<File> {
  const sheets = (await Promise.all(books.map(sheetsOf))).flat()
  const each = (of: (name: string, part: number) => string) =>
    sheets.map(({ name }, at) => of(name, at + 1)).join('')
  const parts = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${each((_, part) => `<Override PartName="/xl/worksheets/sheet${part}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`)}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${each((_, part) => `<Relationship Id="rId${part}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${part}.xml"/>`)}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, part) => `<sheet name="${name}" sheetId="${part}" r:id="rId${part}"/>`)}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]
  return new File([new Uint8Array(makeZip(parts))], 'all.xlsx')
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The worksheets of one workbook under their new names, their rows in a form that needs nothing else of it. */
async function sheetsOf(file: File, book: number): Promise<{ name: string; rows: string }[]> {
  const archive = openArchive(Buffer.from(await file.arrayBuffer()))
  const part = async (name: string) => ((await archive.read(name)) ?? Buffer.alloc(0)).toString('utf8')
  const [workbook, relations] = [await part('xl/workbook.xml'), await part('xl/_rels/workbook.xml.rels')]
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"[^>]* r:id="([^"]*)"/g)].map(
    ([, name = '', id = '']) => ({ name, id }),
  )
  const texts = [...(await part('xl/sharedstrings.xml')).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, text = '']) => text,
  )
  return Promise.all(
    names.map(async ({ id }, at) => {
      const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(relations)?.[0] ?? ''
      const xml = await part(`xl/${/Target="([^"]*)"/.exec(target)?.[1] ?? ''}`)
      const rows = /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? ''
      return { name: sheetIn(book, at), rows: detached(rows, texts, (name) => renamed(name, names, book)) }
    }),
  )
}

const renamed = (name: string, names: readonly { readonly name: string }[], book: number): string => {
  const at = names.findIndex((sheet) => sheet.name === name)
  if (at < 0) throw new Error(`a formula speaks of the worksheet ${name}, which is not there`)
  return sheetIn(book, at)
}

/** Rows with their texts in the cells, without looks, their formulas speaking of the worksheets' new names. */
const detached = (rows: string, texts: readonly string[], renameSheet: (name: string) => string): string =>
  rows
    .replace(
      /(<c r="[A-Z]+\d+")[^>]*? t="s"[^>]*><v>(\d+)<\/v><\/c>/g,
      (_, cell: string, at: string) => `${cell} t="inlineStr"><is>${texts[Number(at)] ?? ''}</is></c>`,
    )
    .replace(/(<(?:c|row) [^>]*?) s="\d+"/g, '$1')
    .replace(/<f[^>]*>[^<]*<\/f>/g, (formula) =>
      formula.replace(/(?:&apos;|')([^'&!]+)(?:&apos;|')!/g, (_, name: string) => `${renameSheet(name)}!`),
    )
