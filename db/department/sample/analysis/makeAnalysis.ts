import { COSTS, VALUES } from '../../../accounts/analysis/rules/kinds.ts'
import type { Calendar } from '../calendar.ts'
import type { SampleFirm } from '../firms.ts'
import { type Chance, chanceOf } from '../random.ts'
import type { SampleAnalysis, SampleStickiness, SampleSwot, SampleValue } from './shapes.ts'
import { STORY_ANALYSIS } from './story.ts'
import { makeWallet } from './wallet.ts'
import { EVIDENCE, POINTS } from './words.ts'

/** The story's analyses, with made-up ones of the key and main accounts that it doesn't tell of. */
export function makeAnalysis(firms: readonly SampleFirm[], calendar: Calendar): SampleAnalysis {
  const large = firms.filter(({ size }) => size === 'key' || size === 'main')
  const without = (told: readonly { readonly account: string }[]) =>
    large.filter(({ name }) => !told.some(({ account }) => account === name))
  const { swot, stickiness, values } = STORY_ANALYSIS
  return {
    ...STORY_ANALYSIS,
    wallet: makeWallet(firms, calendar),
    swot: [...swot, ...without(swot).flatMap(firmSwot)],
    stickiness: [...stickiness, ...without(stickiness).flatMap(firmStickiness)],
    values: [...values, ...without(values).flatMap(firmValues)],
  }
}

function firmSwot(firm: SampleFirm): SampleSwot[] {
  const chance = chanceOf(`swot of ${firm.name}`)
  return (['strength', 'weakness', 'opportunity', 'threat'] as const).map((quadrant) => ({
    account: firm.name,
    quadrant,
    text: filled(chance.pick(POINTS[quadrant]), firm, chance),
    ago: chance.between(20, 300),
    by: firm.owner,
  }))
}

const filled = (text: string, { trade, share }: SampleFirm, chance: Chance): string =>
  text
    .replace('{品}', chance.pick(trade.buys))
    .replace('{货}', chance.pick(trade.goods))
    .replace('{线}', trade.line)
    .replace('{份额}', `${share}%`)

function firmStickiness(firm: SampleFirm): SampleStickiness[] {
  const chance = chanceOf(`stickiness of ${firm.name}`)
  return (['perception', 'success', 'strategy'] as const).map((layer, depth) => {
    const grade = Math.min(5, Math.max(1, Math.round(firm.share / 16) - depth + chance.between(0, 1)))
    return {
      account: firm.name,
      layer,
      grade,
      evidence: filled(chance.pick(EVIDENCE[layer]), firm, chance),
      ago: chance.between(20, 260),
      by: firm.owner,
    }
  })
}

/** Value follows the share of wallet; costs run against it. */
function firmValues(firm: SampleFirm): SampleValue[] {
  const chance = chanceOf(`value of ${firm.name}`)
  const warmth = Math.round(firm.share / 10)
  const ago = chance.between(30, 420)
  const judged = (item: SampleValue['item'], middle: number): SampleValue => ({
    account: firm.name,
    item,
    grade: Math.min(10, Math.max(1, middle + chance.between(-1, 1))),
    note: '',
    ago,
    by: firm.owner,
  })
  return [
    ...VALUES.map((item) => judged(item, warmth + 1)),
    ...COSTS.map((item) => judged(item, 10 - warmth)),
  ]
}
