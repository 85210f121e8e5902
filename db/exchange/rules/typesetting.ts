import { type Block, type PageSize, plainOf, type Text } from './document.ts'

/** How wide a text is in half-widths: Chinese characters take two, Latin ones one. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0)

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}　-〿＀-￯“”‘’…—]/u

/**
 * A text that fits into so many half-widths. What is too long loses its middle: how a company's name begins tells which
 * one it is, and how it ends tells what it is.
 */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const chars = [...text]
  const tail = takeWhileFits(chars.toReversed(), Math.floor(width * ENDING)).reverse()
  const head = takeWhileFits(chars, width - 2 - widthOf(tail.join('')))
  return `${head.join('').trimEnd()}…${tail.join('').trimStart()}`
}

/** The part of a shortened text that its end takes: 有限公司 of a line of thirty half-widths. */
const ENDING = 0.28

function takeWhileFits(chars: readonly string[], width: number): string[] {
  let used = 0
  const at = chars.findIndex((char) => {
    used += widthOf(char)
    return used > width
  })
  return at === -1 ? [...chars] : chars.slice(0, at)
}

/** A number with its sign, and the unit after it: what must not be torn apart at the end of a line. */
const FIGURE =
  /(?:(?:CNY|¥) ?)?[+\-−]?\d[\d,.:/-]*(?: ?(?:%|亿元|万元|元|万|分钟|小时|分|天|条|项|家|人|位|次|页|版|年|月|日|岁|名|点|million|min|days?|points?)(?![\p{Script=Latin}]))?/gu

/** A text in pieces, those that are figures marked. */
export function figuresIn(text: string): { readonly text: string; readonly figure: boolean }[] {
  const parts: { text: string; figure: boolean }[] = []
  let at = 0
  for (const match of text.matchAll(FIGURE)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), figure: false })
    parts.push({ text: match[0], figure: true })
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ text: text.slice(at), figure: false })
  return parts
}

/** Half-widths of a line, and lines of a page: what the length of a paper is reckoned from. */
const ROOM = { a4: { width: 96, lines: 46 }, phone: { width: 36, lines: 30 } } as const satisfies Record<
  PageSize,
  object
>

/** About how many pages a paper takes: enough to say whether it needs a table of contents. */
export function pagesOf(blocks: readonly Block[], page: PageSize): number {
  const room = ROOM[page]
  return blocks.reduce((sum, block) => sum + linesOf(block, page, room.width), 0) / room.lines
}

function linesOf(block: Block, page: PageSize, width: number): number {
  const lines = (text: Text, share: number): number =>
    plainOf(text)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(4, width * share))), 0)
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? 2.5 : 2
    case 'text':
      return lines(block.text, 1) + 0.4
    case 'list':
      return block.items.reduce((sum, item) => sum + lines(item, 0.95), 0)
    case 'facts':
      return block.rows.length / 2 + 0.5
    case 'checks':
      return block.rows.length * 1.2
    case 'pageBreak':
    case 'signatures':
      return 3
    case 'table': {
      const { rows, widths } = block
      const height = (row: readonly Text[]): number =>
        page === 'phone'
          ? row.reduce((sum, cell) => sum + lines(cell, 1), 0.6)
          : Math.max(...row.map((cell, at) => lines(cell, (widths[at] ?? 0) / 100 - 0.01))) + 0.45
      return rows.reduce((sum, row) => sum + height(row), 1.5)
    }
  }
}

/** Longer papers have a table of contents. */
export const PAGES_WITHOUT_CONTENTS = 4
