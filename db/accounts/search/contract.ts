import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CHANNELS } from '../log/rules/channels.ts'
import { HOWS } from './rules/match.ts'
import { SCOPES } from './rules/scopes.ts'

/** A piece of text with where the words fit, as [from, to) in UTF-16 units of it. */
const Marked = z.object({ text: z.string(), hits: z.array(z.tuple([z.int(), z.int()])) })
export type Marked = z.infer<typeof Marked>

const found = {
  /** the row to open */
  id: z.string(),
  title: Marked,
  /** how it fits */
  how: z.enum(HOWS),
  /** how the marked characters are read, with tones, where they were found by pinyin; else empty */
  reading: z.string(),
}

const FoundAccount = z.object({
  ...found,
  group: z.literal('accounts'),
  code: z.string(),
  tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable(),
  /** tenths of a point */
  score: z.int().nullable(),
  owner: z.string().nullable(),
  /** what fits where the name doesn't: short name, code, telephone, a text of its page */
  detail: Marked.nullable(),
})
export type FoundAccount = z.infer<typeof FoundAccount>

const FoundPerson = z.object({
  ...found,
  group: z.literal('people'),
  /** where they work now; null where nowhere is known */
  accountId: z.string().nullable(),
  company: z.string().nullable(),
  jobTitle: z.string(),
  detail: Marked.nullable(),
})
export type FoundPerson = z.infer<typeof FoundPerson>

const FoundPromise = z.object({
  ...found,
  group: z.literal('promises'),
  kind: z.enum(['promise', 'nextStep', 'request', 'task', 'visit', 'case']),
  /** the entry of a next step */
  entryId: z.string().nullable(),
  accountId: z.string().nullable(),
  company: z.string().nullable(),
  /** YYYY-MM-DD */
  dueOn: z.string().nullable(),
  done: z.boolean(),
})

const FoundEntry = z.object({
  ...found,
  group: z.literal('entries'),
  accountId: z.string().nullable(),
  company: z.string().nullable(),
  /** YYYY-MM-DD */
  happenedOn: z.string(),
  channel: z.enum(CHANNELS),
})

const FoundFile = z.object({
  ...found,
  group: z.literal('files'),
  entryId: z.string().nullable(),
  accountId: z.string().nullable(),
  company: z.string().nullable(),
  /** instant */
  addedAt: z.string(),
})

const FoundMember = z.object({ ...found, group: z.literal('members'), role: z.string() })

const FoundTag = z.object({
  ...found,
  group: z.literal('tags'),
  /** rows that have it: accounts, and people */
  accounts: z.int(),
  people: z.int(),
})

/** Something that was found. */
export const Found = z.discriminatedUnion('group', [
  FoundAccount,
  FoundPerson,
  FoundPromise,
  FoundEntry,
  FoundFile,
  FoundMember,
  FoundTag,
])
export type Found = z.infer<typeof Found>

/** Finding anything by name, pinyin, telephone or text. */
export const search = {
  /**
   * What all words of a text fit, in the order of the groups, best first in each: exact name, beginning, pinyin,
   * inside, text; key accounts before others, newer before older. `limit` is for each group. Sensitive facts are not
   * searched.
   */
  all: oc
    .input(
      z.object({
        text: z.string().max(100),
        scope: z.enum(SCOPES).default('all'),
        limit: z.int().min(1).max(100).default(5),
      }),
    )
    .output(
      z.object({
        found: z.array(Found),
        /** the engine's time */
        milliseconds: z.number(),
        /** while the index is being built: rows in it of rows to be read; what isn't in it isn't found */
        indexing: z.object({ done: z.int(), of: z.int() }).nullable(),
      }),
    ),
}
