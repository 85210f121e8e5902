/** The half of the year that a round of today grades, as a key of the catalogue. */
export const halfOf = (day: Date): 'firstHalf' | 'secondHalf' =>
  day.getMonth() < 6 ? 'firstHalf' : 'secondHalf'

/** A name that no other bears: with a number from 2 where it is taken. */
export function freeName(
  wanted: string,
  taken: readonly string[],
  numbered: (name: string, count: number) => string,
): string {
  let name = wanted
  for (let count = 2; taken.includes(name); count += 1) name = numbered(wanted, count)
  return name
}
