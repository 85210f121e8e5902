import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { fillIn } from '../../terms/ranking.ts'
import { localDate } from '../write/notesPlan.ts'
import { type Block, DOCUMENT_WORDS, type PaperDocument } from './document.ts'

/** Media type of Word files. */
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document as a Word file that can be edited: A4, running head, page numbers, Chinese fonts. */
export async function wordFile(paper: PaperDocument, name: string): Promise<File> {
  const document = new Document({
    title: paper.title,
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, color: INK } },
        title: { run: { font: FONT, size: 36, bold: true, color: INK } },
        heading1: { run: { font: FONT, size: 26, bold: true, color: TEAL }, paragraph: { spacing: SPACED } },
        heading2: { run: { font: FONT, size: 22, bold: true, color: INK }, paragraph: { spacing: SPACED } },
      },
    },
    sections: [
      {
        properties: { page: { size: A4, margin: { top: 1020, bottom: 910, left: 800, right: 800 } } },
        headers: { default: new Header({ children: [quiet(paper.head)] }) },
        footers: { default: foot(paper) },
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          quiet(paper.subtitle),
          ...paper.blocks.flatMap(blockParts),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return new File([new Uint8Array(bytes)], name, { type: DOCX })
}

/** Word takes the East Asian font for Chinese characters; without it they fall back to a font with serifs. */
const FONT = { ascii: 'Segoe UI', hAnsi: 'Segoe UI', eastAsia: 'Microsoft YaHei', cs: 'Segoe UI' }
const INK = '17262B'
const QUIET = '4A5D64'
const TEAL = '0F5C6E'
const LINE = 'DCE4E6'
const A4 = { width: 11_906, height: 16_838 }
/** twentieths of a point */
const SPACED = { before: 240, after: 80 }

function foot(paper: PaperDocument): Footer {
  const words = DOCUMENT_WORDS[paper.language]
  const [before = '', rest = ''] = words.page.split('{page}')
  const [between = '', after = ''] = rest.split('{pages}')
  const made = fillIn(words.made, { date: localDate(paper.madeAt) })
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: 16,
            color: QUIET,
            children: [`${made}   ${before}`, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}

function blockParts(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ]
    case 'text':
      return [
        block.quiet
          ? quiet(block.text)
          : new Paragraph({ children: runs(block.text), spacing: { after: 80 } }),
      ]
    case 'list':
      return block.items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }))
    case 'facts':
      return [table([18, 32, 18, 32], [], inPairs(block.rows), true)]
    case 'table':
      return [table(block.widths, block.heads, block.rows, false)]
    case 'checks':
      return block.rows.map(
        ({ text, done }) =>
          new Paragraph({
            children: runs(`${done === '' ? '☐' : '☑'} ${text}${done === '' ? '' : `　${done}`}`),
          }),
      )
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'signatures':
      return [
        new Paragraph({
          spacing: { before: 600 },
          children: runs(
            block.lines
              .map(({ label, signed }) => `${label} ${signed === '' ? '________________' : signed}`)
              .join('　　'),
          ),
        }),
      ]
  }
}

const quiet = (text: string): Paragraph =>
  new Paragraph({ children: runs(text, { color: QUIET, size: 18 }), spacing: { after: 80 } })

/** A text with its line breaks. */
const runs = (text: string, look: { color?: string; size?: number; bold?: boolean } = {}): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }))

/** Two facts to a row: label, value, label, value. */
const inPairs = (rows: readonly (readonly [string, string])[]): string[][] =>
  rows.flatMap((row, at) => (at % 2 === 0 ? [[...row, ...(rows[at + 1] ?? ['', ''])]] : []))

function table(
  widths: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  labelled: boolean,
): Table {
  const cell = (text: string, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 0, right: 100 },
      children: [
        new Paragraph({
          children: runs(
            text,
            isHead || (labelled && at % 2 === 0) ? { color: QUIET, size: 18, bold: isHead } : {},
          ),
        }),
      ],
    })
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: labelled ? none : line,
      insideVertical: none,
      insideHorizontal: labelled ? none : line,
    },
    rows: [
      ...(heads.length > 0
        ? [new TableRow({ tableHeader: true, children: heads.map((head, at) => cell(head, at, true)) })]
        : []),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) }),
      ),
    ],
  })
}
