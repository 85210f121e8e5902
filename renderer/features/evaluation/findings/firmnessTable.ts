import type { TFunction } from 'i18next'
import type { ShownCell } from '../../../../db/accounts/analysis/rules/csv.ts'
import { csvFile } from '../consensus/consensusTable.ts'
import type { FirmnessRow } from './firmnessModel.ts'
import {
  borderText,
  type FirmnessNames,
  markText,
  moversText,
  oddsText,
  weightText,
} from './firmnessWords.ts'

/** The list as CSV, the most fragile account first. */
export function firmnessCsv(rows: readonly FirmnessRow[], names: FirmnessNames, t: TFunction): File {
  const { accounts, name } = names.model.data
  const heads = [
    t('scoring.column.account'),
    t('scoring.column.code'),
    t('scoring.column.total'),
    t('scoring.column.tier'),
    t('findings.firmness.column.border'),
    t('findings.firmness.column.mark'),
    t('findings.firmness.column.movers'),
    t('findings.firmness.column.weight'),
    t('findings.firmness.column.odds'),
  ]
  const lines = rows.map((row): ShownCell[] => [
    accounts.names[row.at] ?? '',
    accounts.codes[row.at] ?? '',
    row.score === null ? null : row.score / 10,
    t(`app.tier.${names.model.standing(row.at)}`),
    borderText(row),
    markText(row, names, t),
    moversText(row, names, t),
    weightText(row, names, t),
    oddsText(row, t),
  ])
  return csvFile(`${name} ${t('consensus.tab.standing')}`, [heads, ...lines])
}
