/** The day of an answer where nobody said one: today, or the day on which the survey was closed. Days YYYY-MM-DD. */
export const usualDay = ({ closedOn }: { readonly closedOn: string | null }, today: string): string =>
  closedOn !== null && closedOn < today ? closedOn : today
