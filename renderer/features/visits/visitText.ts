import type { TFunction } from 'i18next'
import type { VisitLine } from '../../../db/visits/contract.ts'

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
