import type { TFunction } from 'i18next'
import type { VisitLine, VisitSheet } from '../../../db/visits/contract.ts'
import { rankGap } from '../../../db/visits/rules/ranks.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { formatDay, formatNumber } from '../../ui/format.ts'

/** The accounts of a visit in a word: the first, and how many there are. */
export const visitAccounts = (
  { account, accounts, title }: Pick<VisitLine, 'account' | 'accounts' | 'title'>,
  t: TFunction,
): string => {
  if (account === null) return title
  return accounts > 1 ? t('visits.andMore', { name: account, count: accounts }) : account
}

/** What a visit is called: its title, else whom it is with. */
export const visitTitle = (
  visit: Pick<VisitLine, 'account' | 'accounts' | 'title' | 'code'>,
  t: TFunction,
): string => (visit.title !== '' ? visit.title : visitAccounts(visit, t) || visit.code)

/** When and by whom a visit is: `2026-11-24 周二 14:30 · 何敬之`. */
export function whenText(visit: Pick<VisitLine, 'day' | 'time' | 'lead' | 'kind'>, t: TFunction): string {
  const day = `${formatDay(`${visit.day}T12:00:00`, spokenLanguage())} ${visit.time}`.trim()
  return [t(`visits.kind.${visit.kind}`), day, visit.lead].filter(Boolean).join(' · ')
}

/** Whether both sides meet at eye level, by the ranks of who leads and of the first of theirs. */
export function parityText({ ours, theirs }: Pick<VisitSheet, 'ours' | 'theirs'>, t: TFunction): string {
  const lead = ours.find(({ part }) => part === 'leads')
  const gap = rankGap(lead?.rank ?? null, theirs[0]?.rank ?? null)
  if (gap === null) return ''
  return t(gap === 0 ? 'visits.parity.even' : gap < 0 ? 'visits.parity.above' : 'visits.parity.below')
}

/** An amount of fen in yuan, to the fen where it has any. */
export const yuanText = (fen: number, t: TFunction): string =>
  t('visits.yuanAmount', { amount: formatNumber(fen / 100, 2) })
