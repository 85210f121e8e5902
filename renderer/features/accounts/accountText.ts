import type { TFunction } from 'i18next'
import { type Decimal, parseDecimal, toDecimal } from '../../../db/accounts/rules/decimal.ts'
import { decimalToFigure, type FigureUnit } from '../../../db/accounts/rules/figures.ts'
import type { Member } from '../../../db/department/contract.ts'
import { fold } from '../../../db/evaluation/rules/sheet.ts'
import type { Parsed } from '../../grid/types.ts'
import type { MoneyUnit } from '../../ui/format.ts'

/** A typed text of at most so many characters. */
export const parseLength = (value: string, max: number, t: TFunction): Parsed =>
  value.length <= max
    ? { ok: true, value }
    : { ok: false, problem: t('accounts.problem.tooLong', { max, length: value.length }) }

/**
 * A typed figure as it is stored. In 万元 a bare number means 万元; one with 元, 万 or 亿 means what it says.
 * Blank clears the figure.
 */
export function parseFigure(text: string, unit: FigureUnit, money: MoneyUnit, t: TFunction): Parsed {
  if (text.trim() === '') return { ok: true, value: null }
  const decimal = parseDecimal(text)
  if (decimal === undefined) return { ok: false, problem: t('accounts.problem.notNumber', { text }) }
  const zoomed = unit === 'money' && money === 'tenThousand' && !/[元万亿¥￥]/.test(text)
  const plain: Decimal = zoomed ? toDecimal(decimal * 10_000) : decimal
  if (!Number.isSafeInteger(plain)) return { ok: false, problem: t('accounts.problem.tooLarge') }
  const value = decimalToFigure(plain, unit)
  if (value !== undefined) return { ok: true, value }
  const finest = unit === 'money' ? t('accounts.problem.fen') : t('accounts.problem.thousandth')
  return { ok: false, problem: t('accounts.problem.tooFine', { unit: finest }) }
}

/** A member by name as typed, blank for nobody. */
export function parseOwner(text: string, members: readonly Member[], t: TFunction): Parsed {
  if (text.trim() === '') return { ok: true, value: null }
  const member = members.find(({ id, name }) => id === text || fold(name) === fold(text))
  return member
    ? { ok: true, value: member.id }
    : { ok: false, problem: t('accounts.problem.notMember', { text }) }
}

/** One of a field's words (kind, cycle …) as typed, blank for not known. */
export function parseWord(
  text: string,
  words: Readonly<Record<string, string>>,
  problem: (choices: string) => string,
): Parsed {
  if (text.trim() === '') return { ok: true, value: null }
  const found = Object.entries(words).find(
    ([key, word]) => fold(key) === fold(text) || fold(word) === fold(text),
  )
  return found
    ? { ok: true, value: found[0] }
    : { ok: false, problem: problem(Object.values(words).join(' · ')) }
}
