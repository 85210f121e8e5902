import { cellName } from '../../../db/exchange/rules/cells.ts'
import { makeZip, type Part } from './makeZip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A cell as a test writes it: text, number, nothing, or raw XML between `<c …>` and `</c>` with attributes. */
export type RawCell = string | number | null | { readonly attributes?: string; readonly inner: string }

/** The parts of a workbook around worksheets whose XML is given, for tests that need to spoil one of them. */
export function workbookParts(
  worksheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[],
  extra: readonly Part[] = [],
): Part[] {
  const sheets = worksheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${at + 1}"/>`,
  )
  const relations = worksheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const extras = extra.flatMap(({ name }) => {
    const type = /(sharedStrings|styles)\.xml$/.exec(name)?.[1]
    return type ? [`<Relationship Id="${type}" Type="${REL}/${type}" Target="/${name}"/>`] : []
  })
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}">${relations.join('')}${extras.join('')}</Relationships>`,
    },
    ...worksheets.map(({ xml }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: xml })),
    ...extra,
  ]
}

/** The XML of a worksheet out of rows of cells. */
export function worksheetXml(rows: readonly (readonly RawCell[])[]): string {
  const body = rows.map(
    (cells, at) =>
      `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, cellName(at + 1, column))).join('')}</row>`,
  )
  return `<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`
}

function cellXml(cell: RawCell, name: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`
  return `<c r="${name}" ${cell.attributes ?? ''}>${cell.inner}</c>`
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A workbook with one worksheet, as an upload. */
export const xlsxOf = (
  rows: readonly (readonly RawCell[])[],
  name = 'list.xlsx',
  worksheet = 'Sheet1',
): File => fileOf(makeZip(workbookParts([{ name: worksheet, xml: worksheetXml(rows) }])), name)

/** Bytes or text as an upload. */
export const fileOf = (content: Buffer | string, name: string): File =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name)
