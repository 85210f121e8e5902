import type { Force, LossCause } from '../../../recovery/rules/words.ts'
import type {
  Defection,
  GuideQuestion,
  OutcomeMonths,
  WinBackDecision,
  WinBackOutcome,
} from '../../../recovery/winBack/rules/words.ts'

/** A lost account of the sample; days before today, money in 万元. */
export interface SampleLost {
  readonly code: string
  readonly account: string
  readonly lostAgo: number
  readonly owner: string
  /** the case that led to it */
  readonly from: string | null
  readonly interview: {
    readonly defection: Defection
    readonly lossCause: LossCause
    readonly force: Force
    readonly why: string
    readonly ago: number
    readonly answers: Readonly<Partial<Record<GuideQuestion, string>>>
  }
  readonly worth: {
    readonly yearly: number
    readonly share: number
    readonly years: number
    readonly chance: number
    readonly cost: number
  }
  readonly decision: {
    readonly decision: WinBackDecision
    readonly reason: string
    readonly by: string
    readonly ago: number
  }
  /** what was done, so many days ago */
  readonly steps: readonly (readonly [what: string, owner: string, doneAgo: number])[]
  readonly outcomes: readonly (readonly [
    months: OutcomeMonths,
    outcome: WinBackOutcome,
    note: string,
    ago: number,
  ])[]
}

/** One that was won back, one that deliberately is not, and one let go with courtesy. */
export const SAMPLE_LOST: readonly SampleLost[] = [
  {
    ...{ code: 'W-0001', account: '武汉楚江门窗', lostAgo: 520, owner: '方佩', from: null },
    interview: {
      ...{ defection: 'pushedByMistake', lossCause: 'brokenFaith', force: 'ours', ago: 500 },
      why: '两次旺季断货，答应的备货没有做到',
      answers: {
        lastStraw: '第二次断货那天，我们给业主赔了违约金。',
        unheard: '说过三次，每次都说下周一定到。',
        wouldReturn: '把备货写进合同，断货按天赔。',
      },
    },
    worth: { yearly: 120, share: 70, years: 3, chance: 40, cost: 18 },
    decision: {
      ...{ decision: 'try', by: '沈知远', ago: 480 },
      reason: '是我们失信在先；断货的根因已经改，值得上门道歉再谈。',
    },
    steps: [
      ['上门道歉，带去旺季备货办法', '沈知远', 470],
      ['签下备货条款，断货按天赔', '方佩', 430],
      ['第一张单盯到送达', '方佩', 410],
    ],
    outcomes: [
      [6, 'back', '连续五个月下单，份额回到六成', 300],
      [12, 'back', '全年下单不断，没有再断货', 112],
    ],
  },
  {
    ...{ code: 'W-0002', account: '唐山曹妃甸钢构', lostAgo: 172, owner: '方佩', from: 'C-0034' },
    interview: {
      ...{ defection: 'bought', lossCause: 'strategyChanged', force: 'customer', ago: 150 },
      why: '改用自己调的漆，便宜三成；欠款只肯分期',
      answers: {
        rivalGave: '自己调，料钱便宜三成。',
        wouldReturn: '账期九十天，再降两成。',
      },
    },
    worth: { yearly: 4, share: 50, years: 2, chance: 20, cost: 15 },
    decision: {
      ...{ decision: 'leave', by: '沈知远', ago: 118 },
      reason: '要垫账期、还要贴运费，一年利润补不回来；信用差，只催欠款，不再报价。',
    },
    steps: [],
    outcomes: [],
  },
  {
    ...{ code: 'W-0003', account: '镇江丹阳灯具', lostAgo: 70, owner: '陈立川', from: null },
    interview: {
      ...{ defection: 'pushedOnPurpose', lossCause: 'smallSlighted', force: 'ours', ago: 64 },
      why: '单小、急货多、要免费送货，我们照顾不周',
      answers: { whoTalks: '老板娘愿意继续介绍同行。' },
    },
    worth: { yearly: 0, share: 50, years: 1, chance: 50, cost: 2 },
    decision: {
      ...{ decision: 'courtesy', by: '沈知远', ago: 60 },
      reason: '级别退出：服务成本高于利润，本地经销商照顾得更好。',
    },
    steps: [
      ['上门说明，介绍给丹阳本地经销商', '陈立川', 57],
      ['配方卡移交，尾款分三期', '陈立川', 50],
      ['写感谢信，留一个联系人', '陈立川', 44],
    ],
    outcomes: [],
  },
]

/** What the department may offer beyond what is owed, with its usual cost in 万元. */
export const SAMPLE_OFFERS = [
  ['专人驻厂两天', 'service', 0.6],
  ['下一批优先排产', 'extra', 0],
  ['高层登门致歉', 'extra', 0.3],
  ['临近保质期的货免费换新', 'extra', 1.2],
  ['免三个月运费', 'compensation', 2.4],
] as const

/** Up to how much a role may approve for one case, 万元. */
export const SAMPLE_LIMITS = [
  ['客户经理', 2],
  ['大客户部负责人', 20],
  ['副总经理', 100],
  ['总经理', 1000],
] as const
