import type { Calendar } from '../calendar.ts'
import { SAMPLE_COMPETITORS } from '../competitors.ts'
import type { SampleFirm } from '../firms.ts'
import { chanceOf } from '../random.ts'
import { SAMPLE_PRODUCTS } from '../trades.ts'
import type { SampleWallet } from './shapes.ts'

const [DENUO, HUAKAI, YUANLIAN] = SAMPLE_COMPETITORS

/**
 * 恒岳's purchases in 万元: 6,842 from us, 4,193 elsewhere, so 62%. Nobody asked about the year before the last two:
 * the four-year trend has a hole.
 */
const HENGYUE: readonly (readonly [
  product: string,
  competitor: string | null,
  thisYear: number,
  last: number,
  before: number,
])[] = [
  ['水性木器漆', null, 2610, 2205, 1890],
  ['UV 面漆', null, 2204, 1954, 1720],
  ['工业胶粘剂', null, 1286, 1163, 1080],
  ['固化剂', null, 742, 680, 615],
  ['水性木器漆', DENUO, 1020, 1130, 1210],
  ['UV 面漆', HUAKAI, 1246, 1310, 1295],
  ['工业胶粘剂', YUANLIAN, 1064, 1090, 1120],
  ['固化剂', YUANLIAN, 483, 520, 540],
  ['建筑密封胶', YUANLIAN, 380, 355, 330],
]

/** How many years of purchases are known, by size. */
const YEARS = { key: 4, main: 2, ordinary: 1, small: 1 } as const

/** What every account buys of whom, by product and year; our part and theirs make the share of wallet (B6). */
export const makeWallet = (firms: readonly SampleFirm[], calendar: Calendar): SampleWallet[] =>
  firms.flatMap((firm) => (firm.name === '恒岳家居集团' ? hengyue(calendar) : firmWallet(firm, calendar)))

const hengyue = ({ year }: Calendar): SampleWallet[] =>
  HENGYUE.flatMap(([product, competitor, ...amounts]) =>
    amounts.map((amount, back) => ({
      account: '恒岳家居集团',
      product,
      competitor,
      year: year - back,
      amount,
    })),
  )

function firmWallet(firm: SampleFirm, { year }: Calendar): SampleWallet[] {
  const chance = chanceOf(`wallet of ${firm.name}`)
  const weights = firm.trade.buys.map(() => chance.between(2, 6))
  const missing = SAMPLE_PRODUCTS.filter((product) => !firm.trade.buys.some((bought) => bought === product))
  // what they buy elsewhere only: the white space
  const never = missing.length > 0 ? chance.pick(missing) : firm.trade.buys[0]
  const rivals = firm.trade.buys.map(() => chance.pick(SAMPLE_COMPETITORS))
  const wallet: SampleWallet[] = []
  let ours = firm.volume
  for (let back = 0; back < Math.min(YEARS[firm.size], firm.years); back += 1) {
    const theirs = Math.round((ours * (100 - firm.share)) / firm.share)
    const inNever = Math.round(theirs * 0.2)
    const add = (product: string, competitor: string | null, amount: number) =>
      wallet.push({ account: firm.name, product, competitor, year: year - back, amount })
    for (const [at, amount] of split(ours, weights).entries()) add(firm.trade.buys[at] ?? never, null, amount)
    for (const [at, amount] of split(theirs - inNever, [...weights].reverse()).entries())
      add(firm.trade.buys[at] ?? never, rivals[at] ?? DENUO, amount)
    add(never, YUANLIAN, inNever)
    ours =
      back === 0
        ? Math.round(ours / (1 + firm.growth / 100))
        : earlier(firm.name, ours, chance.between(3, 12))
  }
  return wallet
}

/** The dealer that grew up once supported was small three years ago: 310, 560, 909, 1,045. */
const earlier = (name: string, ours: number, percent: number): number =>
  name === '郑州中原涂料商行' ? Math.round(ours * 0.6) : Math.round((ours * 100) / (100 + percent))

/** A sum in parts by weight that add up to it. */
function split(sum: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((one, other) => one + other, 0)
  const parts = weights.map((weight) => Math.floor((sum * weight) / whole))
  const rest = sum - parts.reduce((one, other) => one + other, 0)
  return parts.map((part, at) => (at === 0 ? part + rest : part))
}
