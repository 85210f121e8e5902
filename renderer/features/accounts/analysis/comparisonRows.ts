import type { TFunction } from 'i18next'
import type { ComparedAccount } from '../../../../db/accounts/analysis/contract.ts'
import {
  type Better,
  differ,
  type Place,
  placesOf,
} from '../../../../db/accounts/analysis/rules/comparison.ts'
import type { FigureUnit } from '../../../../db/accounts/rules/figures.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { lookUp } from '../../../i18n/look.ts'
import { formatFigure, formatMoney, formatNumber, type MoneyUnit } from '../../../ui/format.ts'

/** The groups that the rows stand in. */
export const GROUPS = ['standing', 'figures', 'trust', 'wallet', 'fields'] as const
export type Group = (typeof GROUPS)[number]

/** One line of the comparison: a text for each account, and which of them are best and worst. */
export interface ComparisonRow {
  readonly id: string
  readonly group: Group
  readonly label: string
  readonly shown: readonly string[]
  readonly places: readonly Place[]
  readonly differs: boolean
}

interface Compared {
  readonly figures: readonly { readonly name: string; readonly unit: FigureUnit }[]
  readonly accounts: readonly ComparedAccount[]
}

/** Everything that accounts can be compared by, in its order. */
export function comparisonRows(
  { figures, accounts }: Compared,
  money: MoneyUnit,
  t: TFunction,
): ComparisonRow[] {
  const unit = t(`app.status.${money}`)
  const row = (
    group: Group,
    id: string,
    label: string,
    better: Better,
    read: (account: ComparedAccount) => number | null,
    textOf: (value: number, account: ComparedAccount) => string = (value) => formatNumber(value),
  ): ComparisonRow => {
    const values = accounts.map(read)
    const shown = accounts.map((account, at) => {
      const value = values[at] ?? null
      return value === null ? '' : textOf(value, account)
    })
    return { id, group, label, shown, places: placesOf(values, better), differs: differ(shown) }
  }
  const words = (group: Group, id: string, label: string, textOf: (account: ComparedAccount) => string) => {
    const shown = accounts.map(textOf)
    return { id, group, label, shown, places: shown.map(() => null), differs: differ(shown) }
  }
  const name = (id: NamedRow): string => t(`analysis.compare.row.${id}`, { unit })
  const money_ = (fen: number): string => formatMoney(fen, money)
  return [
    row(
      'standing',
      'tier',
      name('tier'),
      'more',
      ({ tier }) => (tier === null || tier === 'insufficient' ? null : TIERS.length - TIERS.indexOf(tier)),
      (_value, { tier }) => (tier === null ? '' : t(`app.tier.${tier}`)),
    ),
    row(
      'standing',
      'score',
      name('score'),
      'more',
      ({ score }) => score,
      (value) => (value / 10).toFixed(1),
    ),
    words('standing', 'decision', name('decision'), ({ decision }) =>
      decision === null ? '' : t(`analysis.decision.${decision}`),
    ),
    words('standing', 'owner', t('accounts.field.owner'), ({ owner }) => owner ?? ''),
    ...figures.map((figure, at) =>
      row(
        'figures',
        `figure${at}`,
        t('accounts.figure.header', {
          name: figure.name,
          unit: figure.unit === 'money' ? unit : t(`accounts.unit.${figure.unit}`),
        }).trim(),
        // days are days overdue or waited: fewer are better
        figure.unit === 'days' ? 'less' : 'more',
        (account) => account.figures[at] ?? null,
        (value) => formatFigure(value, figure.unit, money),
      ),
    ),
    row(
      'trust',
      'keptRate',
      name('keptRate'),
      'more',
      ({ keptRate }) => keptRate,
      (value) => `${formatNumber(value / 10, 1)}%`,
    ),
    row('trust', 'openPromises', name('openPromises'), 'less', ({ openPromises }) => openPromises),
    row(
      'trust',
      'lastContact',
      name('lastContact'),
      'more',
      ({ lastContact }) => (lastContact === null ? null : Date.parse(`${lastContact}T00:00:00Z`)),
      (_value, { lastContact }) => lastContact ?? '',
    ),
    row('wallet', 'ours', name('ours'), 'more', ({ ours }) => ours, money_),
    row('wallet', 'elsewhere', name('elsewhere'), 'less', ({ elsewhere }) => elsewhere, money_),
    row(
      'wallet',
      'walletShare',
      name('walletShare'),
      'more',
      ({ walletShare }) => walletShare,
      (value) => `${formatNumber(value * 100, 1)}%`,
    ),
    row('wallet', 'blanks', name('blanks'), 'less', ({ blanks }) => blanks),
    row('wallet', 'value', name('value'), 'more', ({ value }) => value),
    row('wallet', 'stickiness', name('stickiness'), 'more', ({ stickiness }) => stickiness),
    row(
      'wallet',
      'switchingCost',
      name('switchingCost'),
      'more',
      ({ switchingCost }) => switchingCost,
      money_,
    ),
    row('wallet', 'brought', name('brought'), 'more', ({ brought }) => brought, money_),
    ...fieldRows(accounts, money, t, words),
  ]
}

type NamedRow =
  | 'tier'
  | 'score'
  | 'decision'
  | 'keptRate'
  | 'openPromises'
  | 'lastContact'
  | 'ours'
  | 'elsewhere'
  | 'walletShare'
  | 'blanks'
  | 'value'
  | 'stickiness'
  | 'switchingCost'
  | 'brought'

const MONEY_FIELDS: readonly string[] = ['revenue', 'creditLimit']

/** The fields of the archive: words in the reader's language, money in the window's unit. */
function fieldRows(
  accounts: readonly ComparedAccount[],
  money: MoneyUnit,
  t: TFunction,
  words: (
    group: Group,
    id: string,
    label: string,
    textOf: (account: ComparedAccount) => string,
  ) => ComparisonRow,
): ComparisonRow[] {
  return Object.keys(accounts[0]?.fields ?? {}).map((field) => {
    const label = lookUp(t, `accounts.field.${field}`) ?? field
    const head = MONEY_FIELDS.includes(field) ? `${label} ${t(`app.status.${money}`)}` : label
    return words('fields', field, head, ({ fields }) => {
      const value = fields[field] ?? null
      if (value === null) return ''
      if (typeof value === 'number')
        return MONEY_FIELDS.includes(field) ? formatMoney(value, money) : String(value)
      return lookUp(t, `accounts.${field}.${value}`) ?? value
    })
  })
}

/** Whose column has the most best values: its place, or null where several have as many. */
export function leaderOf(rows: readonly ComparisonRow[]): { at: number; count: number } | null {
  const counts = (rows[0]?.places ?? []).map(
    (_place, at) => rows.filter(({ places }) => places[at] === 'best').length,
  )
  const most = Math.max(0, ...counts)
  const at = counts.indexOf(most)
  return most === 0 || counts.lastIndexOf(most) !== at ? null : { at, count: most }
}
