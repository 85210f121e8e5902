import { pinyinText } from '../../../accounts/pinyin.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Tier } from '../../rules/tiers.ts'
import { seasonalAccounts } from '../../service/seasonal.ts'
import type { Cycle, CycleFigure, CycleInput } from '../contract.ts'
import { type CycleRow, cycleOf, type Ruler, type Verdict } from '../rules/cycle.ts'
import { usualWeights, WINDOW } from '../rules/window.ts'
import { type CycleRound, cycleRounds, figuresIn, measure } from './measured.ts'

interface Known {
  readonly id: AccountId
  readonly code: string
  readonly name: string
  readonly owner: string
}

/** All active accounts over a rolling window of published rounds (D2), by pinyin. */
export function readCycle(kernel: Kernel, { figure, perYear, weights }: CycleInput): Cycle {
  const rounds = cycleRounds(kernel.db)
  const [newest] = rounds
  const accounts = activeAccounts(kernel)
  const rows = judge(kernel, rounds, accounts, { figure, perYear, weights })
  const years = newest
    ? weights.map((_, at) => ({
        year: newest.year - at,
        rounds: rounds
          .filter(({ year }) => year === newest.year - at)
          .map(({ id, name, half }) => ({ id, name, half })),
      }))
    : []
  return {
    figures: figuresIn(rounds),
    years,
    borders: newest?.borders ?? null,
    half: newest?.half ?? null,
    accounts: columnsOf(accounts, rows),
  }
}

function judge(
  kernel: Kernel,
  rounds: readonly CycleRound[],
  accounts: readonly Known[],
  { figure, perYear, weights }: CycleInput,
): CycleRow[] {
  const [newest] = rounds
  if (!newest) return []
  return cycleOf(
    rounds
      // the season of last year may lie beyond the window
      .filter(({ year }) => year > newest.year - Math.max(weights.length, 2))
      .map((round) => ({ ...round, values: measure(kernel.db, round, figure) })),
    accounts.map(({ id }) => id),
    { weights, perYear, ruler: rulerOf(newest, figure), seasonal: seasonalAccounts(kernel.db) },
  )
}

/** Scores by the newest round's borders; figures by A8's shape. Days are days overdue or waited: fewer are better. */
const rulerOf = ({ borders }: CycleRound, figure: CycleFigure | null): Ruler =>
  figure === null
    ? { kind: 'borders', borders }
    : { kind: 'shape', better: figure.unit === 'days' ? 'less' : 'more' }

const activeAccounts = (kernel: Kernel): Known[] =>
  kernel.db
    .prepare<[], Known>(
      `SELECT a.id, a.code, a.name, coalesce(m.name, '') AS owner FROM account a
       LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.deleted = 0`,
    )
    .all()
    .map((account) => ({ ...account, pinyin: pinyinText(account.name) }))
    .sort((a, b) => (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : a.id < b.id ? -1 : 1))

function columnsOf(accounts: readonly Known[], rows: readonly CycleRow[]): Cycle['accounts'] {
  const judged = rows.length === 0 ? [] : accounts
  return {
    ids: judged.map(({ id }) => id),
    codes: judged.map(({ code }) => code),
    names: judged.map(({ name }) => name),
    pinyin: judged.map(({ name }) => pinyinText(name)),
    owners: judged.map(({ owner }) => owner),
    values: rows.flatMap(({ values }) => values),
    rolled: rows.map(({ value }) => value),
    tiers: rows.map(({ tier }) => tier),
    thisYear: rows.map(({ thisYear }) => thisYear),
    verdicts: rows.map(({ verdict }) => verdict),
    seasons: rows.map(({ season }) => season),
  }
}

/** What the cycle says of an account, by the usual window and weights and the published score. */
export interface CycleStrength {
  /** tenths of a point */
  readonly value: number
  /** the tier that it earns over the cycle, by the newest round's borders */
  readonly tier: Tier
  readonly verdict: Exclude<Verdict, 'tooLittle'>
}

/**
 * How strong accounts are over the usual cycle of four years (D2), for who decides on a demotion: an account whose
 * verdict is `strong` is weak this year alone. Accounts of which too little is known are left out.
 * @param accountIds whom to judge; all active ones where absent
 */
export function cycleStrength(
  kernel: Kernel,
  accountIds?: readonly AccountId[],
): ReadonlyMap<AccountId, CycleStrength> {
  const wanted = accountIds && new Set(accountIds)
  const accounts = activeAccounts(kernel).filter(({ id }) => wanted?.has(id) ?? true)
  const rows = judge(kernel, cycleRounds(kernel.db), accounts, {
    figure: null,
    perYear: 'mean',
    weights: [...usualWeights(WINDOW.usual)],
  })
  const strengths = new Map<AccountId, CycleStrength>()
  rows.forEach(({ value, tier, verdict }, at) => {
    const account = accounts[at]
    if (account && value !== null && tier !== null && verdict !== 'tooLittle')
      strengths.set(account.id, { value, tier, verdict })
  })
  return strengths
}
