import type { TFunction } from 'i18next'
import type { RequestSheet } from '../../../../db/channel/requests/contract.ts'
import { CLOCKS, leftAt } from '../../../../db/channel/requests/rules/clocks.ts'
import type { CompiledCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'

/** One line of a request's history. */
export interface Moment {
  readonly key: string
  /** epoch ms */
  readonly at: number
  readonly title: string
  readonly lines: readonly string[]
  readonly look: 'done' | 'late' | 'now'
}

/** What happened to a request in order: how it came, what was noted, clocks that ended unmet, and now. */
export function momentsOf(
  request: RequestSheet,
  calendar: CompiledCalendar,
  now: number,
  t: TFunction,
): Moment[] {
  const asked: Moment = {
    key: 'asked',
    at: request.askedAt,
    title: t('requests.happened.asked'),
    lines: [[request.person, t(`channel.way.${request.way}`)].filter((part) => part !== null).join(' · ')],
    look: 'done',
  }
  const happened = request.events.map(
    ({ id, kind, at, by, note, waitingFor }): Moment => ({
      key: id,
      at,
      title: t(`requests.happened.${kind}`),
      lines: [
        waitingFor === '' ? '' : t('requests.waitingFor', { name: waitingFor }),
        note,
        by === '' ? '' : t('requests.loggedBy', { name: by }),
      ].filter((line) => line !== ''),
      look: 'done',
    }),
  )
  const moments = [asked, ...happened, ...unmet(request, calendar, now, t)].toSorted((a, b) => a.at - b.at)
  const stands: Moment = {
    key: 'now',
    at: now,
    title: t('requests.now'),
    lines: [
      request.waitingFor === ''
        ? t(`requests.state.${request.state}`)
        : t('requests.waitingFor', { name: request.waitingFor }),
    ],
    look: 'now',
  }
  return request.endedAt === null ? [...moments, stands] : moments
}

/** The clocks that passed their end without being met, with who was told. */
function unmet(request: RequestSheet, calendar: CompiledCalendar, now: number, t: TFunction): Moment[] {
  const told = [request.owner, request.backup, request.sponsor].filter((name) => name !== null)
  return CLOCKS.flatMap((name) => {
    const clock = request.clocks[name]
    if (clock.kind !== 'running' || (leftAt(calendar, clock, now) ?? 0) >= 0) return []
    return [
      {
        key: name,
        at: clock.due,
        title: t('requests.dueMoment', { clock: t(`requests.clock.${name}`) }),
        lines: told.length === 0 ? [] : [t('requests.dueUnmet', { names: told.join(t('channel.comma')) })],
        look: 'late' as const,
      },
    ]
  })
}
