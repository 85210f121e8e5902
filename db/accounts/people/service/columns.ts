import type { PersonId } from '../../../kernel/ids.ts'
import type { PersonFields } from '../contract.ts'

/** A person's own row as the database keeps it, sensitive facts included: never to leave the engine as it is. */
export type StoredPerson = Omit<PersonFields, 'tags'> & {
  readonly id: PersonId
  /** JSON */
  readonly tags: string
  readonly custom: string
  readonly sources: string
  readonly erasedAt: string | null
}

/** The columns of the editable fields. */
export const PERSON_COLUMNS = {
  name: 'name',
  gender: 'gender',
  phone: 'phone',
  privatePhone: 'private_phone',
  email: 'email',
  wechat: 'wechat',
  birthday: 'birthday',
  nativePlace: 'native_place',
  career: 'career',
  tradeSince: 'trade_since',
  interests: 'interests',
  rhythm: 'rhythm',
  family: 'family',
  health: 'health',
  idNumber: 'id_number',
  attitude: 'attitude',
  decisionRole: 'decision_role',
  influence: 'influence',
  brandsView: 'brands_view',
  preconditions: 'preconditions',
  greeting: 'greeting',
  note: 'note',
  tags: 'tags',
  basis: 'basis',
  retainUntil: 'retain_until',
} as const satisfies Record<keyof PersonFields, string>

/** The editable fields, in the order of their columns. */
export const PERSON_FIELDS = Object.keys(PERSON_COLUMNS).filter(
  (field): field is keyof PersonFields => field in PERSON_COLUMNS,
)

/** All columns of `person p` as a {@link StoredPerson}. */
export const STORED_PERSON = [
  'p.id',
  ...PERSON_FIELDS.map((field) => `p.${PERSON_COLUMNS[field]} AS ${field}`),
  'p.custom',
  'p.sources',
  'p.erased_at AS erasedAt',
].join(', ')
