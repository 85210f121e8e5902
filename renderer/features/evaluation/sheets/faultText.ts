import type { TFunction } from 'i18next'
import type { SheetFault } from '../../../../db/evaluation/rules/sheet.ts'
import { type ProblemCode, problemText } from '../../../../db/terms/problems.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatWeight } from '../../../ui/format.ts'
import { weightText } from './weights.ts'

/** What is wrong, in the words that imports and the command line use too, and what to do about it. */
export function faultText(fault: SheetFault, t: TFunction): { what: string; todo: string } {
  const todo = t(`sheets.fault.todo.${fault.code === 'standards' ? fault.fault.code : fault.code}`)
  return { what: whatIsWrong(fault, t), todo }
}

function whatIsWrong(fault: SheetFault, t: TFunction): string {
  switch (fault.code) {
    case 'noIndicators':
    case 'figureMissing':
      return t(`sheets.fault.${fault.code}`)
    case 'weightsNotFull':
      return t('sheets.fault.weightsNotFull', { sum: formatWeight(fault.sum) })
    case 'nameMissing':
      return say('indicatorNameMissing')
    case 'nameTwice':
      return say('indicatorNameTwice', { row: fault.other + 1 })
    case 'codeTwice':
      return say('indicatorCodeTwice', { row: fault.other + 1 })
    case 'weightOutOfRange':
      return say('weightOutOfRange', { text: weightText(fault.weight) })
    case 'standards':
      return fault.fault.code === 'bandsOverlap'
        ? say('bandsOverlap', { grade: fault.fault.other })
        : say(fault.fault.code, { text: fault.fault.text })
  }
}

const say = (code: ProblemCode, params: Record<string, string | number> = {}): string =>
  problemText({ code, params }, spokenLanguage())
