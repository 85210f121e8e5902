import { addDays } from '../../../accounts/rules/days.ts'
import type { OwnerRole } from './owners.ts'
import type { TaskKind } from './words.ts'

/** A step of a template 模板: what is to be done so many days after the start, and whose it is. */
export interface PlaybookStep {
  readonly title: string
  readonly kind: TaskKind
  readonly note: string
  /** days after the start; 0 is the day itself */
  readonly after: number
  /** whether only working days count */
  readonly working: boolean
  readonly owner: OwnerRole
  /** that member, where `owner` names one */
  readonly memberId: string | null
}

/** Most steps that a template may have, and most days that one may lie after the start. */
export const PLAYBOOK_LIMITS = { steps: 40, after: 730, name: 80 } as const

/** Counts working days: the day so many of them after another. */
export type WorkingDays = (day: string, count: number) => string

/** The day (YYYY-MM-DD) on which each step of a template begun on `start` is due, in the template's order. */
export const stepDays = (
  steps: readonly Pick<PlaybookStep, 'after' | 'working'>[],
  start: string,
  workingDays: WorkingDays,
): readonly string[] =>
  steps.map(({ after, working }) => (working ? workingDays(start, after) : addDays(start, after)))
