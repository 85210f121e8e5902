import { type Block, gapMark, type Span, type Text } from '../../../exchange/rules/document.ts'
import type { Language } from '../../../terms/language.ts'
import { GAP_WORDS, PAPER_WORDS } from '../../../terms/papers.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { placeNamed } from './names.ts'
import { type Place, placesOf } from './places.ts'
import type { PaperKind } from './words.ts'

/** What fills a place. An empty text, list or table is a fact that is missing. */
export type PlaceValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      /** percent of the line */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
      readonly figures?: readonly number[]
    }

/** What fills the places of a paper; a place that isn't there is missing. */
export type Facts = Readonly<Partial<Record<Place, PlaceValue>>>

/** Lines of a template written anew for one paper, by the line as the template has it; '' leaves it out. */
export type Rewritten = Readonly<Record<string, string>>

/** One line of a template, filled. */
export interface Part {
  /** the line as the template has it, by which it may be rewritten */
  readonly line: string
  /** its words with gaps marked as {@link gapMark} does, of a list an item a line; null where there is a table, which isn't rewritten */
  readonly plain: string | null
  readonly blocks: readonly Block[]
  readonly gaps: readonly Place[]
}

/** A template, filled. */
export interface FilledPaper {
  readonly title: Part | null
  readonly parts: readonly Part[]
  /** facts that are missing, each once, in the order in which they would stand there */
  readonly gaps: readonly Place[]
}

/** A piece of a line: words, or the name of a place. Chinese input methods type wide braces. */
const PIECE = /[{｛]([^{}｛｝\n]+)[}｝]/g

/** What a line is, by the sign at its beginning. */
const SIGNS = [
  ['# ', 'title'],
  ['## ', 'heading'],
  ['### ', 'subheading'],
  ['- ', 'item'],
] as const
type LineKind = (typeof SIGNS)[number][1] | 'text'

function kindOf(line: string): { readonly kind: LineKind; readonly words: string } {
  const found = SIGNS.find(([sign]) => line.startsWith(sign))
  return found ? { kind: found[1], words: line.slice(found[0].length).trim() } : { kind: 'text', words: line }
}

type Piece = { readonly words: string } | { readonly name: string; readonly place: Place | undefined }

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(PIECE)) {
    if (index > from) pieces.push({ words: text.slice(from, index) })
    pieces.push({ name: name.trim(), place: placeNamed(name) })
    from = index + whole.length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}

/** Names in a template that no place has, and places that its paper may not have: each once. */
export function faultsOf(
  paper: PaperKind,
  content: string,
): { readonly unknown: readonly string[]; readonly inside: readonly string[] } {
  const allowed = placesOf(paper)
  const named = piecesOf(content).flatMap((piece) => ('name' in piece ? [piece] : []))
  const names = (wrong: (place: Place | undefined) => boolean): string[] => [
    ...new Set(named.filter(({ place }) => wrong(place)).map(({ name }) => name)),
  ]
  return {
    unknown: names((place) => place === undefined),
    inside: names((place) => place !== undefined && !allowed.includes(place)),
  }
}

/** Fills a template with a case's facts. Values are never read as templates: what a customer wrote stays as it is. */
export function fillPaper(
  content: string,
  facts: Facts,
  language: Language,
  rewritten: Rewritten = {},
): FilledPaper {
  const lines = content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ ...kindOf(line), part: partOf(line, facts, language, ownLine(rewritten, line)) }))
  const first = lines.findIndex(({ kind }) => kind === 'title')
  const parts = lines.filter((_, at) => at !== first).map(({ part }) => part)
  const title = lines[first]?.part ?? null
  const all = title ? [title, ...parts] : parts
  return { title, parts, gaps: [...new Set(all.flatMap(({ gaps }) => gaps))] }
}

/** A line as it was written anew; undefined where it wasn't. */
export const ownLine = (rewritten: Rewritten, line: string): string | undefined =>
  Object.hasOwn(rewritten, line) ? rewritten[line] : undefined

function partOf(line: string, facts: Facts, language: Language, own: string | undefined): Part {
  const { kind, words } = kindOf(line)
  const runs = runsOf(piecesOf(words), facts, language)
  const items = itemsOf(runs)
  const plain = items === null ? plainOf(runs) : items.join('\n')
  if (own !== undefined && plain !== null)
    return items === null ? rewrittenPart(line, kind, own, runs, language) : rewrittenList(line, own)
  return {
    line,
    plain,
    blocks: runs.flatMap((run) => blocksOf(kind, run)),
    gaps: runs.flatMap(({ gaps }) => gaps),
  }
}

/** What of a line stands in one block: words and what is missing among them, or a list or table of its own. */
type Run = { readonly gaps: readonly Place[] } & (
  | { readonly spans: readonly Span[] }
  | { readonly block: Exclude<PlaceValue, { kind: 'text' }> }
)

function runsOf(pieces: readonly Piece[], facts: Facts, language: Language): Run[] {
  const runs: Run[] = []
  const alone = pieces.length === 1
  let spans: Span[] = []
  let gaps: Place[] = []
  const close = (): void => {
    if (spans.length > 0) runs.push({ spans, gaps })
    spans = []
    gaps = []
  }
  for (const piece of pieces) {
    const value = 'place' in piece && piece.place !== undefined ? facts[piece.place] : undefined
    if ('words' in piece) spans.push({ text: piece.words })
    else if (piece.place === undefined)
      spans.push({ text: fillIn(PAPER_WORDS[language].unknown, { name: piece.name }), look: 'gap' })
    else if (value === undefined || isMissing(value)) {
      spans.push({ text: GAP_WORDS[language][piece.place], look: 'gap' })
      gaps.push(piece.place)
    } else if (value.kind === 'text') spans.push({ text: value.text })
    else if (value.kind === 'list' && !alone)
      spans.push({ text: value.items.join(PAPER_WORDS[language].semicolon) })
    else {
      close()
      runs.push({ block: value, gaps: [] })
    }
  }
  close()
  // what stands beside a table is at times no sentence but its stop
  return runs.some((run) => 'block' in run) ? runs.filter((run) => 'block' in run || !isStop(run)) : runs
}

const isStop = (run: { readonly spans: readonly Span[] }): boolean =>
  run.spans.every(({ text }) => /^[\p{P}\s]*$/u.test(text))

/** Whether there is nothing to say: a fact that is missing. */
function isMissing(value: PlaceValue): boolean {
  switch (value.kind) {
    case 'text':
      return value.text.trim() === ''
    case 'list':
      return value.items.length === 0
    case 'facts':
    case 'table':
      return value.rows.length === 0
  }
}

const marked = ({ text, look }: Span): string => (look === 'gap' ? gapMark(text) : text)

/** The items of a line that is a list and nothing else; null for any other. */
function itemsOf([run, ...others]: readonly Run[]): readonly string[] | null {
  return run && 'block' in run && run.block.kind === 'list' && others.length === 0 ? run.block.items : null
}

/** A list as somebody wrote it anew, an item a line. */
function rewrittenList(line: string, own: string): Part {
  const items = own
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  return { line, plain: own, blocks: items.length === 0 ? [] : [{ kind: 'list', items }], gaps: [] }
}

/** A line's words as they may be rewritten; null where lists or tables are among them. */
function plainOf(runs: readonly Run[]): string | null {
  const texts = runs.map((run) => ('spans' in run ? run.spans.map(marked).join('') : null))
  return texts.includes(null) ? null : texts.join('')
}

function blocksOf(kind: LineKind, run: Run): Block[] {
  if ('block' in run) return [run.block]
  const plain = run.spans.map(marked).join('')
  // one span says the same as its text, and is read by everything that reads documents
  const text: Text = run.spans.every(({ look }) => look === undefined) ? plain : run.spans
  switch (kind) {
    case 'title':
    case 'heading':
      return [{ kind: 'heading', level: 1, text: plain }]
    case 'subheading':
      return [{ kind: 'heading', level: 2, text: plain }]
    case 'item':
      return [{ kind: 'list', items: [text] }]
    case 'text':
      return [{ kind: 'text', text }]
  }
}

/** A line as somebody wrote it anew; what was missing and is still marked in it still is. */
function rewrittenPart(
  line: string,
  kind: LineKind,
  own: string,
  runs: readonly Run[],
  language: Language,
): Part {
  const missing = [...new Set(runs.flatMap(({ gaps }) => gaps))]
  const left = missing.filter((place) => own.includes(gapMark(GAP_WORDS[language][place])))
  const marks = new Set<string>(left.map((place) => GAP_WORDS[language][place]))
  const spans = own
    .split(/(〔[^〔〕]*〕|\[[^[\]]*\])/)
    .filter((text) => text !== '')
    .map((text): Span => {
      const inner = /^[〔[]/.test(text) ? text.slice(1, -1) : ''
      return marks.has(inner) ? { text: inner, look: 'gap' } : { text }
    })
  const blocks = own.trim() === '' ? [] : blocksOf(kind, { spans, gaps: left })
  return { line, plain: own, blocks, gaps: left }
}

/** The blocks of parts in their order, items that follow each other as one list. */
export function paperBlocks(parts: readonly Part[]): Block[] {
  const blocks: Block[] = []
  for (const block of parts.flatMap((part) => part.blocks)) {
    const last = blocks.at(-1)
    if (block.kind === 'list' && last?.kind === 'list')
      blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, ...block.items] }
    else blocks.push(block)
  }
  return blocks
}

/** What a paper is called: its first line, else what kind of paper it is. Also the name of its file. */
export function titleOf({ title }: FilledPaper, paper: PaperKind, language: Language): string {
  const words = (title?.blocks ?? [])
    .map((block) => (block.kind === 'heading' ? block.text : ''))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words === '' ? PAPER_WORDS[language].kinds[paper] : words
}
