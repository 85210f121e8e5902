import { pinyin } from 'pinyin-pro'
import type { Marked } from '../contract.ts'
import { type How, writtenAt } from '../rules/match.ts'
import type { Query } from '../rules/query.ts'
import { type NameHit, placesIn } from './names.ts'

const BY_SOUND: ReadonlySet<How> = new Set<How>(['pinyin', 'initials', 'mixed', 'pinyinInside'])

/** A name as it is written, with the characters marked that the words stand for, and how those are read. */
export function shownName(
  name: string,
  hit: Pick<NameHit, 'kind' | 'folded' | 'how'>,
  query: Query,
): { title: Marked; reading: string } {
  const written = writtenAt(name)
  const places = placesIn(hit, query)
  const hits = places.map((place): [number, number] => {
    const from = written[place] ?? 0
    return [from, written.find((at) => at > from) ?? name.length]
  })
  const title = { text: name, hits: joined(hits) }
  if (!BY_SOUND.has(hit.how)) return { title, reading: '' }
  const marked = title.hits.map(([from, to]) => name.slice(from, to)).join('')
  const personal = hit.kind === 'person' || hit.kind === 'member'
  return {
    title,
    reading: pinyin(marked, personal ? { mode: 'surname', surname: 'head' } : {}),
  }
}

/** Neighbouring ranges as one. */
export function joined(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const wide: [number, number][] = []
  for (const [from, to] of ranges) {
    const last = wide.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else wide.push([from, to])
  }
  return wide
}

/** Characters before the first match, and in all, of a long text that is shown in a line. */
const LEAD = 12
const LINE = 90

/** The line of a text in which it fits first: long ones are cut, with the match near their beginning. */
export function snippet(text: string, ranges: readonly (readonly [number, number])[]): Marked {
  const hits = joined(ranges)
  const first = hits[0]?.[0] ?? 0
  const lineFrom = text.lastIndexOf('\n', first) + 1
  const from = first - lineFrom > LEAD * 2 ? first - LEAD : lineFrom
  const lineTo = text.indexOf('\n', first)
  const to = Math.min(lineTo < 0 ? text.length : lineTo, from + LINE)
  const lead = from > lineFrom ? '…' : ''
  const tail = to < text.length ? '…' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${text.slice(from, to)}${tail}`,
    hits: hits.flatMap(([a, b]): [number, number][] =>
      a >= from && a < to ? [[a + shift, Math.min(b, to) + shift]] : [],
    ),
  }
}
