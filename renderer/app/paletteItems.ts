import { match, pinyin } from 'pinyin-pro'
import type { Group } from '../../db/accounts/search/rules/scopes.ts'

/** The groups of the palette's lines. */
export type PaletteGroup = Group | 'recent' | 'rounds' | 'sheets' | 'commands'

/** A piece of text with the stretches that the words match, as [from, to). */
export interface MarkedText {
  readonly text: string
  readonly hits: readonly (readonly [from: number, to: number])[]
}

/** One line of the palette. */
export interface PaletteItem {
  readonly group: PaletteGroup
  readonly id: string
  readonly label: MarkedText
  /** how the matched characters are read, where they were found by pinyin */
  readonly reading: string
  /** what matches where the label doesn't */
  readonly detail: MarkedText | null
  readonly remark: string
  /** sign before the label */
  readonly tier?: 'key' | 'main' | 'ordinary' | 'small' | null
  readonly run: () => void
}

/**
 * Where words match a label of ours: as they stand, or by pinyin (`hy`, `hengyue` find 恒岳); null where they don't.
 * No words match everything at no place.
 */
export function hitsOf(label: string, words: string): readonly (readonly [number, number])[] | null {
  if (words === '') return []
  const at = label.toLowerCase().indexOf(words.toLowerCase())
  if (at >= 0) return [[at, at + words.length]]
  const places = match(label, words.replaceAll(' ', ''), { continuous: true })
  return places?.map((place) => [place, place + 1]) ?? null
}

/** A line for something of ours that has a name, where words match it. */
export function namedItem(
  item: Pick<PaletteItem, 'group' | 'id' | 'remark' | 'run'>,
  label: string,
  words: string,
): PaletteItem[] {
  const hits = hitsOf(label, words)
  if (hits === null) return []
  const bySound = hits.length > 0 && !label.toLowerCase().includes(words.toLowerCase())
  const heard = hits.map(([from, to]) => label.slice(from, to)).join('')
  return [{ ...item, label: { text: label, hits }, reading: bySound ? pinyin(heard) : '', detail: null }]
}

/** A text in pieces, matched ones marked, for highlighting. */
export function piecesOf({ text, hits }: MarkedText): { text: string; hit: boolean; at: number }[] {
  const pieces: { text: string; hit: boolean; at: number }[] = []
  const add = (from: number, to: number, hit: boolean): void => {
    if (to <= from) return
    const last = pieces.at(-1)
    if (last && last.hit === hit) last.text += text.slice(from, to)
    else pieces.push({ text: text.slice(from, to), hit, at: from })
  }
  let done = 0
  for (const [from, to] of hits) {
    add(done, from, false)
    add(Math.max(done, from), to, true)
    done = Math.max(done, to)
  }
  add(done, text.length, false)
  return pieces
}
