import type {
  Decision,
  Quadrant,
  StickinessLayer,
  ValueItem,
} from '../../../accounts/analysis/rules/kinds.ts'

/** What an account buys of a product in a year, 万元; from us where `competitor` is null. */
export interface SampleWallet {
  readonly account: string
  readonly product: string
  readonly competitor: string | null
  readonly year: number
  readonly amount: number
}

/** Judgements and moves of the sample's analyses by account; days are counted before today. */
export interface SampleSwot {
  readonly account: string
  readonly quadrant: Quadrant
  readonly text: string
  readonly ago: number
  readonly by: string
}

export interface SampleRival {
  readonly account: string
  readonly competitor: string
  readonly strengths: string
  readonly weaknesses: string
}

export interface SampleMove {
  readonly account: string
  readonly competitor: string
  readonly ago: number
  readonly text: string
  readonly by: string
}

export interface SampleStickiness {
  readonly account: string
  readonly layer: StickinessLayer
  readonly grade: number
  readonly evidence: string
  readonly ago: number
  readonly by: string
}

/** 万元 */
export interface SampleCost {
  readonly account: string
  readonly what: string
  readonly amount: number
}

export interface SampleValue {
  readonly account: string
  readonly item: ValueItem
  readonly grade: number
  readonly note: string
  readonly ago: number
  readonly by: string
}

/** `dueIn` in days from today; `doneAgo` before it, null while it is open. */
export interface SampleAction {
  readonly account: string
  readonly item: ValueItem
  readonly what: string
  readonly dueIn: number
  readonly owner: string
  readonly doneAgo: number | null
}

/** `brought` in 万元. */
export interface SampleReferral {
  readonly from: string
  readonly person: string | null
  readonly to: string
  readonly yearsAgo: number
  readonly brought: number
  readonly note: string
}

export interface SampleDecision {
  readonly account: string
  readonly decision: Decision
  readonly reason: string
  readonly by: string
  readonly ago: number
}

/** All analyses of the sample. */
export interface SampleAnalysis {
  readonly wallet: readonly SampleWallet[]
  readonly swot: readonly SampleSwot[]
  readonly rivals: readonly SampleRival[]
  readonly moves: readonly SampleMove[]
  readonly stickiness: readonly SampleStickiness[]
  readonly costs: readonly SampleCost[]
  readonly values: readonly SampleValue[]
  readonly actions: readonly SampleAction[]
  readonly referrals: readonly SampleReferral[]
  readonly decisions: readonly SampleDecision[]
}
