import type { Severity } from '../../../recovery/rules/severity.ts'
import type { CaseEventKind } from '../../../recovery/rules/states.ts'
import type {
  ActionKind,
  CaseCategory,
  CaseKind,
  CustomerAnswer,
  Force,
  LossCause,
  RemedyKind,
} from '../../../recovery/rules/words.ts'

/** A root cause of the sample: name, which of the seven causes, which force. */
export type SampleRoot = readonly [name: string, lossCause: LossCause, force: Force]

/** A case of the sample that is over: what happened to it is made up by its course. Money in 万元. */
export interface EndedCase {
  readonly code: string
  readonly account: string
  readonly kind?: CaseKind
  readonly category: CaseCategory
  readonly product: string | null
  readonly title: string
  /** days before today on which it came */
  readonly ago: number
  readonly loss: number | null
  /** what was paid, as a share of the loss */
  readonly paid: number | null
  readonly root: string | null
  readonly responsible: string
  readonly answer: CustomerAnswer
  /** how content they were before, then and after */
  readonly content: readonly [before: number, then: number, after: number]
  readonly severity?: Severity
}

/** What happened to an open case, so many working hours before now. */
export interface SampleHappening {
  readonly kind: CaseEventKind | 'note' | 'word'
  readonly hoursAgo: number
  readonly by: string
  readonly note?: string
}

/** A case of the sample that is still open. */
export interface OpenCase {
  readonly code: string
  readonly account: string
  readonly kind: CaseKind
  readonly category: CaseCategory
  readonly product: string | null
  readonly title: string
  readonly person: string | null
  /** working hours before now at which it came */
  readonly hoursAgo: number
  readonly words: string
  readonly remedyAsked: string
  readonly impact: Severity
  readonly urgency: Severity
  readonly place?: string
  readonly responsible?: string
  readonly investigator?: string
  readonly happened: readonly SampleHappening[]
}

/** A remedy of the sample's story; money in 万元. */
export type SampleRemedy = readonly [
  what: string,
  kind: RemedyKind,
  owner: string,
  dueIn: number,
  amount: number,
]

/** An action of the sample's story; done so many days ago, or due in so many. */
export interface SampleAction {
  readonly what: string
  readonly kind: ActionKind
  readonly owner: string
  readonly dueIn: number
  readonly doneAgo: number | null
}
