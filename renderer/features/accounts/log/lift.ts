import type { PersonPage } from '../../../../db/accounts/people/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** Fields of a person that words of an entry can be put into. */
export const PERSON_TEXTS = [
  'birthday',
  'nativePlace',
  'phone',
  'wechat',
  'email',
  'career',
  'tradeSince',
  'interests',
  'rhythm',
  'brandsView',
  'preconditions',
  'greeting',
  'note',
] as const satisfies readonly (keyof PersonPage)[]
export type PersonText = (typeof PERSON_TEXTS)[number]

/** Fields of an account that words of an entry can be put into. */
export const ACCOUNT_TEXTS = [
  'industry',
  'region',
  'address',
  'site',
  'phone',
  'sellingModeWhy',
  'paymentBehaviour',
  'marketPosition',
  'business',
  'note',
] as const
export type AccountText = (typeof ACCOUNT_TEXTS)[number]

/** Fields that gather what is learned over time: new words go behind those that are there. */
const GATHERING: readonly string[] = [
  'career',
  'interests',
  'rhythm',
  'brandsView',
  'preconditions',
  'greeting',
  'note',
  'sellingModeWhy',
  'paymentBehaviour',
  'marketPosition',
  'business',
]

/** What a field shall hold once words are lifted into it; null where it says so already. */
export function liftedText(field: string, before: string | number | null, words: string): string | null {
  const held = String(before ?? '')
  if (held.includes(words)) return null
  return held !== '' && GATHERING.includes(field) ? `${held}；${words}` : words
}

/** Writes words of an entry into a person's field; the portrait then says where it has them from. */
export function usePersonLift(entryId: string) {
  const edit = useCommand(engine.people.edit)
  return {
    ...edit,
    run: (person: Pick<PersonPage, 'id' | PersonText>, field: PersonText, words: string) => {
      const before = person[field]
      const text = liftedText(field, before, words) ?? String(before ?? '')
      const after = field === 'tradeSince' ? Number(/\d{4}/.exec(text)?.[0] ?? Number.NaN) : text
      const value = typeof after === 'number' && Number.isNaN(after) ? text : after
      return edit.run({ entryId, fields: [{ personId: person.id, field, before, after: value }] })
    },
  }
}
