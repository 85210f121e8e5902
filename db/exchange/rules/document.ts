import type { Language } from '../../terms/language.ts'

/**
 * A paper that leaves the building, as its content: one content becomes a Word file that can be edited and a page that
 * is printed to PDF, so that both say the same.
 */
export interface PaperDocument {
  readonly title: string
  /** under the title: for whom, when, by whom */
  readonly subtitle: string
  /** running head, on every page */
  readonly head: string
  /** instant of making, for the foot */
  readonly madeAt: string
  readonly language: Language
  readonly blocks: readonly Block[]
  /** at the right of the running head, such as who may read it */
  readonly headRight?: string
  /** what stands slantwise and pale behind every page: who reads it and when */
  readonly watermark?: string
  /** title of a table of contents; it is put in where the paper is longer than a few pages */
  readonly contents?: string
  /** A4 where absent; a phone's page has one column */
  readonly page?: PageSize
  /** keeps numbers and their units on one line, and Chinese punctuation tight */
  readonly wholeFigures?: boolean
}

/** Pages that papers are printed on. Word files are always A4. */
export type PageSize = 'a4' | 'phone'

/** A piece of text: struck through for what it was before, framed for what is missing, bold, or pale. */
export interface Span {
  readonly text: string
  readonly look?: 'was' | 'gap' | 'strong' | 'quiet'
}

/** A text, plain or in pieces. */
export type Text = string | readonly Span[]

export type Block =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2
      readonly text: string
      /** a word at its right, such as how many changes are below */
      readonly badge?: string
    }
  | { readonly kind: 'text'; readonly text: Text; readonly quiet?: boolean; readonly changed?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  /** label and value, two to a line */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `widths` in percent of the line, as many as cells; without heads it has none. `changed` are places of rows. */
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      readonly widths: readonly number[]
      readonly rows: readonly (readonly Text[])[]
      readonly changed?: readonly number[]
      /** columns of figures, set to the right */
      readonly figures?: readonly number[]
    }
  /** lines to tick: an empty box, a text, and where it was ticked who and when */
  | { readonly kind: 'checks'; readonly rows: readonly { readonly text: string; readonly done: string }[] }
  /** what follows begins on a new page */
  | { readonly kind: 'pageBreak' }
  /** lines to sign on, side by side; a name already signed stands on its line */
  | {
      readonly kind: 'signatures'
      readonly lines: readonly { readonly label: string; readonly signed: string }[]
    }

/** Words around every document. */
export const DOCUMENT_WORDS = {
  zh: { made: '{date} 生成', page: '第 {page} 页，共 {pages} 页' },
  en: { made: 'made {date}', page: 'page {page} of {pages}' },
} as const satisfies Record<Language, object>

/** A text in pieces. */
export const spansOf = (text: Text): readonly Span[] => (typeof text === 'string' ? [{ text }] : text)

/** What a text says, without its looks. */
export const plainOf = (text: Text): string =>
  typeof text === 'string' ? text : text.map((span) => span.text).join('')

/** Something that is missing, as a plain text marks it: in the brackets of its language. */
export const gapMark = (text: string): string => (/\p{Script=Han}/u.test(text) ? `〔${text}〕` : `[${text}]`)
