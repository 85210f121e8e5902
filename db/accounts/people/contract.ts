import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import {
  AccountId,
  CustomFieldId,
  EmploymentId,
  EntryId,
  MemberId,
  PersonId,
  RowId,
} from '../../kernel/ids.ts'
import { CustomValueShape } from '../custom/contract.ts'
import { PERSON_FACT_NAMES } from '../portrait/rules/personFacts.ts'
import { isDay, isPartialDay } from '../rules/days.ts'
import { MOVE_KINDS } from './rules/employments.ts'
import {
  ATTITUDES,
  DECISION_ROLES,
  GENDERS,
  MASKED_FIELDS,
  PERSON_LIMITS,
  SENSITIVE_FIELDS,
} from './rules/fields.ts'

const Short = z.string().trim().max(PERSON_LIMITS.short)
const Long = z.string().max(PERSON_LIMITS.note)
const Day = z.string().refine(isDay)
/** YYYY, YYYY-MM or YYYY-MM-DD */
const PartialDay = z.string().refine(isPartialDay)

/**
 * The editable fields of a person (A2). Empty text or null where not known. A birthday is taken as people write it
 * (1967-03-14, 3月14日, 农历十月廿一 …) and kept as rules/birthday.ts says.
 */
export const PersonFields = z.object({
  name: z.string().trim().min(1).max(PERSON_LIMITS.name),
  gender: z.enum(GENDERS).nullable(),
  phone: Short,
  privatePhone: Short,
  email: Short,
  wechat: Short,
  birthday: z.string().trim().max(PERSON_LIMITS.short).nullable(),
  nativePlace: Short,
  career: Long,
  /** year in which they entered the trade */
  tradeSince: z.int().min(1900).max(2200).nullable(),
  interests: Long,
  rhythm: Long,
  family: Long,
  health: Long,
  idNumber: Short,
  attitude: z.enum(ATTITUDES).nullable(),
  decisionRole: z.enum(DECISION_ROLES).nullable(),
  /** 1–5 */
  influence: z.int().min(1).max(5).nullable(),
  brandsView: Long,
  preconditions: Long,
  greeting: Long,
  note: Long,
  tags: z.array(z.string().trim().min(1).max(PERSON_LIMITS.short)).max(PERSON_LIMITS.tags),
  basis: Long,
  /** YYYY-MM-DD: until when we may keep personal facts */
  retainUntil: Day.nullable(),
})
export type PersonFields = z.infer<typeof PersonFields>

/** A value of a person's field as it travels. */
export const PersonValue = z.union([z.string(), z.int(), z.array(z.string())]).nullable()
export type PersonValue = z.infer<typeof PersonValue>

/** Where a field's value comes from: see ../rules/sources.ts. */
const Source = z.object({ on: z.string(), by: MemberId.nullable(), entry: EntryId.nullable() })

/** A time at a company. */
export const Employment = z.object({
  id: EmploymentId,
  accountId: AccountId,
  accountName: z.string(),
  title: z.string(),
  department: z.string(),
  since: z.string().nullable(),
  /** null while they are there */
  until: z.string().nullable(),
  /** whether they are there today */
  current: z.boolean(),
})
export type Employment = z.infer<typeof Employment>

/** Which of ours knows a person, 0–4 (rules/fields.ts): how well now, how well we want (null where nobody said). */
export const Coverage = z.object({
  memberId: MemberId,
  memberName: z.string(),
  depth: z.int().min(0).max(4),
  wanted: z.int().min(0).max(4).nullable(),
})
export type Coverage = z.infer<typeof Coverage>

/** A birthday as screens show it. */
export const BirthdayShown = z.object({
  /** as it is kept, see rules/birthday.ts */
  stored: z.string(),
  /** the next day on which it is kept, today included: YYYY-MM-DD */
  next: z.string(),
  /** full years today, by the solar calendar; null where the year isn't known */
  age: z.int().nullable(),
})
export type BirthdayShown = z.infer<typeof BirthdayShown>

/** A person in a list: nothing sensitive. */
export const PersonRow = PersonFields.omit({
  privatePhone: true,
  family: true,
  health: true,
  idNumber: true,
}).extend({
  id: PersonId,
  /** full spelling, a blank, initials */
  pinyin: z.string(),
  birthdayShown: BirthdayShown.nullable(),
  /** where they work now, the longest there first */
  employments: z.array(Employment.pick({ id: true, accountId: true, accountName: true, title: true })),
  /** values of custom fields by their ids, without those that are empty */
  custom: z.record(z.string(), CustomValueShape),
  /** percent 0–100 */
  completeness: z.int(),
})
export type PersonRow = z.infer<typeof PersonRow>

/** A person on their account's page. */
export const PersonCard = PersonRow.extend({
  employmentId: EmploymentId,
  title: z.string(),
  department: z.string(),
  /** whether they still work here */
  current: z.boolean(),
  /** how well the best of ours knows them, 0–4 */
  depth: z.int(),
  /** how well we want to know them; null where nobody said */
  wanted: z.int().nullable(),
  /** how many of ours know them */
  knownBy: z.int(),
  /** fields still missing, most useful first */
  missing: z.array(z.enum(PERSON_FACT_NAMES)),
  /** number of warning signs; what they say is sensitive */
  warnings: z.int(),
})
export type PersonCard = z.infer<typeof PersonCard>

/** Somebody for us changed employer: a risk for the account they left, a lead for the one they came to. */
export const JobMove = z.object({
  personId: PersonId,
  name: z.string(),
  kind: z.enum(MOVE_KINDS),
  attitude: z.enum(ATTITUDES),
  /** the account at the other end: where they went (risk), where they came from (lead) */
  accountId: AccountId,
  accountName: z.string(),
  /** what they do there (risk), or did there (lead) */
  title: z.string(),
  /** since (risk) or until (lead) when: YYYY, YYYY-MM or YYYY-MM-DD */
  on: z.string().nullable(),
})
export type JobMove = z.infer<typeof JobMove>

/** A warning sign (A2). Sensitive: told by `reveal` only. */
export const WarningSign = z.object({
  id: RowId,
  sign: z.string(),
  why: z.string(),
  notedBy: z.string(),
  /** YYYY-MM-DD */
  notedOn: z.string(),
})
export type WarningSign = z.infer<typeof WarningSign>

/** Somebody looked at a masked fact. */
export const Reveal = z.object({ field: z.enum(SENSITIVE_FIELDS), by: z.string(), at: z.string() })
export type Reveal = z.infer<typeof Reveal>

/** A person's own page. Sensitive facts only as whether they are there. */
export const PersonPage = PersonRow.extend({
  sources: z.record(z.string(), Source),
  /** fields still missing, most useful first */
  missing: z.array(z.enum(PERSON_FACT_NAMES)),
  /** fields that are known but past their shelf life, most useful first */
  stale: z.array(z.enum(PERSON_FACT_NAMES)),
  /** all, current ones first, then newest first */
  allEmployments: z.array(Employment),
  coverage: z.array(Coverage),
  filled: z.array(z.enum(SENSITIVE_FIELDS)),
  warnings: z.int(),
  /** newest first, at most 50 */
  reveals: z.array(Reveal),
  erasedAt: z.string().nullable(),
})
export type PersonPage = z.infer<typeof PersonPage>

/** One line of a picker. */
export const PickedPerson = z.object({
  id: PersonId,
  name: z.string(),
  pinyin: z.string(),
  title: z.string(),
  accountId: AccountId.nullable(),
  accountName: z.string(),
})
export type PickedPerson = z.infer<typeof PickedPerson>

/** One field of a person to change: the value before guards against overwriting another window's edit. */
export const PersonEdit = z.object({
  personId: PersonId,
  field: PersonFields.keyof(),
  before: PersonValue,
  after: PersonValue,
})
export type PersonEdit = z.infer<typeof PersonEdit>

/** The same for a custom field of people (custom/rules/values.ts). */
export const PersonCustomEdit = z.object({
  personId: PersonId,
  fieldId: CustomFieldId,
  before: CustomValueShape,
  after: CustomValueShape,
})
export type PersonCustomEdit = z.infer<typeof PersonCustomEdit>

/** A company with a role and dates, for adding. */
const NewEmployment = z.object({
  accountId: AccountId,
  title: Short.default(''),
  department: Short.default(''),
  since: PartialDay.nullable().default(null),
  until: PartialDay.nullable().default(null),
})

const PERSON_NOT_FOUND = { PERSON_NOT_FOUND: { status: 404 } } as const
const ACCOUNT_NOT_FOUND = { ACCOUNT_NOT_FOUND: { status: 404 } } as const
const EMPLOYMENT_NOT_FOUND = { EMPLOYMENT_NOT_FOUND: { status: 404 } } as const
const CELLS_CHANGED = {
  CELLS_CHANGED: {
    status: 409,
    data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
  },
} as const
const VALUE_REFUSED = {
  VALUE_REFUSED: {
    status: 422,
    /** `reason`: for a birthday or span, what is wrong with it (catalogue: `error.VALUE_REFUSED.why_<reason>`) */
    data: z.object({
      name: z.string(),
      field: z.string(),
      value: z.string(),
      reason: z.string().optional(),
    }),
  },
} as const

/** The people of our customers (A2). */
export const people = {
  /** One person with everything but what is masked. PERSON_NOT_FOUND also after a merge or removal. */
  get: oc
    .input(z.object({ personId: PersonId }))
    .output(PersonPage)
    .errors(PERSON_NOT_FOUND),
  /**
   * The people of an account, most influential first, those who left last; and who came or went. At most 200 who are
   * there and 200 who left; the counts are of all.
   */
  ofAccount: oc
    .input(z.object({ accountId: AccountId }))
    .output(
      z.object({
        cards: z.array(PersonCard),
        moves: z.array(JobMove),
        counts: z.object({ current: z.int(), former: z.int() }),
      }),
    )
    .errors(ACCOUNT_NOT_FOUND),
  /**
   * A chunk of all people, newest first; `after` goes on behind the last one of the chunk before. `count` is of all
   * that fit.
   */
  list: oc
    .input(
      z.object({
        attitude: z.enum(ATTITUDES).optional(),
        decisionRole: z.enum(DECISION_ROLES).optional(),
        accountId: AccountId.optional(),
        /** those whom search finds by it, as the palette does; the best `MOST_FOUND` */
        text: z.string().max(100).optional(),
        after: PersonId.optional(),
        limit: z.int().min(1).max(5_000).default(2_000),
      }),
    )
    .output(z.object({ rows: z.array(PersonRow), count: z.int(), more: z.boolean() })),
  /** People by name, full pinyin, initials or the end of a phone number, best first; of one account where given. */
  pick: oc
    .input(
      z.object({
        text: z.string().max(100),
        accountId: AccountId.optional(),
        limit: z.int().min(1).max(100).default(20),
      }),
    )
    .output(z.array(PickedPerson)),
  /** Names and current places of these people, for pickers that show what is chosen; unknown ones are left out. */
  named: oc.input(z.object({ personIds: z.array(PersonId).max(500) })).output(z.array(PickedPerson)),
  /**
   * Adds people with where they work, all or none; only the name is required.
   * @throws ACCOUNT_NOT_FOUND, VALUE_REFUSED
   */
  add: oc
    .input(
      CommandInput.extend({
        people: z
          .array(
            PersonFields.partial()
              .required({ name: true })
              .extend({
                employments: z.array(NewEmployment).max(20).default([]),
                custom: z.array(z.object({ fieldId: CustomFieldId, value: CustomValueShape })).default([]),
              }),
          )
          .min(1)
          .max(10_000),
        /** the entry of the work log that this was learned in */
        entryId: EntryId.nullable().default(null),
      }),
    )
    .output(Written.extend({ personIds: z.array(PersonId) }))
    .errors({ ...writeErrors, ...ACCOUNT_NOT_FOUND, ...VALUE_REFUSED }),
  /**
   * Changes fields of people, all or none, and says in their `sources` where the new values come from. CELLS_CHANGED
   * when a field no longer holds `before` (what it holds is not told of masked fields); VALUE_REFUSED names the first
   * value that doesn't fit its field.
   */
  edit: oc
    .input(
      CommandInput.extend({
        fields: z.array(PersonEdit).max(100_000),
        custom: z.array(PersonCustomEdit).max(100_000).default([]),
        /** the entry of the work log that the values were lifted from */
        entryId: EntryId.nullable().default(null),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, ...PERSON_NOT_FOUND, ...CELLS_CHANGED, ...VALUE_REFUSED }),
  /** Says that what fields hold is still so: they are fresh again. */
  confirm: oc
    .input(
      CommandInput.extend({
        personId: PersonId,
        /** built-in fields by their names, custom ones by their ids */
        fields: z.array(z.string().max(64)).min(1).max(100),
        entryId: EntryId.nullable().default(null),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, ...PERSON_NOT_FOUND }),
  /** Deletes people (undoable). */
  remove: oc
    .input(CommandInput.extend({ personIds: z.array(PersonId).min(1).max(10_000) }))
    .output(Written)
    .errors({ ...writeErrors, ...PERSON_NOT_FOUND }),
  /** A person has a further place of work. VALUE_REFUSED where it ends before it begins. */
  addEmployment: oc
    .input(CommandInput.extend({ personId: PersonId, employment: NewEmployment }))
    .output(Written.extend({ employmentId: EmploymentId }))
    .errors({ ...writeErrors, ...PERSON_NOT_FOUND, ...ACCOUNT_NOT_FOUND, ...VALUE_REFUSED }),
  /** Changes title, department or dates of a place of work; ending one is giving it an `until`. */
  changeEmployment: oc
    .input(
      CommandInput.extend({
        employmentId: EmploymentId,
        field: z.enum(['title', 'department', 'since', 'until']),
        before: z.string().nullable(),
        after: z.string().trim().max(PERSON_LIMITS.short).nullable(),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, ...EMPLOYMENT_NOT_FOUND, ...CELLS_CHANGED, ...VALUE_REFUSED }),
  /** Takes back a place of work that never was (undoable). One that is over is ended instead. */
  removeEmployment: oc
    .input(CommandInput.extend({ employmentId: EmploymentId }))
    .output(Written)
    .errors({ ...writeErrors, ...EMPLOYMENT_NOT_FOUND }),
  /** A change of employer: ends one place of work and begins another on the same day; both are kept. */
  moveJob: oc
    .input(
      CommandInput.extend({
        employmentId: EmploymentId,
        toAccountId: AccountId,
        title: Short,
        department: Short.default(''),
        on: PartialDay,
      }),
    )
    .output(Written.extend({ employmentId: EmploymentId }))
    .errors({ ...writeErrors, ...EMPLOYMENT_NOT_FOUND, ...ACCOUNT_NOT_FOUND, ...VALUE_REFUSED }),
  /** Notes a warning sign, by the laptop's user, today unless said otherwise. */
  addWarning: oc
    .input(
      CommandInput.extend({
        personId: PersonId,
        sign: z.string().trim().min(1).max(PERSON_LIMITS.short),
        why: z.string().trim().min(1).max(PERSON_LIMITS.note),
        notedOn: Day.optional(),
      }),
    )
    .output(Written.extend({ warningId: RowId }))
    .errors({ ...writeErrors, ...PERSON_NOT_FOUND }),
  /** Takes a warning sign away (undoable). */
  removeWarning: oc
    .input(CommandInput.extend({ warningId: RowId }))
    .output(Written)
    .errors({ ...writeErrors, WARNING_NOT_FOUND: { status: 404 } }),
  /** Tells a masked fact and records who looked, and when. Not undoable; leaves undo and redo as they are. */
  reveal: oc
    .input(CommandInput.extend({ personId: PersonId, field: z.enum(SENSITIVE_FIELDS) }))
    .output(
      Written.extend({
        value: z.discriminatedUnion('field', [
          z.object({ field: z.enum(MASKED_FIELDS), text: z.string() }),
          z.object({ field: z.literal('warningSigns'), signs: z.array(WarningSign) }),
        ]),
      }),
    )
    .errors({ ...writeErrors, ...PERSON_NOT_FOUND }),
}
