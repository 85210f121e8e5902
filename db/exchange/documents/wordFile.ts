import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { fillIn } from '../../terms/ranking.ts'
import {
  type Block,
  DOCUMENT_WORDS,
  gapMark,
  type PaperDocument,
  type Span,
  spansOf,
  type Text,
} from '../rules/document.ts'
import { fitted, PAGES_WITHOUT_CONTENTS, pagesOf } from '../rules/typesetting.ts'
import { localDate } from '../write/notesPlan.ts'

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
        headers: { default: head(paper) },
        footers: { default: foot(paper) },
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          quiet(paper.subtitle),
          ...contents(paper),
          ...paper.blocks.flatMap((block, at) => [
            ...apart(paper.blocks[at - 1], block),
            ...blockParts(block),
          ]),
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

/** Twentieths of a point from the left margin to the right one. */
const LINE_WIDTH = 10_306
/** Half-widths that the running head has room for, and those of what stands at its right. */
const HEAD_ROOM = 104
const BESIDE = 26

function head({ head: left, headRight, watermark }: PaperDocument): Header {
  const right = headRight === undefined ? '' : `\t${fitted(headRight, BESIDE)}`
  const look = { color: QUIET, size: 18 }
  return new Header({
    children: [
      new Paragraph({
        spacing: { after: 80 },
        tabStops: [{ type: TabStopType.RIGHT, position: LINE_WIDTH }],
        children: [
          ...(watermark === undefined
            ? []
            : [new TextWatermark({ text: watermark, font: FONT.eastAsia, color: 'D3E1E4', opacity: 0.6 })]),
          new TextRun({ ...look, text: `${fitted(left, HEAD_ROOM - (right === '' ? 0 : BESIDE))}${right}` }),
        ],
      }),
    ],
  })
}

/** Word's own table of contents of a longer paper: it knows the headings at once, and the pages once it is updated. */
const contents = ({ blocks, contents: title }: PaperDocument): (Paragraph | TableOfContents)[] =>
  title === undefined || pagesOf(blocks, 'a4') <= PAGES_WITHOUT_CONTENTS
    ? []
    : [
        new Paragraph({ children: runs(title, { bold: true }), spacing: SPACED, keepNext: true }),
        // without page numbers until somebody updates it, and then without dots that would lead to nothing before
        new TableOfContents(title, {
          hyperlink: true,
          headingStyleRange: '1-2',
          beginDirty: false,
          tabLeader: LeaderType.NONE,
        }),
      ]

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

const isTable = (block: Block | undefined): boolean => block?.kind === 'table' || block?.kind === 'facts'

/** Something between two tables: Word would make one of them. */
const apart = (before: Block | undefined, block: Block): Paragraph[] =>
  isTable(before) && isTable(block) ? [new Paragraph({ children: runs('', { size: 12 }) })] : []

function blockParts(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          children: [
            new TextRun(block.text),
            ...(block.badge === undefined
              ? []
              : [new TextRun({ text: `　${block.badge}`, size: 18, bold: false, color: QUIET })]),
          ],
        }),
      ]
    case 'text':
      return [
        new Paragraph({
          children: runs(block.text, block.quiet ? { color: QUIET, size: 18 } : {}),
          spacing: { after: 80 },
          ...(block.changed ? { border: { left: BAR } } : {}),
        }),
      ]
    case 'list':
      return block.items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }))
    case 'facts':
      return [table({ widths: [18, 32, 18, 32], heads: [], rows: inPairs(block.rows) }, true)]
    case 'table':
      return [table(block, false)]
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

interface RunLook {
  readonly color?: string
  readonly size?: number
  readonly bold?: boolean
  readonly strike?: boolean
}

const SPAN_LOOKS = {
  was: { strike: true, color: QUIET },
  gap: { color: QUIET },
  strong: { bold: true },
  quiet: { color: QUIET },
} as const satisfies Record<NonNullable<Span['look']>, RunLook>

/** A text with its pieces and line breaks. */
const runs = (text: Text, look: RunLook = {}): TextRun[] =>
  spansOf(text).flatMap(({ text: piece, look: own }) =>
    piece.split('\n').map(
      (line, at) =>
        new TextRun({
          ...look,
          ...(own === undefined ? {} : SPAN_LOOKS[own]),
          text: own === 'gap' ? gapMark(line) : line,
          ...(at > 0 ? { break: 1 } : {}),
        }),
    ),
  )

/** Two facts to a row: label, value, label, value. */
const inPairs = (rows: readonly (readonly [string, string])[]): string[][] =>
  rows.flatMap((row, at) => (at % 2 === 0 ? [[...row, ...(rows[at + 1] ?? ['', ''])]] : []))

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const THIN_LINE = { style: BorderStyle.SINGLE, size: 4, color: LINE }
/** at the side of what changed */
const BAR = { style: BorderStyle.SINGLE, size: 18, color: TEAL, space: 6 }

function table(
  {
    widths,
    heads,
    rows,
    changed = [],
    figures = [],
  }: Pick<Extract<Block, { kind: 'table' }>, 'widths' | 'heads' | 'rows' | 'changed' | 'figures'>,
  labelled: boolean,
): Table {
  const cell = (text: Text, at: number, look: 'head' | 'plain' | 'changed'): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: look === 'changed' && at === 0 ? 80 : 0, right: 100 },
      ...(look === 'changed' && at === 0 ? { borders: { left: BAR } } : {}),
      children: [
        new Paragraph({
          ...(figures.includes(at) ? { alignment: AlignmentType.RIGHT } : {}),
          children: runs(
            text,
            look === 'head' || (labelled && at % 2 === 0)
              ? { color: QUIET, size: 18, bold: look === 'head' }
              : {},
          ),
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      bottom: labelled ? NO_LINE : THIN_LINE,
      insideVertical: NO_LINE,
      insideHorizontal: labelled ? NO_LINE : THIN_LINE,
    },
    rows: [
      ...(heads.length > 0
        ? [new TableRow({ tableHeader: true, children: heads.map((each, at) => cell(each, at, 'head')) })]
        : []),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, changed.includes(place) ? 'changed' : 'plain')),
          }),
      ),
    ],
  })
}
