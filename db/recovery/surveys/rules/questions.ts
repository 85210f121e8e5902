import type { Question } from '../contract.ts'

/**
 * The questions that are meant by lines of text, one a line. One whose text stands there as before keeps its key, and
 * so does one whose text was corrected in its place: what was answered to it still belongs to it.
 */
export function questionsOf(lines: readonly string[], before: readonly Question[]): Question[] {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '')
  const taken = new Set<string>()
  const take = (key: string | undefined): string | undefined => {
    if (key === undefined || taken.has(key)) return undefined
    taken.add(key)
    return key
  }
  const kept = texts.map((text) =>
    take(before.find((question) => question.text === text && !taken.has(question.key))?.key),
  )
  return texts.map((text, at) => {
    const inPlace = before[at]
    const corrected = inPlace && !texts.includes(inPlace.text) ? inPlace.key : undefined
    return { key: kept[at] ?? take(corrected) ?? newKey(before, taken), text }
  })
}

/** A key that no question had: what was answered to one that was dropped doesn't come up under another. */
function newKey(before: readonly Question[], taken: Set<string>): string {
  const numbers = [...before.map(({ key }) => key), ...taken].map((key) => Number(key.slice(1)))
  const key = `q${Math.max(0, ...numbers) + 1}`
  taken.add(key)
  return key
}
