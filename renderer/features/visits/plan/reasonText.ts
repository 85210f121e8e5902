import type { TFunction } from 'i18next'
import type { Proposal, ProposalReason, Unplaced } from '../../../../db/visits/plan/contract.ts'
import { parityText } from './LeaderDetail.tsx'

/** Why a visit is proposed as it is, in words. */
export function reasonText(reason: ProposalReason, t: TFunction): string {
  switch (reason.code) {
    case 'due':
      return reason.last === null
        ? t('visitPlan.reasons.dueNever', { every: reason.every })
        : t('visitPlan.reasons.due', {
            every: reason.every,
            last: reason.last.slice(5),
            on: reason.on.slice(5),
          })
    case 'late':
      return t('visitPlan.reasons.late', { count: reason.days })
    case 'parity':
      return t('visitPlan.reasons.parity', {
        member: reason.member,
        person: reason.person,
        title: reason.title,
        parity: parityText(reason.steps, t),
      })
    case 'sameFace':
      return t('visitPlan.reasons.sameFace', { member: reason.member })
    case 'gap':
      return t('visitPlan.reasons.gap', { ...reason })
    case 'load':
      return t('visitPlan.reasons.load', { ...reason, month: reason.month.slice(5) })
    case 'overload':
      return t('visitPlan.reasons.overload', { ...reason, month: reason.month.slice(5) })
    case 'trip':
      return t('visitPlan.reasons.trip', { account: reason.account, area: reason.area })
    case 'moved':
      return t(`visitPlan.reasons.moved.${reason.why}`, { from: reason.from.slice(5) })
  }
}

/** Why something that is due was not proposed. */
export const unplacedText = ({ account, due, why }: Unplaced, t: TFunction): string =>
  t(`visitPlan.propose.unplaced.${why}`, { account, due })

/** What a trip is called: 山东行 12-07, after the area of its visits and its first day. */
export function tripName(proposals: readonly Pick<Proposal, 'area' | 'day'>[], t: TFunction): string {
  const [first] = proposals.toSorted((one, other) => one.day.localeCompare(other.day))
  return t('visitPlan.propose.tripName', { area: first?.area ?? '', day: first?.day.slice(5) ?? '' })
}
