import type { BallotLayout, LayoutAccount, LayoutIndicator } from './ballotLayout.ts'
import { FIXED_COLUMNS, tidy } from './ballotLayout.ts'
import { type Table, textOf } from './cells.ts'

/*
 * The hidden worksheet of a ballot: row 1 says what it is, the rows below begin with what they hold. It keeps every
 * text that was sent out, so that a changed one can be told with what it was; the hash in the database tells whether
 * the hidden worksheet itself was changed.
 */

const MAGIC = 'yushui-ballot 1'
const OPEN = 'open'
const CLOSED = 'closed'

/** The rows of the hidden worksheet. */
export function mirrorRows(layout: BallotLayout, digest: string): string[][] {
  const { paperId, roundId, memberId, sheetVersion, language } = layout
  const doors = (open: boolean): string => (open ? OPEN : CLOSED)
  return [
    [MAGIC, paperId, roundId, memberId, sheetVersion, language, digest],
    ...layout.indicators.map(({ id, name, open }) => ['indicator', id, doors(open), name]),
    ...layout.head.map((texts) => ['head', ...texts]),
    ...layout.accounts.map(({ id, texts, open }) => ['account', id, doors(open), ...texts]),
    ...layout.standards.map((texts) => ['standard', ...texts]),
  ]
}

/** Whether a worksheet begins as the hidden one of a ballot does. */
export const isMirror = (table: Table): boolean => textOf(table.rows[0]?.cells[0]) === MAGIC

/** The layout that the hidden worksheet tells of; undefined where it can't be read. */
export function readMirror(table: Table): BallotLayout | undefined {
  const [first, ...rest] = table.rows.map(({ cells }) => cells.map((cell) => tidy(textOf(cell))))
  const [magic, paperId = '', roundId = '', memberId = '', sheetVersion = '', language] = first ?? []
  if (magic !== MAGIC || (language !== 'zh' && language !== 'en')) return undefined
  const parts = { indicators: [], head: [], accounts: [], standards: [] } satisfies Parts
  const read: Parts = parts
  for (const row of rest) if (!take(read, row)) return undefined
  return { paperId, roundId, memberId, sheetVersion, language, ...read }
}

interface Parts {
  readonly indicators: LayoutIndicator[]
  readonly head: string[][]
  readonly accounts: LayoutAccount[]
  readonly standards: string[][]
}

function take(parts: Parts, [kind, ...texts]: string[]): boolean {
  const [id = '', door, ...rest] = texts
  switch (kind) {
    case 'indicator':
      parts.indicators.push({ id, name: rest[0] ?? '', open: door === OPEN })
      return true
    case 'head':
      parts.head.push(texts)
      return true
    case 'account':
      parts.accounts.push({ id, open: door === OPEN, texts: padded(rest) })
      return true
    case 'standard':
      parts.standards.push(texts)
      return true
    default:
      return false
  }
}

const padded = (texts: readonly string[]): string[] =>
  Array.from({ length: FIXED_COLUMNS }, (_, at) => texts[at] ?? '')

/** A layout as one text, the same however it was read: what its hash is taken of. */
export function canonicalLayout(layout: BallotLayout): string {
  const { paperId, roundId, memberId, sheetVersion, language } = layout
  const door = (open: boolean): number => (open ? 1 : 0)
  return JSON.stringify([
    [MAGIC, paperId, roundId, memberId, sheetVersion, language],
    layout.indicators.map(({ id, name, open }) => [id, name, door(open)]),
    layout.head.map(withoutBlankEnd),
    layout.accounts.map(({ id, texts, open }) => [id, door(open), ...texts]),
    layout.standards.map(withoutBlankEnd),
  ])
}

/** Blank cells at the end of a row don't come back. */
const withoutBlankEnd = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
