/** What Word and web pages put between the words, and what stands for it here: nothing where nothing is named. */
const REPLACED: ReadonlyMap<number, string> = new Map([
  [0x07, '\t'], // end of a table cell in Word
  [0x0b, '\n'], // line break within a paragraph
  [0x0c, '\n'], // page break
  [0x1e, '-'], // hyphen that doesn't break
  [0x85, '\n'],
  [0xa0, ' '],
  [0x2028, '\n'],
  [0x2029, '\n'],
  [0xf0a7, '·'], // bullets of Word's sign fonts
  [0xf0b7, '·'],
  [0xf0d8, '·'],
])

/** Signs without a look of their own that hide or turn round what stands beside them. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffd],
]

/** Whether a sign is one that a reader doesn't see: control signs, marks of direction, blanks of no width. */
export const isUnseen = (code: number): boolean =>
  UNSEEN.some(([first, last]) => code >= first && code <= last)

/** A typed or pasted text without control signs, with plain line ends and no blanks at its ends. */
export function cleanText(text: string): string {
  let clean = ''
  for (const sign of text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').toWellFormed()) {
    const code = sign.codePointAt(0) ?? 0
    clean += REPLACED.get(code) ?? (isUnseen(code) ? '' : sign)
  }
  return clean
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
