import type { TFunction } from 'i18next'
import { daysBetween } from '../../db/accounts/rules/days.ts'
import type { Why } from '../../db/channel/tasks/rules/reasons.ts'
import type { Tier } from '../../db/evaluation/rules/tiers.ts'

/** The parts of a task that its words depend on. */
export interface TaskWords {
  /** empty where the reason says what is to be done */
  readonly title: string
  readonly why: Why
  readonly person: string | null
}

/** What is to be done: in somebody's words, else as its reason says it, in the language spoken. */
export function taskTitle({ title, why, person }: TaskWords, t: TFunction): string {
  if (title !== '') return title
  switch (why.code) {
    case 'cadence':
      return t(`tasks.titleOf.cadence.${why.sort}`)
    case 'birthday':
      return t('tasks.titleOf.birthday', { person: person ?? '' })
    case 'festival':
      return t('tasks.titleOf.festival', { festival: t(`tasks.festival.${why.festival}`) })
    case 'invitation':
      return t(why.sent ? 'tasks.titleOf.invitationAnswer' : 'tasks.titleOf.invitationSend')
    case 'silence':
    case 'contract':
    case 'service':
    case 'erased':
      return t(`tasks.titleOf.${why.code}`)
    default:
      return t('tasks.titleOf.other')
  }
}

/** What the sentence of a reason needs beyond the reason itself, as far as it is known. */
export interface WhyContext {
  /** YYYY-MM-DD */
  readonly today: string
  readonly person: string | null
  readonly tier: Tier | null
  readonly playbook: { readonly name: string; readonly step: number; readonly of: number } | null
  /** what the reason names: the contract, the event, the request; who typed it */
  readonly about: string | null
}

/** Why a task exists, as a sentence. */
export function whyText(why: Why, context: WhyContext, t: TFunction): string {
  const { today, person, tier, playbook, about } = context
  switch (why.code) {
    case 'cadence': {
      const words = {
        tier: tier === null ? '' : t(`app.tier.${tier}`),
        sort: t(`tasks.sort.${why.sort}`),
        every: why.every,
      }
      if (why.last === null) return t('tasks.why.cadenceNever', words)
      return t('tasks.why.cadence', { ...words, last: why.last, days: daysBetween(why.last, today) })
    }
    case 'silence':
      return t('tasks.why.silence', { days: daysBetween(why.last, today), last: why.last })
    case 'birthday':
      return t(why.lunar ? 'tasks.why.birthdayLunar' : 'tasks.why.birthday', {
        person: person ?? '',
        day: why.on,
      })
    case 'festival':
      return t('tasks.why.festival', { festival: t(`tasks.festival.${why.festival}`), day: why.on })
    case 'contract':
      return t('tasks.why.contract', { about: about ?? '…', day: why.endsOn })
    case 'invitation':
      return t(why.sent ? 'tasks.why.invitationAnswer' : 'tasks.why.invitationSend', {
        about: about ?? '…',
        day: why.on,
      })
    case 'service':
      if (why.last === null) return t('tasks.why.serviceNever', { every: why.every })
      return t('tasks.why.service', { every: why.every, last: why.last })
    case 'playbook':
      return t('tasks.why.playbook', {
        about: playbook?.name ?? about ?? '…',
        step: playbook?.step ?? 1,
        of: playbook?.of ?? 1,
      })
    case 'own':
      return about ? t('tasks.why.own', { name: about }) : t('tasks.why.ownNobody')
    case 'request':
      return t('tasks.why.request', { about: about ?? '…' })
    default:
      return t(`tasks.why.${why.code}`)
  }
}
