import { CASE_FILE_WORDS } from '../../../terms/caseFile.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { CASE_CLOCK_WORDS, CASE_EVENT_WORDS } from '../../../terms/recovery.ts'
import type { CaseSheet } from '../../contract.ts'
import { notedLate } from '../../rules/course.ts'
import { CASE_CLOCKS, type CaseClock } from '../../rules/deadlines.ts'
import type { PlaceValue } from '../rules/filling.ts'
import { momentText, type Source } from './source.ts'

interface Miss {
  readonly clock: CaseClock
  /** epoch ms */
  readonly at: number
}

/** Clocks that ended before what was due was done, those that did just now among them: what came later takes none back. */
function missesOf({ misses, clocks }: CaseSheet, now: number): Miss[] {
  const running = CASE_CLOCKS.flatMap((name): Miss[] => {
    const clock = clocks[name]
    if (clock.kind !== 'running' || clock.due >= now) return []
    return misses.some((miss) => miss.clock === name && miss.run === clock.run)
      ? []
      : [{ clock: name, at: clock.due }]
  })
  return [...misses, ...running]
}

/** The clocks of a case: how each stands, and when it was missed. */
export function deadlinesTable({ sheet, now, language }: Source): PlaceValue {
  const words = CASE_FILE_WORDS[language]
  const misses = missesOf(sheet, now)
  return {
    kind: 'table',
    heads: [words.clock, words.now, words.missed],
    widths: [22, 44, 34],
    rows: CASE_CLOCKS.flatMap((name) => {
      const clock = sheet.clocks[name]
      const missed = misses.filter((miss) => miss.clock === name)
      if (clock.kind === 'none' && missed.length === 0) return []
      return [
        [
          CASE_CLOCK_WORDS[language][name],
          standingOf(clock, now, words.clockKinds),
          missed.length === 0 ? words.notMissed : missed.map(({ at }) => momentText(at)).join('\n'),
        ],
      ]
    }),
  }
}

function standingOf(
  clock: CaseSheet['clocks'][CaseClock],
  now: number,
  words: Readonly<Record<'running' | 'late' | 'paused' | 'met' | 'missed', string>>,
): string {
  switch (clock.kind) {
    case 'none':
      return ''
    case 'running':
      return fillIn(clock.due < now ? words.late : words.running, { at: momentText(clock.due) })
    case 'paused':
      return words.paused
    case 'met':
    case 'missed':
      return fillIn(words[clock.kind], { at: momentText(clock.at) })
  }
}

interface Happened {
  /** epoch ms */
  readonly at: number
  readonly what: string
  readonly who: string
  readonly note: string
}

/**
 * The whole course of a case, from when it came: what was done, noted and said, and every clock that ended unmet. What was
 * written down an hour or more after it happened says when.
 */
export function courseTable(source: Source): PlaceValue {
  const { language } = source
  const words = CASE_FILE_WORDS[language]
  return {
    kind: 'table',
    heads: [words.when, words.event, words.by, words.note],
    widths: [18, 18, 14, 50],
    rows: happenedTo(source)
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, what, who, note }) => [momentText(at), what, who, note]),
  }
}

function happenedTo({ sheet, now, language }: Source): Happened[] {
  const words = CASE_FILE_WORDS[language]
  const came: Happened = {
    at: sheet.cameAt,
    what: words.cameEvent,
    who: sheet.person ?? words.ways[sheet.way],
    note: sheet.words,
  }
  const happened = sheet.events.map(({ kind, at, recordedAt, by, note, person }): Happened => {
    const later = notedLate({ at, recordedAt })
      ? fillIn(words.recordedAt, { at: momentText(recordedAt) })
      : ''
    return {
      at,
      what: CASE_EVENT_WORDS[language][kind],
      who: kind === 'word' ? (person ?? by) : by,
      note: [note, later].filter(Boolean).join(' '),
    }
  })
  const missed = missesOf(sheet, now).map(({ clock, at }): Happened => {
    const name = CASE_CLOCK_WORDS[language][clock]
    return { at, what: fillIn(words.lateEvent, { clock: name }), who: '', note: '' }
  })
  return [came, ...happened, ...missed]
}
