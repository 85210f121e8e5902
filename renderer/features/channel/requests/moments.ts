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
  const moments = [asked, ...happened, ...missed(request, t), ...unmet(request, calendar, now, t)].toSorted(
    (a, b) => a.at - b.at,
  )
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

/** An end that passed before what was promised was done, with who was told. */
const missMoment = ({ clock, run, at, told }: RequestSheet['misses'][number], t: TFunction): Moment => ({
  key: `${clock} ${run}`,
  at,
  title: t('requests.dueMoment', { clock: t(`requests.clock.${clock}`) }),
  lines: [
    told.length === 0
      ? t('requests.dueUntold')
      : t('requests.dueUnmet', { names: told.join(t('channel.comma')) }),
  ],
  look: 'late',
})

const missed = ({ misses }: RequestSheet, t: TFunction): Moment[] => misses.map((miss) => missMoment(miss, t))

/** The clocks that run beyond their end now, and that nothing has noted yet. */
const unmet = (request: RequestSheet, calendar: CompiledCalendar, now: number, t: TFunction): Moment[] =>
  CLOCKS.flatMap((name) => {
    const clock = request.clocks[name]
    if (clock.kind !== 'running' || (leftAt(calendar, clock, now) ?? 0) >= 0) return []
    const { run, due } = clock
    if (request.misses.some((miss) => miss.clock === name && miss.run === run)) return []
    return [missMoment({ clock: name, run, at: due, told: request.told }, t)]
  })
