import type { RequestEventKind } from '../../../channel/requests/rules/states.ts'
import type { Priority, RequestKind, RequestWay } from '../../../channel/requests/rules/words.ts'

/** Something that happened to a request of the sample. */
export interface SampleHappening {
  readonly kind: RequestEventKind
  /** working minutes before the sample is loaded */
  readonly ago: number
  readonly note: string
  readonly waitingFor?: string
}

/** What one function delivers of a request that needs several. */
export interface SampleRequestPart {
  readonly what: string
  readonly owner: string
  /** days from today */
  readonly dueIn: number
  /** days before today on which it was delivered; null while it isn't */
  readonly doneAgo: number | null
  readonly note: string
}

/** A request of the sample, by names. */
export interface SampleRequest {
  readonly code: string
  readonly account: string
  readonly person: string | null
  readonly way: RequestWay
  readonly kind: RequestKind
  readonly priority: Priority
  readonly title: string
  readonly detail: string
  /** working minutes before the sample is loaded */
  readonly askedAgo: number
  readonly owner: string
  readonly backup: string | null
  readonly sponsor: string | null
  /** oldest first */
  readonly happened: readonly SampleHappening[]
  readonly parts: readonly SampleRequestPart[]
}
