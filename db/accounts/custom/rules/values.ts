import { isDay } from '../../rules/days.ts'
import type { CustomKind } from '../../rules/fields.ts'

/**
 * A custom field's value by its kind: a text; a number in thousandths; a day as YYYY-MM-DD; one of the field's choices,
 * as it is written there; a colleague's id (kind person). Null where empty.
 */
export type CustomValue = string | number | null

/** What of a custom field decides which values it takes. */
export interface CustomShape {
  readonly kind: CustomKind
  /** the words that a choice offers */
  readonly choices: readonly string[]
}

/** Longest text of a custom field, name of one, and number and length of choices. */
export const CUSTOM_LIMITS = { text: 2_000, name: 50, choices: 100, choice: 100 } as const

/** Thousandths in one: how numbers of custom fields are stored. */
export const CUSTOM_SCALE = 1_000

/**
 * A value as its field keeps it; undefined where it doesn't fit. An empty text is null. A choice that was offered
 * when it was chosen stays in its place when the offer changes, but can't be chosen anew.
 * @param isMember whether an id is that of a colleague who hasn't left
 */
export function customValue(
  field: CustomShape,
  value: CustomValue,
  isMember: (id: string) => boolean,
): CustomValue | undefined {
  if (value === null || value === '') return null
  if (typeof value === 'number')
    return field.kind === 'number' && Number.isSafeInteger(value) ? value : undefined
  const text = value.trim()
  if (text === '') return null
  switch (field.kind) {
    case 'text':
      return text.length <= CUSTOM_LIMITS.text ? text : undefined
    case 'number':
      return undefined
    case 'date':
      return isDay(text) ? text : undefined
    case 'choice':
      return field.choices.find((choice) => nameKey(choice) === nameKey(text))
    case 'person':
      return isMember(text) ? text : undefined
  }
}

/** Names and choices as they are compared: width, case and outer blanks don't count. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** The words of a choice: each once, none empty, in their order. */
export function plainChoices(choices: readonly string[]): string[] {
  const words = new Map<string, string>()
  for (const choice of choices) {
    const word = choice.trim()
    if (word !== '' && !words.has(nameKey(word))) words.set(nameKey(word), word)
  }
  return [...words.values()]
}

/** Values by the custom fields' ids, as the column `custom` holds them; without those that are empty. */
export type CustomValues = Readonly<Record<string, string | number>>

/** The values in a row's column `custom`. */
export const readCustom = (json: string): CustomValues => JSON.parse(json)

/** The column's text once some values were written; null clears one. */
export function withCustom(json: string, changes: ReadonlyMap<string, CustomValue>): string {
  const values: Record<string, string | number> = { ...readCustom(json) }
  for (const [fieldId, value] of changes)
    if (value === null) delete values[fieldId]
    else values[fieldId] = value
  return JSON.stringify(values)
}
