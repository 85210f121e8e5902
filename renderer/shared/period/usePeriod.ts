import { useSearchParams } from 'react-router'
import { addDays, dayOf, isDay } from '../../../db/accounts/rules/days.ts'
import { PERIODS, type Period, periodAround, type Span } from '../../../db/channel/rules/periods.ts'

/** The period that a report is of; it stands in the address. */
export interface ChosenPeriod {
  readonly period: Period
  readonly span: Span
  choose(period: Period): void
  /** so many periods later, or below 0 earlier */
  shift(by: number): void
  /** days of a period of one's own; the earlier end becomes the first */
  set(span: Span): void
}

/**
 * What is chosen of periods, in the address: `?period=month&on=2026-11-24`, or `?period=custom&from=…&until=…`.
 * @param days how long a period of one's own is up to today, unless the address says
 */
export function usePeriod(usual: Period, days = 1): ChosenPeriod {
  const [search, setSearch] = useSearchParams()
  const today = dayOf(Date.now())
  const day = (name: string, other: string): string => {
    const value = search.get(name)
    return value !== null && isDay(value) ? value : other
  }
  const period = PERIODS.find((one) => one === search.get('period')) ?? usual
  const on = day('on', today)
  const span =
    period === 'custom'
      ? ordered(day('from', addDays(on, 1 - days)), day('until', today))
      : periodAround(period, on)
  const write = (values: Readonly<Record<string, string | null>>): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(values))
          if (value === null) next.delete(name)
          else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return {
    period,
    span,
    choose: (next) =>
      write(
        next === 'custom'
          ? { period: next, on: null, ...span }
          : { period: next, from: null, until: null, on: span.until < today ? span.until : null },
      ),
    shift: (by) => period !== 'custom' && write({ on: periodAround(period, on, by).from }),
    set: ({ from, until }) => write({ period: 'custom', on: null, ...ordered(from, until) }),
  }
}

const ordered = (one: string, other: string): Span =>
  one <= other ? { from: one, until: other } : { from: other, until: one }
