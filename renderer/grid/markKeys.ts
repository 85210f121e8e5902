/** The marks of A4, best first: quick key 1 stands for the first, 5 for the last. */
const marks = [10, 8, 6, 4, 2] as const
export type Mark = (typeof marks)[number]

export type MarkKeys = 'quick' | 'literal'

/** The quick key pressed just before, with nothing in between; null after any other key, click or edit. */
export type PreviousMarkKey = string | null

export type MarkKeyAction =
  | { readonly do: 'mark'; readonly mark: Mark; readonly key: string; readonly ambiguous: boolean }
  | { readonly do: 'swallow' }
  | { readonly do: 'refuse'; readonly key: string }
  | { readonly do: 'type' }
  | { readonly do: 'nothing' }

/**
 * What a printable key means in a mark column while no editor is open.
 * quick: 1–5 enter 10, 8, 6, 4, 2 at once; 6 and 8 have one meaning and enter themselves; a 0 right after 1 is
 * the rest of a typed "10" and is swallowed; anything else is refused aloud instead of half understood.
 * literal: the key opens the editor and is typed into it.
 * `ambiguous` says that the key is itself a different mark (2 enters 8): worth showing what was entered.
 */
export const markKeyAction = (key: string, previous: PreviousMarkKey, markKeys: MarkKeys): MarkKeyAction => {
  // a named key (Shift, F5) enters nothing; a full-width digit is the digit
  if (!/^.$/u.test(key)) return { do: 'nothing' }
  const digit = key.normalize('NFKC')
  if (markKeys === 'literal') return { do: 'type' }
  if (digit === '0' && previous === '1') return { do: 'swallow' }
  if (digit === '6') return { do: 'mark', mark: 6, key: digit, ambiguous: false }
  if (digit === '8') return { do: 'mark', mark: 8, key: digit, ambiguous: false }
  const mark = /^[1-5]$/.test(digit) ? marks[Number(digit) - 1] : undefined
  if (mark === undefined) return { do: 'refuse', key: digit }
  return { do: 'mark', mark, key: digit, ambiguous: digit === '2' }
}
