import { match, pinyin } from 'pinyin-pro'

/** One line of the palette. */
export interface PaletteItem {
  readonly group: 'accounts' | 'rounds' | 'sheets' | 'commands'
  readonly id: string
  readonly label: string
  /** positions in the label that the words match */
  readonly hits: readonly number[]
  /** how the matched characters are read, where they were found by pinyin */
  readonly reading: string
  readonly remark: string
  /** sign before the label */
  readonly tier?: 'key' | 'main' | 'ordinary' | 'small' | null
  readonly run: () => void
}

/**
 * Where words match a label: as they stand, or by pinyin (`hy`, `hengyue` find 恒岳); null where they don't.
 * No words match everything at no place.
 */
export function hitsOf(label: string, words: string): readonly number[] | null {
  if (words === '') return []
  const at = label.toLowerCase().indexOf(words.toLowerCase())
  if (at >= 0) return Array.from(words, (_, offset) => at + offset)
  return match(label, words.replaceAll(' ', ''), { continuous: true }) ?? null
}

/** How the matched characters are read, with tones; empty when they were found as they stand. */
export function readingOf(label: string, words: string, hits: readonly number[]): string {
  if (hits.length === 0 || label.toLowerCase().includes(words.toLowerCase())) return ''
  return pinyin(hits.map((at) => label[at] ?? '').join(''))
}

/** A label in pieces, matched ones marked, for highlighting. */
export function piecesOf(
  label: string,
  hits: readonly number[],
): { text: string; hit: boolean; at: number }[] {
  const pieces: { text: string; hit: boolean; at: number }[] = []
  for (let at = 0; at < label.length; at += 1) {
    const hit = hits.includes(at)
    const last = pieces.at(-1)
    if (last && last.hit === hit) last.text += label[at] ?? ''
    else pieces.push({ text: label[at] ?? '', hit, at })
  }
  return pieces
}
