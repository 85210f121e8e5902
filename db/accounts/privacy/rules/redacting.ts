/** What stands in a text where somebody was erased. */
export const ERASED = '〔已删除〕'

/** Numbers and addresses shorter than this are too common to be taken out wherever they stand. */
const SHORTEST_NEEDLE = 5

/** Texts that belong to one person wherever they stand: numbers and addresses, longest first. */
export const needlesOf = (values: readonly (string | null | undefined)[]): string[] =>
  [
    ...new Set(
      values.map((value) => (value ?? '').trim()).filter((value) => [...value].length >= SHORTEST_NEEDLE),
    ),
  ].sort((a, b) => b.length - a.length)

/** A text with each of the needles replaced by {@link ERASED}; neighbours become one. */
export function redact(text: string, needles: readonly string[]): string {
  let redacted = text
  for (const needle of needles) if (needle !== '') redacted = redacted.replaceAll(needle, ERASED)
  return redacted === text ? text : redacted.replaceAll(REPEATED, ERASED)
}

const REPEATED = new RegExp(`(?:${ERASED}){2,}`, 'gu')
