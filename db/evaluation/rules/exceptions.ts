/** What can be said of an exception's end: the last day on which it holds, YYYY-MM-DD; null without end. */
export interface Ending {
  readonly expires: string | null
}

/** Whether an exception still holds on a day: its last day is one of them. */
export const holdsOn = ({ expires }: Ending, day: string): boolean => expires === null || day <= expires

/** The last day of an exception placed on a day, unless somebody chooses another: the same day a year later. */
export function yearFrom(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, '0')
  const rest = day.slice(4)
  // a leap year is followed by one without a 29th of February
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`
}
