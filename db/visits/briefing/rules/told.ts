import { type Block, plainOf, type Span, spansOf, type Text } from '../../../exchange/rules/document.ts'
import type { Language } from '../../../terms/language.ts'
import type { BriefContent, BriefRow } from '../contract.ts'
import type { Audience } from './words.ts'

type Sections = BriefContent['sections']

/** How a brief is told: in which language, to whom, on which day, and against which frozen one, if any. */
export interface Telling {
  readonly language: Language
  readonly audience: Audience
  /** YYYY-MM-DD from which lateness counts */
  readonly asOf: string
  /** the frozen content as the same audience sees it; null where nothing is compared */
  readonly before: BriefContent | null
}

/** A brief that is being told. */
export interface Told extends Telling {
  readonly content: BriefContent
}

/** Blocks of a section, and how many of their rows changed since the brief was frozen. */
export interface Part {
  readonly blocks: readonly Block[]
  readonly changed: number
}

/** A thing as it is and as it was: null where it isn't or wasn't, `was` undefined where nothing is compared. */
export interface Pair<Thing> {
  readonly now: Thing | null
  readonly was: Thing | null | undefined
}

/** The rows of a kind. */
export const ofKind = <Row extends BriefRow, Kind extends Row['kind']>(
  rows: readonly Row[],
  kind: Kind,
): Extract<Row, { kind: Kind }>[] =>
  rows.filter((row): row is Extract<Row, { kind: Kind }> => row.kind === kind)

/** Things by their keys as they are and as they were: those that are in their order, then those that went. */
export function pairsOf<Thing extends { readonly key: string }>(
  now: readonly Thing[],
  was: readonly Thing[] | undefined,
): Pair<Thing>[] {
  if (was === undefined) return now.map((thing) => ({ now: thing, was: undefined }))
  const old = new Map(was.map((thing) => [thing.key, thing]))
  const keys = new Set(now.map(({ key }) => key))
  return [
    ...now.map((thing): Pair<Thing> => ({ now: thing, was: old.get(thing.key) ?? null })),
    ...was.flatMap((thing): Pair<Thing>[] => (keys.has(thing.key) ? [] : [{ now: null, was: thing }])),
  ]
}

/** Things made of the rows of a section, of the brief and of the frozen one. */
export function things<Thing extends { readonly key: string }>(
  { content, before }: Told,
  of: (sections: Sections) => readonly Thing[],
): Pair<Thing>[] {
  return pairsOf(of(content.sections), before === null ? undefined : of(before.sections))
}

/** A text with what it was before, struck through, where it differs. */
export function against(now: Text, was: Text | undefined): Text {
  if (was === undefined || plainOf(was) === plainOf(now)) return now
  const old: Span[] = plainOf(was) === '' ? [] : [{ text: plainOf(was), look: 'was' }, { text: ' ' }]
  return [...old, ...spansOf(now)]
}

/** The cells of a thing, each with what it was, and whether any changed. */
export function cellsOf<Thing>(
  { now, was }: Pair<Thing>,
  cells: (thing: Thing) => readonly Text[],
): { cells: Text[]; changed: boolean } {
  if (now === null)
    return {
      cells: was ? cells(was).map((cell): Text => [{ text: plainOf(cell), look: 'was' }]) : [],
      changed: true,
    }
  const shown = cells(now)
  if (was === undefined) return { cells: [...shown], changed: false }
  if (was === null) return { cells: [...shown], changed: true }
  const old = cells(was)
  return {
    cells: shown.map((cell, at) => against(cell, old[at])),
    changed: shown.some((cell, at) => plainOf(cell) !== plainOf(old[at] ?? '')),
  }
}

/** A table of things; nothing where there are none. Columns with an undefined head are left out. */
export function tableOf<Thing>(
  pairs: readonly Pair<Thing>[],
  cells: (thing: Thing) => readonly Text[],
  look: Pick<Extract<Block, { kind: 'table' }>, 'heads' | 'widths' | 'figures'>,
): Part {
  if (pairs.length === 0) return NOTHING
  const rows = pairs.map((pair) => cellsOf(pair, cells))
  const changed = rows.flatMap((row, at) => (row.changed ? [at] : []))
  return {
    blocks: [
      {
        kind: 'table',
        ...look,
        rows: rows.map((row) => row.cells),
        ...(changed.length > 0 ? { changed } : {}),
      },
    ],
    changed: changed.length,
  }
}

/** Paragraphs of things. */
export function textsOf<Thing>(pairs: readonly Pair<Thing>[], text: (thing: Thing) => Text): Part {
  const told = pairs.map((pair) => cellsOf(pair, (thing) => [text(thing)]))
  return {
    blocks: told.map(({ cells, changed }) => ({
      kind: 'text',
      text: cells[0] ?? '',
      ...(changed ? { changed } : {}),
    })),
    changed: told.filter(({ changed }) => changed).length,
  }
}

const NOTHING: Part = { blocks: [], changed: 0 }

/** A line that no facts are behind. */
export const line = (text: string, quiet = true): Part => ({
  blocks: [{ kind: 'text', text, ...(quiet ? { quiet } : {}) }],
  changed: 0,
})

/** Several parts as one. */
export const together = (...parts: readonly Part[]): Part => ({
  blocks: parts.flatMap(({ blocks }) => blocks),
  changed: parts.reduce((sum, { changed }) => sum + changed, 0),
})

/** A part under a small heading; nothing where it is empty. */
export const under = (text: string, part: Part): Part =>
  part.blocks.length === 0 ? part : { ...part, blocks: [{ kind: 'heading', level: 2, text }, ...part.blocks] }

/** Names of accounts for tables of several: a column of its own where there is more than one. */
export function accountColumn({ content, before }: Told) {
  const names = new Map<string, string>(
    [...(before?.accounts ?? []), ...content.accounts].map(({ id, name }) => [id, name]),
  )
  const isShown = content.accounts.length > 1
  return {
    isShown,
    name: (accountId: string): string => names.get(accountId) ?? '',
    /** the cell of the column, or none */
    cell: (accountId: string): Text[] => (isShown ? [names.get(accountId) ?? ''] : []),
    /** heads and widths with the column before them, the others narrowed to make room */
    look: (head: string, heads: readonly string[], widths: readonly number[]) =>
      isShown
        ? { heads: [head, ...heads], widths: [ROOM, ...widths.map((width) => (width * (100 - ROOM)) / 100)] }
        : { heads, widths },
  }
}

/** Percent of a line for the names of accounts. */
const ROOM = 22
