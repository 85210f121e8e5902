import type { ResponseTimes } from '../../../channel/policies/rules/terms.ts'
import type { RequestEventKind } from '../../../channel/requests/rules/states.ts'
import {
  type Priority,
  REQUEST_KINDS,
  REQUEST_WAYS,
  type RequestKind,
} from '../../../channel/requests/rules/words.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { SampleFirm } from '../firms.ts'
import { type Chance, chanceOf } from '../random.ts'
import type { Post } from '../shapes.ts'
import { SAMPLE_USER } from '../story.ts'
import type { SampleHappening, SampleRequest } from './shapes.ts'
import { KIND_WORDS, type KindWords, REQUEST_NEWS } from './words.ts'

const COUNT = 60
/** The code of the newest of them. */
const LAST_CODE = 396
/** Working minutes of a day by the built-in calendar. */
const DAY = 450
/** Working days over which they ended: about six months. */
const SPAN_DAYS = 126

/** An account that may have asked, with what its tier is promised. */
export interface AskingFirm {
  readonly firm: SampleFirm
  readonly tier: Tier
  readonly responses: Readonly<Record<Priority, ResponseTimes>>
  /** somebody of a post there; null where nobody is known */
  readonly personOf: (post: Post) => string | null
}

/** How often accounts of a tier ask: the largest most. */
const ASKS: Readonly<Record<Tier, number>> = { key: 7, main: 4, ordinary: 2, small: 1 }

const KINDS = REQUEST_KINDS.flatMap((kind) => KIND_WORDS[kind]?.titles.map(() => kind) ?? [])

/** The requests that ended in the last six months, oldest first; the same for the same accounts. */
export function endedRequests(firms: readonly AskingFirm[]): readonly SampleRequest[] {
  const chance = chanceOf('requests that ended')
  const asking = firms.flatMap((firm) => Array.from({ length: ASKS[firm.tier] }, () => firm))
  const made = Array.from({ length: COUNT }, (_, at) => {
    const endedAgo = Math.round(((COUNT - at - 0.5) / COUNT) * SPAN_DAYS * DAY) + chance.between(0, DAY)
    return endedRequest(chance.pick(asking), { endedAgo, at }, chance)
  })
  return made
    .sort((one, other) => other.askedAgo - one.askedAgo)
    .map((request, at) => ({ ...request, code: `R-0${LAST_CODE - COUNT + 1 + at}` }))
}

function endedRequest(
  { firm, tier, responses, personOf }: AskingFirm,
  { endedAgo, at }: { readonly endedAgo: number; readonly at: number },
  chance: Chance,
): SampleRequest {
  const kind = chance.pick(KINDS)
  const words = wordsOf(kind)
  const priority = chance.happens(0.15) ? 'urgent' : chance.happens(0.12) ? 'low' : 'normal'
  const steps = courseOf(responses[priority], { words, onTime: onTimeOf(firm.owner, at), at }, chance)
  const lasted = steps.at(-1)?.after ?? 0
  return {
    code: '',
    account: firm.name,
    person: personOf(words.post),
    way: chance.pick(REQUEST_WAYS.slice(0, 4)),
    kind,
    priority,
    title: titled(chance.pick(words.titles), chance.pick(firm.trade.buys)),
    detail: '',
    askedAgo: endedAgo + lasted,
    owner: words.owner ?? firm.owner,
    backup: null,
    sponsor: tier === 'key' ? SAMPLE_USER : null,
    happened: steps.map(
      ({ after, ...step }): SampleHappening => ({
        ...step,
        ago: endedAgo + lasted - after,
      }),
    ),
    parts: [],
  }
}

/** A title with a good of ours in it; Latin letters stand apart from Chinese ones. */
const titled = (title: string, good: string): string =>
  title.replace('{good}', (_, at: number) => (at > 0 && /^[A-Z]/.test(good) ? ` ${good}` : good))

function wordsOf(kind: RequestKind): KindWords {
  const words = KIND_WORDS[kind]
  if (!words) throw new Error(`the sample has no words for ${kind}`)
  return words
}

/** How often a clock is met: 周启明 has too much on his desk, and all of them got better over the months. */
const onTimeOf = (owner: string, at: number): number =>
  (owner === '周启明' ? 0.7 : owner === '方佩' ? 0.98 : 0.9) - (at < COUNT / 2 ? 0.1 : 0)

interface Step {
  readonly kind: RequestEventKind
  /** working minutes after it was asked */
  readonly after: number
  readonly note: string
  readonly waitingFor?: string
}

/** What happened to one of them from its first response to its end. */
function courseOf(
  times: ResponseTimes,
  { words, onTime, at }: { readonly words: KindWords; readonly onTime: number; readonly at: number },
  chance: Chance,
): readonly Step[] {
  const steps: Step[] = []
  let now = 0
  const step = (kind: RequestEventKind, wait: number, note: string): void => {
    now += Math.max(1, Math.round(wait))
    steps.push({ kind, after: now, note })
  }
  /** a share of a span: within it so often, beyond it by a little else */
  const within = (span: number): number =>
    (span * (chance.happens(onTime) ? chance.between(15, 92) : chance.between(108, 190))) / 100
  step('respond', within(times.first ?? 60), chance.pick(REQUEST_NEWS.first))
  step('start', 1, '')
  if (at % 29 === 17) {
    step('cancel', chance.between(60, 240), chance.pick(REQUEST_NEWS.cancelled))
    return steps
  }
  if (chance.happens(0.2)) {
    step('waitCustomer', chance.between(5, 30), chance.pick(REQUEST_NEWS.waits))
    step('resume', chance.between(90, 900), '')
  }
  step('solve', timeToSolve(times, within, step, chance), chance.pick(words.solved))
  if (at % 15 === 7) {
    step('reopen', chance.between(30, 400), chance.pick(REQUEST_NEWS.reopened))
    step('update', within((times.update ?? 240) / 2), chance.pick(REQUEST_NEWS.update))
    step('solve', chance.between(30, 200), chance.pick(words.solved))
  }
  if (chance.happens(0.9)) step('confirm', chance.between(10, 500), chance.pick(REQUEST_NEWS.confirmed))
  step('close', 2, steps.at(-1)?.kind === 'confirm' ? '' : REQUEST_NEWS.unconfirmed)
  return steps
}

/** What is left until the solution after the news that the customer is promised meanwhile. */
function timeToSolve(
  times: ResponseTimes,
  within: (span: number) => number,
  step: (kind: RequestEventKind, wait: number, note: string) => void,
  chance: Chance,
): number {
  let left = within((times.solution ?? DAY) * 0.9)
  const news = times.update ?? Number.POSITIVE_INFINITY
  while (left > news * 0.8) {
    const wait = news * chance.between(45, 80) * 0.01
    step('update', wait, chance.pick(REQUEST_NEWS.update))
    left -= wait
  }
  return left
}
