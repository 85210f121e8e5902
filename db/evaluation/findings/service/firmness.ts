import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../../../kernel/errors.ts'
import type { RoundId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { readDecisions } from '../../approval/service/decisions.ts'
import type { PolledRound } from '../../consensus/rules/accountState.ts'
import { drawEvaluators } from '../../consensus/rules/draws.ts'
import {
  emptyFragility,
  type Fragility,
  fragilityOf,
  fragilityOrder,
  moversOf,
} from '../../consensus/rules/standing.ts'
import { emptyOdds, tierOdds } from '../../consensus/rules/tierOdds.ts'
import { revealedRound } from '../../consensus/service/consensus.ts'
import { type PolledRound as ReadRound, readPoll } from '../../consensus/service/readPoll.ts'
import type { Firmness } from '../contract.ts'

/** The same round has the same odds each time that it is looked at. */
const SEED = 20_261_129

/** How long others wait at most while a stretch of accounts is worked out, ms. */
const STRETCH = 60

/**
 * How firm the tiers of a revealed round are. Lets others in every few milliseconds and tells how far it is.
 * @throws Refusal as the contract says; CANCELLED when the caller has gone
 */
export async function* firmnessOf(
  kernel: Kernel,
  { roundId }: { readonly roundId: RoundId },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<{ done: number; of: number }, Firmness> {
  revealedRound(kernel, roundId)
  // all that is read is read now: the file may be another one after a pause
  const read = readPoll(kernel.db, roundId)
  const round = polledRound(read)
  const decided = decidedOf(kernel, read)
  const of = round.poll.accounts
  const draws = drawEvaluators(round.poll, SEED)
  const fragility = emptyFragility(of)
  const odds = draws ? emptyOdds(of) : null
  let [step, done] = [16, 0]
  while (done < of) {
    const to = Math.min(of, done + step)
    const started = performance.now()
    fragilityOf(round, decided, done, to, fragility)
    if (draws && odds) tierOdds(round, draws, done, to, odds)
    const spent = Math.max(0.1, performance.now() - started)
    step = Math.max(1, Math.round(((to - done) * STRETCH) / spent))
    done = to
    yield { done, of }
    await setImmediate()
    if (signal?.aborted) throw new Refusal('CANCELLED')
  }
  return { ...columnsOf(read, round, fragility), odds: odds && perThousand(odds), draws: draws?.count ?? 0 }
}

const polledRound = ({ data, poll }: ReadRound): PolledRound => ({
  poll,
  pooling: data.round.rules,
  weights: data.indicators.map(({ weight }) => weight),
  borders: data.round.borders,
})

/** 1 where the tier is not one of the score: an exception, or carried over for want of ballots. */
function decidedOf(kernel: Kernel, { data, overdue }: ReadRound): Uint8Array {
  const decisions = readDecisions(kernel.db, data.round.id)
  const decided = Uint8Array.from(data.accounts.ids, (id) =>
    decisions.get(id)?.kind === 'exception' ? 1 : 0,
  )
  for (const account of overdue) decided[account] = 1
  return decided
}

function columnsOf(
  { data, counted }: ReadRound,
  round: PolledRound,
  fragility: Fragility,
): Omit<Firmness, 'odds' | 'draws'> {
  const { mark, evaluator, weight } = fragility
  return {
    accountIds: data.accounts.ids,
    evaluators: counted.map(({ memberId, name }) => ({ memberId, name })),
    order: Array.from(fragilityOrder(fragility)),
    scores: Array.from(fragility.scores),
    standings: Array.from(fragility.standings),
    distances: Array.from(fragility.distances),
    decided: Array.from(fragility.decided),
    mark: {
      grades: Array.from(mark.grades),
      indicators: Array.from(mark.indicators),
      evaluators: Array.from(mark.evaluators),
      from: Array.from(mark.from),
      to: Array.from(mark.to),
      scores: Array.from(mark.scores),
    },
    movers: moverColumns(round, fragility),
    needed: Array.from(evaluator.needed),
    weight: {
      shifts: Array.from(weight.shifts),
      indicators: Array.from(weight.indicators),
      from: Array.from(weight.from),
      to: Array.from(weight.to),
      scores: Array.from(weight.scores),
    },
  }
}

function moverColumns(round: PolledRound, { accounts, evaluator }: Fragility): Firmness['movers'] {
  const columns: Firmness['movers'] = { starts: [0], evaluators: [], scores: [] }
  for (let account = 0; account < accounts; account += 1) {
    // most accounts have none, which is known already
    const movers = evaluator.counts[account] === 0 ? [] : moversOf(round, account)
    for (const mover of movers) {
      columns.evaluators.push(mover.evaluator)
      columns.scores.push(mover.score)
    }
    columns.starts.push(columns.evaluators.length)
  }
  return columns
}

const perThousand = (odds: Float64Array): number[] => Array.from(odds, (share) => Math.round(share * 1_000))
