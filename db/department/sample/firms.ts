import { SAMPLE_ACCOUNTS } from './accounts.ts'
import type { Calendar } from './calendar.ts'
import { SAMPLE_PORTRAITS } from './portraits.ts'
import { chanceOf } from './random.ts'
import { TRADES, type Trade } from './trades.ts'

/** An account of the sample as its people, entries and promises are made of it. */
export interface SampleFirm {
  readonly name: string
  readonly owner: string
  readonly industry: string
  readonly region: string
  readonly trade: Trade
  /** about its tier: how much is known of it and how often we talk */
  readonly size: 'key' | 'main' | 'ordinary' | 'small'
  /** 万元 a year */
  readonly volume: number
  /** percent of their purchases */
  readonly share: number
  /** days overdue */
  readonly overdue: number
  /** percent */
  readonly growth: number
  readonly profit: number
  /** years of cooperation */
  readonly years: number
  /** YYYY or YYYY-MM */
  readonly cooperationSince: string
  /** year */
  readonly founded: number
}

/** The firms of the sample, largest stories first, as they are on the calendar's day. */
export function sampleFirms(calendar: Calendar): readonly SampleFirm[] {
  const portraits = new Map(SAMPLE_PORTRAITS.map((portrait) => [portrait[0], portrait]))
  return SAMPLE_ACCOUNTS.map(([name, owner, years, volume, profit, overdue, growth, share]) => {
    const [, , , industry = '', region = ''] = portraits.get(name) ?? []
    const trade = TRADES[industry]
    if (trade === undefined) throw new Error(`the sample knows no trade ${industry}`)
    const figures = { years, volume, profit, overdue, growth, share }
    return {
      name,
      owner,
      industry,
      region,
      trade,
      size: sizeOf(name, volume),
      ...figures,
      // who came this year came in its course: nobody has been here a year yet
      cooperationSince: years > 0 ? String(calendar.year - years) : calendar.day(-NEW_FOR).slice(0, 7),
      founded: FOUNDED[name] ?? calendar.year - years - chanceOf(`founding of ${name}`).between(4, 18),
    }
  })
}

const NEW_FOR = 160
const FOUNDED: Readonly<Record<string, number>> = { 恒岳家居集团: 1996, 南浔木业: 1998, 佛山美颂家具: 2001 }

function sizeOf(name: string, volume: number): SampleFirm['size'] {
  if (volume >= 1_500) return 'key'
  if (volume >= 640) return 'main'
  return volume >= 200 || name === '湖州南太湖竹业' ? 'ordinary' : 'small'
}
