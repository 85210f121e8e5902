/**
 * Mentions in the text of an entry. `@[吴国梁](id)` is a person, `#[恒岳家居集团](id)` an account: the name as it was
 * written, for reading without us, and the id, so that a later rename or merge still finds them.
 */
export type MentionKind = 'person' | 'account'

/** A part of an entry's text. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: MentionKind; readonly id: string; readonly name: string }

const SIGNS = { person: '@', account: '#' } as const
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const MENTION = new RegExp(`([@#])\\[([^\\[\\]\\n]{1,200})\\]\\((${UUID})\\)`, 'g')

/** The text of a mention; signs that would end it early are left out of the name. */
export const mentionText = (kind: MentionKind, id: string, name: string): string =>
  `${SIGNS[kind]}[${name.replaceAll(/[[\]\n]/g, '').slice(0, 200) || '?'}](${id})`

/** A text in its parts, in order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: whole, 1: sign, 2: name = '', 3: id = '', index } of text.matchAll(MENTION)) {
    if (index > at) pieces.push({ kind: 'text', text: text.slice(at, index) })
    pieces.push({ kind: sign === '@' ? 'person' : 'account', id, name })
    at = index + whole.length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}

/** A text as it reads without links: `@吴国梁`, or the names that `nameOf` gives. */
export const plainText = (
  text: string,
  nameOf: (mention: Exclude<Piece, { kind: 'text' }>) => string = ({ name }) => name,
): string =>
  piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : `${SIGNS[piece.kind]}${nameOf(piece)}`))
    .join('')

/** The beginning of a text: no longer than `most` signs as it reads, and never half a mention. */
export function excerptOf(text: string, most: number): { readonly text: string; readonly cut: boolean } {
  let left = most
  let excerpt = ''
  for (const piece of piecesOf(text)) {
    const shown = piece.kind === 'text' ? piece.text : `${SIGNS[piece.kind]}${piece.name}`
    if (shown.length > left) {
      const part =
        piece.kind === 'text'
          ? piece.text
              .slice(0, left)
              .toWellFormed()
              .replace(/\uFFFD$/, '')
          : ''
      return { text: excerpt + part, cut: true }
    }
    left -= shown.length
    excerpt += piece.kind === 'text' ? piece.text : mentionText(piece.kind, piece.id, piece.name)
  }
  return { text: excerpt, cut: false }
}
