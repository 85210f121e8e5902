import type { TFunction } from 'i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { notedLate } from '../../../../db/recovery/rules/course.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'

/** One line of a case's course. */
interface CourseLine {
  readonly key: string
  /** epoch ms */
  readonly at: number
  readonly title: string
  readonly lines: readonly string[]
  readonly look: 'ours' | 'theirs' | 'late'
}

/** What happened to a case, the newest first: how it came, what was noted and said, and clocks that ended unmet. */
export function courseOf(sheet: CaseSheet, now: number, t: TFunction): CourseLine[] {
  const came: CourseLine = {
    key: 'came',
    at: sheet.cameAt,
    title: [t(`cases.kind.${sheet.kind}`), sheet.person, t(`channel.way.${sheet.way}`)]
      .filter(Boolean)
      .join(' · '),
    lines: sheet.words === '' ? [] : [sheet.words],
    look: 'theirs',
  }
  const happened = sheet.events.map(
    ({ id, kind, at, recordedAt, by, note, person }): CourseLine => ({
      key: id,
      at,
      title: [t(`cases.event.${kind}`), kind === 'word' ? person : by].filter(Boolean).join(' · '),
      lines: [
        ...(note === '' ? [] : [note]),
        ...(notedLate({ at, recordedAt }) ? [t('papers.notedAt', { at: shortMoment(recordedAt, now) })] : []),
      ],
      look: kind === 'word' || kind === 'refuse' || kind === 'accept' ? 'theirs' : 'ours',
    }),
  )
  const missed = sheet.misses.map(({ clock, run, at }): CourseLine => lateLine(clock, run, at, t))
  const late = Object.entries(sheet.clocks).flatMap(([name, clock]): CourseLine[] => {
    if (clock.kind !== 'running' || clock.due >= now) return []
    const noted = sheet.misses.some((miss) => miss.clock === name && miss.run === clock.run)
    return noted || !isClock(name) ? [] : [lateLine(name, clock.run, clock.due, t)]
  })
  return [came, ...happened, ...missed, ...late].toSorted((one, other) => other.at - one.at)
}

type Clock = CaseSheet['misses'][number]['clock']

const isClock = (name: string): name is Clock =>
  name === 'answer' || name === 'contain' || name === 'interim' || name === 'solution'

const lateLine = (clock: Clock, run: number, at: number, t: TFunction): CourseLine => ({
  key: `${clock} ${run}`,
  at,
  title: t('cases.missed', { clock: t(`cases.clock.${clock}`) }),
  lines: [],
  look: 'late',
})
