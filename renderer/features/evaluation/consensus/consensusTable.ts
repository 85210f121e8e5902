import type { TFunction } from 'i18next'
import { csvText, type ShownCell } from '../../../../db/accounts/analysis/rules/csv.ts'
import { standingWord } from './consensusColumns.ts'
import type { ConsensusModel } from './consensusModel.ts'

/** A table as a CSV file of that name. */
export const csvFile = (title: string, rows: readonly (readonly ShownCell[])[]): File =>
  new File([csvText(rows)], `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()}.csv`, {
    type: 'text/csv;charset=utf-8',
  })

/** The consensus as a table: an account a row, its marks, cells in discord and agreed ones by name, score, tier, rank. */
export function consensusCsv(model: ConsensusModel, t: TFunction): File {
  const { accounts, sheet, name } = model.data
  const heads = [
    t('scoring.column.account'),
    t('scoring.column.code'),
    t('scoring.column.owner'),
    ...sheet.indicators.map((indicator) => indicator.name),
    t('scoring.column.total'),
    t('scoring.column.tier'),
    t('scoring.column.rank'),
    t('consensus.column.open'),
    t('consensus.column.agreed'),
  ]
  const named = (row: number, state: 'discord' | 'agreed'): string =>
    sheet.indicators
      .filter((_, column) => model.state(row, column) === state)
      .map((indicator) => indicator.name)
      .join(t('accounts.page.separator'))
  const rows = accounts.ids.map((_, row): ShownCell[] => {
    const score = model.score(row)
    const tier = standingWord(model, row, t)
    return [
      accounts.names[row] ?? '',
      accounts.codes[row] ?? '',
      accounts.owners[row] ?? '',
      ...sheet.indicators.map((_indicator, column) => {
        const mark = model.mark(row, column)
        return mark === null ? null : mark / 100
      }),
      score === null ? null : score / 10,
      model.isOverdue(row) ? `${tier} ${t('consensus.carried')}` : tier,
      model.rank(row),
      named(row, 'discord'),
      named(row, 'agreed'),
    ]
  })
  return csvFile(`${name} ${t('consensus.title')}`, [heads, ...rows])
}
