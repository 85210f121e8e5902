import { daysBetween } from '../../../accounts/rules/days.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'

/** What is known of an account that may be at risk 风险客户. Days are YYYY-MM-DD. */
export interface RiskFacts {
  readonly tier: Tier | null
  /** the last real contact of any sort; null where none is known */
  readonly lastContact: string | null
  /** days from one visit to the next by its policy; null where none are promised */
  readonly visitEvery: number | null
  /** money that is overdue, fen; 0 where none, or where the department keeps no such figure */
  readonly overdue: number
  /** by how much its orders fell, tenths of a percent, negative; 0 where they didn't, or where no figure says so */
  readonly orders: number
  /** quality incidents that are severe or serious and not put right */
  readonly incidents: number
  /** promises broken within the last 90 days */
  readonly broken: number
  /** the newest move of a rival within the last 60 days */
  readonly rival: { readonly name: string; readonly on: string } | null
}

/** Why an account is at risk. Codes, with what the sentence says of each. */
export type RiskReason =
  | { readonly code: 'orders'; readonly change: number }
  | { readonly code: 'incidents'; readonly count: number }
  | { readonly code: 'overdue'; readonly fen: number }
  | { readonly code: 'broken'; readonly count: number }
  | { readonly code: 'silence'; readonly days: number }
  | { readonly code: 'rival'; readonly name: string; readonly on: string }

/** How great a risk is. */
export const RISK_LEVELS = ['high', 'middle'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** An account's risk: how great, by how much it outweighs others, and why, the weightiest reason first. */
export interface Risk {
  readonly level: RiskLevel
  readonly points: number
  readonly reasons: readonly RiskReason[]
}

/** Days without a contact that worry where the policy promises none. */
export const SILENT_DAYS = 30
/** Orders that fell by less are no sign, tenths of a percent. */
const FALLEN = -200
/** Points from which a risk is high, and below which there is none. */
const HIGH = 5
const LEAST = 2

/**
 * Whether an account is at risk on a day, and why. Each sign weighs by how often it comes before a loss (D2, E2): a
 * quality incident or a fall in orders more than silence, a rival's move least; key accounts half as much again.
 */
export function riskOf(facts: RiskFacts, today: string): Risk | null {
  const signs = signsOf(facts, today)
  const sum = signs.reduce((points, sign) => points + sign.points, 0)
  const points = facts.tier === 'key' ? sum * 1.5 : sum
  if (points < LEAST) return null
  const reasons = signs.toSorted((a, b) => b.points - a.points).map(({ reason }) => reason)
  return { level: points >= HIGH ? 'high' : 'middle', points, reasons }
}

interface Sign {
  readonly points: number
  readonly reason: RiskReason
}

function signsOf(facts: RiskFacts, today: string): Sign[] {
  const { lastContact, visitEvery, overdue, orders, incidents, broken, rival } = facts
  const signs: Sign[] = []
  if (orders <= FALLEN) signs.push({ points: 3, reason: { code: 'orders', change: orders } })
  if (incidents > 0) signs.push({ points: 2 + incidents, reason: { code: 'incidents', count: incidents } })
  if (overdue > 0) signs.push({ points: 2, reason: { code: 'overdue', fen: overdue } })
  if (broken > 0) signs.push({ points: 1 + broken, reason: { code: 'broken', count: broken } })
  const silent = lastContact === null ? 0 : daysBetween(lastContact, today)
  const bearable = Math.max(SILENT_DAYS, visitEvery ?? SILENT_DAYS)
  if (silent > bearable)
    signs.push({ points: Math.min(3, (silent / bearable) * 1.5), reason: { code: 'silence', days: silent } })
  if (rival !== null) signs.push({ points: 1, reason: { code: 'rival', ...rival } })
  return signs
}
