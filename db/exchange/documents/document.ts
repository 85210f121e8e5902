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
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** label and value, two to a line */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `widths` in percent of the line, as many as heads */
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
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
