import type { Block } from '../../../exchange/rules/document.ts'
import { SECTION_WORDS } from '../../../terms/briefing.ts'
import type { Language } from '../../../terms/language.ts'
import type { BriefRow } from '../contract.ts'
import type { Changed } from './changes.ts'
import { type Fact, rowWords } from './rowWords.ts'
import { joined, words } from './texts.ts'

/** A change in words: of what, what it was, what it is; empty texts where it wasn't or isn't. */
export interface ChangeLine {
  readonly what: string
  readonly before: string
  readonly after: string
}

/**
 * Changes as people tell them: who came instead of whom is one, and what is known of who came or went is none of its own.
 */
export function toldChanges<Change extends Pick<Changed, 'before' | 'after'>>(
  changes: readonly Change[],
): Change[] {
  const rows = changes.map((change) => change.after ?? change.before)
  const moved = new Set(
    changes.flatMap(({ before, after }, at) => {
      const row = rows[at]
      return row?.kind === 'person' && (before === null || after === null) ? [row.personId] : []
    }),
  )
  const shown = changes.filter((_, at) => {
    const row = rows[at]
    return row?.kind !== 'secret' || !moved.has(row.personId)
  })
  return (['person', 'ours'] as const).reduce<Change[]>(paired, shown)
}

/** Additions and removals of a kind of row, put together as long as there are both. */
function paired<Change extends Pick<Changed, 'before' | 'after'>>(
  changes: readonly Change[],
  kind: BriefRow['kind'],
): Change[] {
  const removed = changes.filter(({ before, after }) => after === null && before?.kind === kind)
  const used = new Set<Change>()
  const together = changes.map((change) => {
    if (change.before !== null || change.after?.kind !== kind) return change
    const gone = removed.find((each) => !used.has(each))
    if (gone === undefined) return change
    used.add(gone)
    return { ...change, before: gone.before }
  })
  return together.filter((change) => !used.has(change))
}

/** A change in words. Of a row that is there still, only the facts that differ are told. */
export function changeLine(
  { before, after }: Pick<Changed, 'before' | 'after'>,
  language: Language,
): ChangeLine {
  const row = after ?? before
  if (row === null) return { what: '', before: '', after: '' }
  const { about } = rowWords(row, language)
  // two rows under one change: one took the place of the other
  if (before === null || after === null || before.key !== after.key) {
    const text = (one: BriefRow | null): string => (one === null ? '' : wholeText(one, language))
    return { what: about, before: text(before), after: text(after) }
  }
  const old = rowWords(before, language).facts
  const now = rowWords(after, language).facts
  const names = [...new Set([...now, ...old].map(([name]) => name))]
  const differing = names.flatMap((name) => {
    const was = textOf(old, name)
    const is = textOf(now, name)
    return was === is ? [] : [{ name, was, is }]
  })
  const identity = identityOf(after)
  const labels = differing.map(({ name }) => name).filter((name) => name !== '')
  return {
    what: joined([identity === '' ? about : identity, labels.join(words(language).list)], ' '),
    before: differing.map(({ was }) => was).join(words(language).comma),
    after: differing.map(({ is }) => is).join(words(language).comma),
  }
}

const textOf = (facts: readonly Fact[], name: string): string =>
  facts.find(([each]) => each === name)?.[1] ?? ''

/** Who or what a row is about, where a change of its facts needs that said. */
function identityOf(row: BriefRow): string {
  switch (row.kind) {
    case 'person':
    case 'secret':
      return row.name
    case 'topic':
    case 'line':
      return row.topic
    case 'issue':
    case 'promised':
    case 'gift':
      return row.what
    case 'rival':
      return row.competitor
    case 'product':
      return row.product
    default:
      return ''
  }
}

function wholeText(row: BriefRow, language: Language): string {
  if (row.kind === 'person') return joined([row.name, row.title], ' ')
  if (row.kind === 'ours') return joined([row.name, row.role], ' ')
  return rowWords(row, language)
    .facts.map(([, text]) => text)
    .filter((text) => text !== '')
    .join(words(language).comma)
}

/** The changes as one table: where, of what, what it was when frozen, what it is now. */
export function changeBlocks(changes: readonly Changed[], language: Language): Block[] {
  const say = words(language)
  return [
    {
      kind: 'table',
      heads: [say.section, say.fact, say.before, say.now],
      widths: [16, 24, 30, 30],
      rows: changes.map((change) => {
        const { what, before, after } = changeLine(change, language)
        return [
          SECTION_WORDS[language][change.section],
          what,
          before === '' ? [{ text: say.nothing, look: 'quiet' }] : [{ text: before, look: 'was' }],
          after === '' ? [{ text: say.nothing, look: 'quiet' }] : [{ text: after, look: 'strong' }],
        ]
      }),
    },
  ]
}
