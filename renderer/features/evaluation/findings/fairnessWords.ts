import type { TFunction } from 'i18next'
import type { ShownCell } from '../../../../db/accounts/analysis/rules/csv.ts'
import { LAST_MINUTES } from '../../../../db/evaluation/consensus/rules/pace.ts'
import type { EvaluatorFindings, Fairness } from '../../../../db/evaluation/findings/contract.ts'
import { formatNumber } from '../../../ui/format.ts'
import { csvFile } from '../consensus/consensusTable.ts'

/** A difference in marks with its sign and always so many decimals: `−0.7`, `+1.0`, `0.0`. */
export function signedMarks(marks: number, decimals: number): string {
  const text = Math.abs(marks).toFixed(decimals)
  if (Number(text) === 0) return text
  return marks < 0 ? `−${text}` : `+${text}`
}

const signed = (marks: number): string => signedMarks(marks, 1)

/** A part as a percentage. */
export const percentText = (share: number): string => `${Math.round(share * 100)}%`

/** A finding as a sentence with its numbers; empty where its figures are gone. */
export function findingText(
  { kind, evaluator }: Fairness['findings'][number],
  { evaluators }: Fairness,
  t: TFunction,
): string {
  const found = evaluators[evaluator]
  if (!found) return ''
  const { name, severity, own, flatness, pace } = found
  switch (kind) {
    case 'lenient':
    case 'severe':
      return severity
        ? t(`findings.fairness.${kind}`, {
            name,
            by: Math.abs(severity.offset).toFixed(1),
            low: severity.interval ? signed(severity.interval.low) : '',
            high: severity.interval ? signed(severity.interval.high) : '',
            accounts: severity.accounts,
          })
        : ''
    case 'ownDrift':
      return own
        ? t('findings.fairness.ownDrift', {
            name,
            own: own.ownAccounts,
            ownOffset: signed(own.ownOffset),
            other: own.otherAccounts,
            otherOffset: signed(own.otherOffset),
            drift: own.drift.toFixed(1),
          })
        : ''
    case 'flat':
      return flatness
        ? t('findings.fairness.flat', {
            name,
            share: percentText(flatness.flatShare),
            others: percentText(flatness.othersFlatShare ?? 0),
            accounts: flatness.accounts,
          })
        : ''
    case 'lastMinute':
      return pace
        ? t('findings.fairness.lastMinute', {
            name,
            cells: pace.cells,
            late: pace.lateCells,
            share: percentText(pace.lateShare),
            hours: LAST_MINUTES / 60,
            pace: formatNumber(pace.pace, 0),
          })
        : ''
  }
}

/** An offset with its interval, two decimals. */
export function severityText({ severity }: EvaluatorFindings): string {
  if (!severity) return '–'
  const { offset, interval } = severity
  const two = (marks: number): string => signedMarks(marks, 2)
  return interval ? `${two(offset)} (${two(interval.low)}…${two(interval.high)})` : two(offset)
}

/** The figures of all evaluators as CSV. */
export function fairnessCsv(round: string, { evaluators }: Fairness, t: TFunction): File {
  const heads = [
    t('findings.fairness.column.evaluator'),
    t('findings.fairness.column.offset'),
    t('findings.fairness.csv.low'),
    t('findings.fairness.csv.high'),
    t('findings.fairness.csv.accounts'),
    t('findings.fairness.csv.ownOffset'),
    t('findings.fairness.csv.otherOffset'),
    t('findings.fairness.column.drift'),
    t('findings.fairness.column.flat'),
    t('findings.fairness.csv.othersFlat'),
    t('findings.fairness.column.late'),
    t('findings.fairness.csv.pace'),
  ]
  const two = (value: number | null | undefined): ShownCell =>
    value === null || value === undefined ? null : Math.round(value * 100) / 100
  const rows = evaluators.map(({ name, severity, own, flatness, pace }): ShownCell[] => [
    name,
    two(severity?.offset),
    two(severity?.interval?.low),
    two(severity?.interval?.high),
    severity?.accounts ?? null,
    two(own?.ownOffset),
    two(own?.otherOffset),
    two(own?.drift),
    two(flatness?.flatShare),
    two(flatness?.othersFlatShare),
    two(pace?.lateShare),
    two(pace?.pace),
  ])
  return csvFile(`${round} ${t('consensus.tab.fairness')}`, [heads, ...rows])
}
