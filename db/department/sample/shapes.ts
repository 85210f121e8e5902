import type { Channel } from '../../accounts/log/rules/channels.ts'
import type { Attitude, DecisionRole, Depth, Gender, Relation } from '../../accounts/people/rules/fields.ts'
import type { PromiseSide, PromiseState } from '../../accounts/promises/rules/states.ts'
import type { AccountField } from '../../accounts/rules/accountFields.ts'

/** What somebody at a customer does, as far as the talk of a contact depends on it. */
export type Post = 'boss' | 'buying' | 'making' | 'money' | 'quality'

/** What the archive knows of somebody beyond name and post; empty or missing where it doesn't. */
export interface PersonFacts {
  /** as people/rules/birthday.ts keeps it */
  readonly birthday?: string
  readonly nativePlace?: string
  readonly career?: string
  readonly tradeSince?: number
  readonly interests?: string
  readonly rhythm?: string
  readonly family?: string
  readonly health?: string
  readonly brandsView?: string
  readonly preconditions?: string
  readonly greeting?: string
  readonly note?: string
  readonly tags?: readonly string[]
}

/** Somebody at an account of the sample; names are theirs alone, so that others refer to them by name. */
export interface SamplePerson {
  readonly name: string
  readonly post: Post
  readonly gender: Gender
  readonly attitude: Attitude | null
  readonly decisionRole: DecisionRole | null
  /** 1–5 */
  readonly influence: number
  readonly facts: PersonFacts
  /** the present one first */
  readonly jobs: readonly [SampleJob, ...SampleJob[]]
}

/** A time at an account. */
export interface SampleJob {
  readonly account: string
  readonly title: string
  readonly department: string
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly since: string | null
  readonly until: string | null
}

/** How well one of ours knows one of theirs, and how well we want it. */
export interface SampleCoverage {
  readonly person: string
  readonly member: string
  readonly depth: Depth
  readonly wanted: Depth | null
}

/** What follows from an entry. */
export interface SampleNextStep {
  readonly step: string
  /** YYYY-MM-DD */
  readonly on: string
  readonly by: string
  /** YYYY-MM-DD; null while it is open */
  readonly doneOn: string | null
}

/** A contact. */
export interface SampleEntry {
  readonly account: string
  readonly member: string
  readonly people: readonly string[]
  /** YYYY-MM-DD */
  readonly on: string
  readonly channel: Channel
  readonly text: string
  readonly next: SampleNextStep | null
  /** facts of the people that this entry told us: person and field */
  readonly tells: readonly (readonly [person: string, field: string])[]
  /** fields of the account that it told us */
  readonly learned: readonly AccountField[]
}

/** A promise, with the place of the entry that holds it in the list of entries. */
export interface SamplePromise {
  readonly account: string
  readonly side: PromiseSide
  readonly member: string
  readonly person: string | null
  readonly what: string
  /** YYYY-MM-DD */
  readonly madeOn: string
  readonly dueOn: string | null
  readonly settlement: {
    readonly state: Exclude<PromiseState, 'open'>
    readonly on: string
    readonly note: string
    readonly by: string
  } | null
  readonly entry: SampleEntry | null
}

/** A line between two people of an account. */
export interface SampleRelation {
  readonly account: string
  readonly from: string
  readonly to: string
  readonly kind: Relation
  readonly note: string
}

/** A warning sign; `ago` in days before today. */
export interface SampleWarning {
  readonly person: string
  readonly sign: string
  readonly why: string
  readonly by: string
  readonly ago: number
}
