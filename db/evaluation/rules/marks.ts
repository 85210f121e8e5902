/** A mark on a grading sheet (A4): excellent 10, good 8, fair 6, poor 4, failing 2; null is unmarked. */
export type Mark = 10 | 8 | 6 | 4 | 2

/** The five marks, best first: the order of the standards on a sheet and of the quick keys 1–5. */
export const MARKS = [10, 8, 6, 4, 2] as const satisfies readonly Mark[]

/** What a mark is called, in the order of {@link MARKS}; also the names of the standards' columns. */
export const GRADES = ['excellent', 'good', 'fair', 'poor', 'failing'] as const
export type Grade = (typeof GRADES)[number]

/** Whether a number is one of the five marks. */
export const isMark = (value: unknown): value is Mark => MARKS.some((mark) => mark === value)

/** The mark that a grade stands for. */
export const markOfGrade = (grade: Grade): Mark => MARKS[GRADES.indexOf(grade)] ?? 2

/** The mark in a text as typed or read from a workbook: its figure or its Chinese or English word. */
export function parseMark(text: string): Mark | null | undefined {
  const word = text.trim().normalize('NFKC').toLowerCase()
  if (word === '') return null
  return WORDS.get(word)
}

const WORDS: ReadonlyMap<string, Mark> = new Map(
  (
    [
      [10, ['10', '10.0', '优秀', '优', 'excellent']],
      [8, ['8', '8.0', '良好', '良', 'good']],
      [6, ['6', '6.0', '合格', 'fair']],
      [4, ['4', '4.0', '较差', '差', 'poor']],
      [2, ['2', '2.0', '不合格', 'failing', 'fail']],
    ] as const
  ).flatMap(([mark, words]) => words.map((word) => [word, mark] as const)),
)

/**
 * Marks travel as a strip, one character a cell, row by row: `X` for 10, `8 6 4 2` for themselves,
 * `-` unmarked, `.` leave as it is (writes only). 120,000 cells are 120 KB instead of megabytes of JSON.
 */
export type StripChar = 'X' | '8' | '6' | '4' | '2' | '-' | '.'

/** One cell of a strip for a mark; null gives `-`. */
export const toStripChar = (mark: Mark | null): StripChar => {
  switch (mark) {
    case null:
      return '-'
    case 10:
      return 'X'
    case 8:
      return '8'
    case 6:
      return '6'
    case 4:
      return '4'
    case 2:
      return '2'
  }
}

/** The mark of one cell of a strip; `-` and `.` give null. */
export const fromStripChar = (char: string | undefined): Mark | null => {
  switch (char) {
    case 'X':
      return 10
    case '8':
      return 8
    case '6':
      return 6
    case '4':
      return 4
    case '2':
      return 2
    default:
      return null
  }
}
