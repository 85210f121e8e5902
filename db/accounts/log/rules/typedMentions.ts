import { type MentionKind, mentionText, piecesOf } from './mentions.ts'

/** Somebody chosen while typing: where their label stands after its sign, they are meant. */
export interface TypedMention {
  readonly kind: MentionKind
  readonly id: string
  /** as it stands in the text, without its sign */
  readonly label: string
}

/** A text as it is typed, `@吴国梁`, with whom its labels mean. */
export interface TypedText {
  readonly text: string
  readonly mentions: readonly TypedMention[]
}

const SIGN = { person: '@', account: '#' } as const

/** The text that an entry keeps, as one to type in. */
export function typedText(stored: string): TypedText {
  const mentions: TypedMention[] = []
  const text = piecesOf(stored)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      const { kind, id, name } = piece
      const known = mentions.find((one) => one.kind === kind && one.id === id)
      const label = known?.label ?? freeLabel(mentions, kind, name)
      if (!known) mentions.push({ kind, id, label })
      return `${SIGN[kind]}${label}`
    })
    .join('')
  return { text, mentions }
}

/** A label that means nobody else yet: two people of one name are told apart by a number. */
export function freeLabel(mentions: readonly TypedMention[], kind: MentionKind, name: string): string {
  const taken = new Set(mentions.filter((one) => one.kind === kind).map(({ label }) => label))
  if (!taken.has(name)) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`
}

/** What is typed, as an entry keeps it: each label of somebody chosen with their id. */
export function storedText({ text, mentions }: TypedText): string {
  // the longest first: @吴国梁 is not @吴国 and a 梁
  const longestFirst = [...mentions].sort((a, b) => b.label.length - a.label.length)
  let stored = ''
  for (let at = 0; at < text.length; ) {
    const here = longestFirst.find(({ kind, label }) => text.startsWith(`${SIGN[kind]}${label}`, at))
    stored += here ? mentionText(here.kind, here.id, here.label) : text.charAt(at)
    at += here ? here.label.length + 1 : 1
  }
  return stored
}

/** Those whose labels still stand in the text. */
export const mentionsLeft = ({ text, mentions }: TypedText): TypedMention[] =>
  mentions.filter(({ kind, label }) => text.includes(`${SIGN[kind]}${label}`))
