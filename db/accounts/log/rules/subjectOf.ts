/** Forms of address after a surname: 唐总, 郑经理. */
const TITLES = ['总', '董', '工', '经理', '主任', '老板', '姐', '哥']

/**
 * Of whom a text tells something at a place: who was named last before it, by name or by surname and title; else the
 * first of them. Undefined where there is nobody.
 */
export function subjectOf<Person extends { readonly name: string }>(
  text: string,
  at: number,
  people: readonly Person[],
): Person | undefined {
  const before = text.slice(0, at)
  const places = people.map((person) => ({ person, place: lastNamed(before, person.name) }))
  return places.sort((a, b) => b.place - a.place)[0]?.person
}

const lastNamed = (text: string, name: string): number =>
  Math.max(
    name === '' ? -1 : text.lastIndexOf(name),
    ...TITLES.map((title) => text.lastIndexOf(`${name.charAt(0)}${title}`)),
  )
