import { figureToDecimal } from '../../../accounts/rules/figures.ts'
import { bandMark } from '../../rules/bands.ts'
import { Ladder } from './ladder.ts'
import type { Line, Plan } from './plan.ts'
import type { SideIndicator, SideRow } from './side.ts'

/**
 * What can move a score. `sheet`: indicators come or go, bands or the way of marking change. `weights`. `figures`: data
 * behind banded marks. `marks`: judged marks. `evaluators`: who voted and with what weight. `meeting`: what was agreed on
 * and the rule that ballots are pooled by. `rest`: what the published details don't explain; nought for sound rounds.
 */
export const PARTS = ['sheet', 'weights', 'figures', 'marks', 'evaluators', 'meeting', 'rest'] as const
export type Part = (typeof PARTS)[number]

/** One step from the older score to the newer one. */
export interface Step {
  readonly part: Part
  /** the place among the plan's lines; null for what concerns the sheet as a whole */
  readonly line: number | null
  /** tenths of a point; each step begins where the one before it ended */
  readonly before: number
  readonly after: number
  /** the line's mark in hundredths before and after; null where unmarked, and for steps without a line */
  readonly markBefore: number | null
  readonly markAfter: number | null
}

/**
 * The change of an account's score from the older to the newer publication as steps in a fixed order: the sheet
 * (removed, added, other bands or measure), its weights, figures, the older meeting undone, judged marks, evaluators, the
 * newer meeting. Each step is the rounded score after it less the one before it, so the steps add up to the difference
 * of the published scores exactly. Steps that change nothing are left out.
 * @returns undefined where either side has no score
 */
export function splitScore(plan: Plan, a: SideRow, b: SideRow): Step[] | undefined {
  if (a.score === null || b.score === null) return undefined
  const walk = new Walk(plan, a, b)
  walk.changeSheet()
  walk.changeWeights()
  walk.changeMarks()
  walk.arriveAt(b.score)
  return walk.steps
}

class Walk {
  readonly steps: Step[] = []
  readonly #plan: Plan
  readonly #a: SideRow
  readonly #b: SideRow
  readonly #ladder: Ladder
  #score: number

  constructor(plan: Plan, a: SideRow, b: SideRow) {
    this.#plan = plan
    this.#a = a
    this.#b = b
    this.#ladder = new Ladder(plan.lines.length)
    plan.lines.forEach(({ from, weightFrom }, at) => {
      if (from !== null) this.#ladder.set(at, a.marks[from] ?? null, (weightFrom ?? 0) * plan.keptFactor)
    })
    this.#score = a.score ?? 0
    // a published score that its own marks don't come to
    if (this.#ladder.score !== this.#score) this.#push('rest', null, null, null, this.#ladder.score)
  }

  /** Says what the newer cells don't explain of the newer score. */
  arriveAt(published: number): void {
    if (published !== this.#score) this.#push('rest', null, null, null, published)
  }

  changeSheet(): void {
    const { lines, addedFactor, keptFactor } = this.#plan
    const weights = (line: Line): number =>
      line.from === null ? (line.weightTo ?? 0) * addedFactor : (line.weightFrom ?? 0) * keptFactor
    // removed ones first: what comes in takes its share of what stays
    for (const change of ['removed', 'added'] as const)
      lines.forEach((line, at) => {
        if (line.change !== change) return
        const before = this.#ladder.markAt(at)
        if (change === 'removed') this.#ladder.set(at, null, 0)
        else this.#ladder.set(at, this.#newMark(line), weights(line))
        this.#note('sheet', at, before)
      })
    lines.forEach((line, at) => {
      if (line.change === 'measure') this.#mark('sheet', at, this.#newMark(line))
      if (line.change === 'bands') this.#mark('sheet', at, this.#bandedAnew(line))
    })
  }

  changeWeights(): void {
    const { lines } = this.#plan
    lines.forEach((line, at) => {
      if (line.to !== null) this.#ladder.weigh(at, line.weightTo ?? 0)
    })
    const { score } = this.#ladder
    if (score !== this.#score) this.#push('weights', null, null, null, score)
  }

  changeMarks(): void {
    const { lines, ballots } = this.#plan
    lines.forEach((line, at) => {
      if (line.byFigure) this.#mark('figures', at, this.#newMark(line))
    })
    const judged = lines.flatMap((line, at) =>
      line.from === null || line.to === null || line.byFigure || line.change === 'measure'
        ? []
        : [{ line, at, places: { from: line.from, to: line.to } }],
    )
    if (ballots.has(this.#a, this.#b)) {
      const paths = judged.map(({ places }) => ballots.path(this.#a, this.#b, places))
      const each = (part: Part, pick: (path: (typeof paths)[number]) => number | null): void =>
        judged.forEach(({ at }, n) => {
          const path = paths[n]
          if (path) this.#mark(part, at, pick(path))
        })
      each('meeting', ({ unagreed }) => unagreed)
      each('marks', ({ marked }) => marked)
      each('evaluators', ({ voted }) => voted)
      for (const { line, at } of judged) this.#mark('meeting', at, this.#newMark(line))
    } else for (const { line, at } of judged) this.#mark('marks', at, this.#newMark(line))
  }

  #newMark({ to }: Line): number | null {
    return to === null ? null : (this.#b.marks[to] ?? null)
  }

  /** The mark that the older figure earns by the newer bands. */
  #bandedAnew({ from, to }: Line): number | null {
    if (from === null || to === null) return null
    return markOfFigure(this.#plan.to.indicators[to], this.#a.figures[from] ?? null)
  }

  #mark(part: Part, at: number, mark: number | null): void {
    const before = this.#ladder.markAt(at)
    if (this.#ladder.mark(at, mark)) this.#note(part, at, before)
  }

  #note(part: Part, at: number, before: number | null): void {
    this.#push(part, at, before, this.#ladder.markAt(at), this.#ladder.score)
  }

  #push(
    part: Part,
    line: number | null,
    markBefore: number | null,
    markAfter: number | null,
    after: number,
  ): void {
    this.steps.push({ part, line, before: this.#score, after, markBefore, markAfter })
    this.#score = after
  }
}

/** The mark in hundredths that a stored figure earns by an indicator's bands; null where it earns none. */
export function markOfFigure(indicator: SideIndicator | undefined, stored: number | null): number | null {
  if (indicator?.measure.kind !== 'banded' || indicator.figure === null || stored === null) return null
  const mark = bandMark(figureToDecimal(stored, indicator.figure.unit), indicator.measure.bands)
  return mark === null ? null : mark * 100
}

/** What each part adds up to, tenths of a point. */
export function partSums(steps: readonly Step[]): Record<Part, number> {
  const sums: Record<Part, number> = {
    sheet: 0,
    weights: 0,
    figures: 0,
    marks: 0,
    evaluators: 0,
    meeting: 0,
    rest: 0,
  }
  for (const { part, before, after } of steps) sums[part] += after - before
  return sums
}

/** One reason for a change: a part, of one indicator where it has one. */
export interface Reason {
  readonly part: Part
  readonly line: number | null
  /** tenths of a point */
  readonly change: number
}

/** The reasons for a change, the largest first; a meeting undone and another held are one. Those of 0.0 are left out. */
export function reasonsOf(steps: readonly Step[]): Reason[] {
  const reasons = new Map<string, Reason>()
  for (const { part, line, before, after } of steps) {
    const key = `${part} ${line}`
    reasons.set(key, { part, line, change: (reasons.get(key)?.change ?? 0) + after - before })
  }
  return [...reasons.values()]
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

/** The largest reason that pulls the way in which the score went; of a score that stayed, the largest. */
export function mainReason(steps: readonly Step[]): Reason | null {
  const reasons = reasonsOf(steps)
  const total = reasons.reduce((sum, { change }) => sum + change, 0)
  return reasons.find(({ change }) => Math.sign(change) === Math.sign(total)) ?? reasons[0] ?? null
}
