import type { MysteryWay } from '../../../channel/mystery/rules/words.ts'

/** The sample's sheet for showrooms and hotlines (C6): 100 points. */
export const SAMPLE_SHEET: { readonly name: string; readonly items: readonly (readonly [string, number])[] } =
  {
    name: '展厅与热线暗访表',
    items: [
      ['进门一分钟内有人招呼（三声内接电话）', 15],
      ['问清用途再推荐', 20],
      ['样板齐全、标签清楚', 15],
      ['说得清环保与检测报告', 20],
      ['报价当场给出，说明有效期', 15],
      ['留下联系方式并在两天内回访', 15],
    ],
  }

/** A visit of the sample: points in the order of the items, null where one was not marked. */
export interface SampleVisit {
  readonly place: string
  readonly account: string | null
  readonly way: MysteryWay
  readonly ago: number
  readonly visitor: string
  readonly points: readonly (number | null)[]
  readonly finding: string
}

export const SAMPLE_VISITS: readonly SampleVisit[] = [
  {
    place: '杭州展厅',
    account: null,
    way: 'visit',
    ago: 185,
    visitor: '方佩',
    points: [14, 17, 13, 16, 13, 10],
    finding: '没人问用途，直接报价',
  },
  {
    place: '杭州展厅',
    account: null,
    way: 'visit',
    ago: 96,
    visitor: '许若岚',
    points: [14, 18, 14, 16, 13, 10],
    finding: '回访晚了一天',
  },
  {
    place: '杭州展厅',
    account: null,
    way: 'visit',
    ago: 12,
    visitor: '方佩',
    points: [15, 18, 14, 17, 13, 11],
    finding: '接待热情，检测报告在手边',
  },
  {
    place: '400 热线',
    account: null,
    way: 'phone',
    ago: 61,
    visitor: '沈知远',
    points: [12, 16, null, 15, 12, 9],
    finding: '响了五声才接',
  },
  {
    place: '400 热线',
    account: null,
    way: 'phone',
    ago: 20,
    visitor: '沈知远',
    points: [13, 16, null, 14, 12, 8],
    finding: '说回电，第三天才回',
  },
  {
    place: '武汉门窗服务点',
    account: '武汉楚江门窗',
    way: 'visit',
    ago: 34,
    visitor: '方佩',
    points: [12, 15, 12, 14, 12, 12],
    finding: '样板旧了两款',
  },
]
