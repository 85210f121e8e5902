import { MOST_DAYS, MOST_MINUTES, MOST_MONEY } from '../../../../db/channel/policies/rules/limits.ts'
import type { TermKind } from '../../../../db/channel/policies/rules/termList.ts'
import type { TermValue } from '../../../../db/channel/policies/rules/terms.ts'

const NOTHING = new Set(['', '-', '–', '无', '不承诺', '不限', '不审批', 'none', 'no bound', 'never'])
const DURATION = /^(?:(\d+(?:\.\d+)?)(?:小时|時|h|hrs?|hours?))?(?:(\d+)(?:分钟?|m|mins?|minutes?)?)?$/

const MOST: Readonly<Record<TermKind, number>> = {
  ...{ flag: 0, text: 0, percent: 100 },
  ...{ minutes: MOST_MINUTES, days: MOST_DAYS, money: MOST_MONEY },
}

/**
 * A figure as people type it: minutes as 240, 4h or 4小时30分, money in yuan; empty for none. Undefined where it is none.
 * What is nought or less is a figure too: whoever reads it says that it can't be promised.
 */
export function readFigure(typed: string, kind: TermKind): number | null | undefined {
  const figure = figureIn(typed, kind)
  if (typeof figure !== 'number') return figure
  const least = kind === 'money' || kind === 'percent' ? 0 : -MOST[kind]
  return figure >= least && figure <= MOST[kind] ? figure : undefined
}

function figureIn(typed: string, kind: TermKind): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase()
  if (NOTHING.has(text)) return null
  if (kind === 'minutes') {
    const match = DURATION.exec(text)
    if (match && (match[1] ?? match[2]) !== undefined)
      return Math.round(Number(match[1] ?? 0) * 60) + Number(match[2] ?? 0)
  }
  const bare = text.replace(/(?:元|天|日|%|days?|d)$/, '').replace(/^[¥$]/, '')
  if (!/^-?\d+(?:\.\d{1,2})?$/.test(bare)) return undefined
  const figure = kind === 'money' ? Math.round(Number(bare) * 100) : Number(bare)
  return Number.isInteger(figure) ? figure : undefined
}

/** A figure as it is typed. */
export const typedFigure = (value: TermValue, kind: TermKind): string =>
  typeof value !== 'number' ? '' : String(kind === 'money' ? value / 100 : value)
