import type { TFunction } from 'i18next'
import type { GridColumn } from '../../../grid/types.ts'
import { problemText } from '../../../i18n/problemText.ts'
import type { AnswerLine } from './answerLines.ts'
import type { LineFault } from './lineFaults.ts'

type Columns = readonly GridColumn<AnswerLine>[]

/** Why a line is not written down in a few words, for its cell. */
export function shortFault(fault: LineFault, columns: Columns, t: TFunction): string {
  switch (fault.kind) {
    case 'unread':
      return t('surveys.unwritten.unread', { column: titleOf(fault.column, columns) })
    case 'refused':
      return t(`surveys.unwritten.refused.${fault.refusal.code}`)
    case 'accountMissing':
    case 'scoreMissing':
    case 'waiting':
      return t(`surveys.unwritten.${fault.kind}`)
  }
}

/** The same in a sentence, for the list of all of them. */
export function longFault(line: AnswerLine, fault: LineFault, columns: Columns, t: TFunction): string {
  if (fault.kind === 'refused') {
    const { why, next } = problemText(fault.refusal, t)
    return t('surveys.unwritten.twoSentences', { why, next })
  }
  if (fault.kind !== 'unread') return shortFault(fault, columns, t)
  const parsed = columns.find(({ id }) => id === fault.column)?.parse?.(fault.text, line)
  return parsed && !parsed.ok
    ? t('surveys.unwritten.unreadWhy', { column: titleOf(fault.column, columns), problem: parsed.problem })
    : shortFault(fault, columns, t)
}

const titleOf = (column: string, columns: Columns): string =>
  columns.find(({ id }) => id === column)?.title ?? column
