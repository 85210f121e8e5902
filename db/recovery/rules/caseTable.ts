import { splitStrip } from '../../accounts/rules/strips.ts'
import { TIERS, type Tier } from '../../evaluation/rules/tiers.ts'
import type { CaseTable } from '../contract.ts'
import { SEVERITIES, type Severity } from './severity.ts'
import { CASE_STATES, type CaseState } from './states.ts'
import { CASE_CATEGORIES, CASE_KINDS, type CaseCategory, type CaseKind } from './words.ts'

/** Columns of a list of cases as it travels. */
export const CASE_STRIPS = [
  'id',
  'code',
  'accountId',
  'account',
  'accountPinyin',
  'tier',
  'kind',
  'category',
  'severity',
  'state',
  'title',
  'ownerId',
  'owner',
  'person',
  'cameAt',
  'due',
  'rootCause',
  'product',
  'place',
  'responsible',
  'atRisk',
  'loss',
  'paid',
  'repeat',
  'endedAt',
] as const
export type CaseStrip = (typeof CASE_STRIPS)[number]

/** A case as lists show it; '' or null where there is nothing. Instants are epoch ms, amounts fen. */
export interface CaseRow {
  readonly id: string
  readonly code: string
  readonly accountId: string
  readonly account: string
  /** for finding it by pinyin */
  readonly accountPinyin: string
  readonly tier: Tier | null
  readonly kind: CaseKind
  readonly category: CaseCategory
  readonly severity: Severity
  readonly state: CaseState
  readonly title: string
  readonly ownerId: string
  readonly owner: string
  readonly person: string
  readonly cameAt: number
  /** when the first of its running clocks ends; null where none runs */
  readonly due: number | null
  readonly rootCause: string
  readonly product: string
  readonly place: string
  readonly responsible: string
  readonly atRisk: number | null
  readonly loss: number | null
  readonly paid: number
  readonly repeat: boolean
  readonly endedAt: number | null
}

const numberOf = (text: string): number | null => (text === '' ? null : Number(text))

/** The rows of a list as it travelled. */
export function caseRows({ strips, count }: CaseTable): CaseRow[] {
  const columns = new Map(
    CASE_STRIPS.map((name) => [name, strips[name] === undefined ? [] : splitStrip(strips[name])]),
  )
  const at = (name: CaseStrip, row: number): string => columns.get(name)?.[row] ?? ''
  return Array.from({ length: count }, (_, row) => ({
    id: at('id', row),
    code: at('code', row),
    accountId: at('accountId', row),
    account: at('account', row),
    accountPinyin: at('accountPinyin', row),
    tier: TIERS.find((tier) => tier === at('tier', row)) ?? null,
    kind: CASE_KINDS.find((kind) => kind === at('kind', row)) ?? 'complaint',
    category: CASE_CATEGORIES.find((category) => category === at('category', row)) ?? 'other',
    severity: SEVERITIES.find((severity) => String(severity) === at('severity', row)) ?? 3,
    state: CASE_STATES.find((state) => state === at('state', row)) ?? 'recorded',
    title: at('title', row),
    ownerId: at('ownerId', row),
    owner: at('owner', row),
    person: at('person', row),
    cameAt: Date.parse(at('cameAt', row)),
    due: numberOf(at('due', row)),
    rootCause: at('rootCause', row),
    product: at('product', row),
    place: at('place', row),
    responsible: at('responsible', row),
    atRisk: numberOf(at('atRisk', row)),
    loss: numberOf(at('loss', row)),
    paid: Number(at('paid', row)),
    repeat: at('repeat', row) === '1',
    endedAt: numberOf(at('endedAt', row)),
  }))
}
