import type { PersonPage } from '../../../../db/accounts/people/contract.ts'
import type { MaskedField } from '../../../../db/accounts/people/rules/fields.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** Fields of a person, told to everybody, that words of an entry can be put into. */
const PERSON_TEXTS = [
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

/** The same that are masked until somebody looks. */
const MASKED_TEXTS = ['family', 'health'] as const satisfies readonly MaskedField[]
type MaskedText = (typeof MASKED_TEXTS)[number]

/** All fields of a person that words of an entry can be put into. */
export const LIFT_FIELDS = [...PERSON_TEXTS, ...MASKED_TEXTS] as const
export type PersonText = (typeof LIFT_FIELDS)[number]

/** Whose fields are lifted into. */
type Subject = Pick<PersonPage, 'id' | 'filled' | (typeof PERSON_TEXTS)[number]>

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
  'family',
  'health',
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

const isMasked = (field: PersonText): field is MaskedText => MASKED_TEXTS.some((one) => one === field)

/** Whether a person's field says words already; a masked one tells nobody. */
export const saysAlready = (person: Subject, field: PersonText, words: string): boolean =>
  !isMasked(field) && liftedText(field, person[field], words) === null

/**
 * Writes words of an entry into a person's field; the portrait then says where it has them from. A masked field that
 * holds something is looked at for it, which is recorded as every look.
 */
export function usePersonLift(entryId: string) {
  const edit = useCommand(engine.people.edit)
  const reveal = useCommand(engine.people.reveal, { toast: false })
  /** What a masked field holds; null where it can't be told. */
  const masked = async ({ id, filled }: Subject, field: MaskedText): Promise<string | null> => {
    if (!filled.includes(field)) return ''
    const look = await reveal.run({ personId: id, field })
    return look.ok && look.output.value.field !== 'warningSigns' ? look.output.value.text : null
  }
  return {
    run: async (person: Subject, field: PersonText, words: string): Promise<{ readonly ok: boolean }> => {
      const before = isMasked(field) ? await masked(person, field) : person[field]
      if (isMasked(field) && before === null) return { ok: false }
      const text = liftedText(field, before, words) ?? String(before ?? '')
      const after = field === 'tradeSince' ? Number(/\d{4}/.exec(text)?.[0] ?? Number.NaN) : text
      const value = typeof after === 'number' && Number.isNaN(after) ? text : after
      return edit.run({ entryId, fields: [{ personId: person.id, field, before, after: value }] })
    },
  }
}
