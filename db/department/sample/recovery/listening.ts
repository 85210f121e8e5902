import type { IdeaEventKind } from '../../../recovery/ideas/rules/ideas.ts'

/** An idea of the sample; days before today, or (due) from today. */
export interface SampleIdea {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly from: string | null
  readonly product: string | null
  readonly owner: string
  readonly dueIn: number | null
  /** worth to the customers and effort for us, 1–5 each; null before it was weighed */
  readonly weight: readonly [value: number, effort: number, note: string] | null
  readonly askers: readonly (readonly [account: string, askedAgo: number, toldAgo: number | null])[]
  readonly happened: readonly (readonly [event: IdeaEventKind, ago: number, note: string])[]
}

/** Ideas that came from complaints, and from customers who only asked (C9). */
export const SAMPLE_IDEAS: readonly SampleIdea[] = [
  {
    ...{ code: 'I-0001', title: '固化剂改小包装，一班用完一桶', from: 'C-0021', product: '固化剂' },
    ...{ detail: '结块多是开桶没用完。5 公斤一桶，一班正好。', owner: '马骁', dueIn: -160 },
    weight: [5, 2, '换罐装线的模具即可'],
    askers: [
      ['苏州新垲整木', 330, 140],
      ['青岛海润船舶涂装', 210, 138],
    ],
    happened: [
      ['weigh', 320, ''],
      ['accept', 315, ''],
      ['start', 300, ''],
      ['deliver', 150, '两条线都能灌小桶'],
      ['tell', 138, ''],
    ],
  },
  {
    ...{ code: 'I-0002', title: '供应商变更品质会签', from: 'C-0037', product: 'UV 面漆' },
    ...{ detail: '变更单没有品质签字，系统里下不了投料单。', owner: '唐棣', dueIn: 21 },
    weight: [5, 3, '改流程和系统各一处'],
    askers: [['南浔木业', 4, null]],
    happened: [
      ['weigh', 4, ''],
      ['accept', 3, ''],
      ['start', 2, ''],
    ],
  },
  {
    ...{ code: 'I-0003', title: '在途位置每天两次发给客户', from: 'C-0035', product: null },
    ...{ detail: '北方线路货代换人以后没有人说货在哪里。', owner: '赵敏', dueIn: 14 },
    weight: [4, 2, '先发短信，再做自动'],
    askers: [['沈阳北辰幕墙', 9, null]],
    happened: [['weigh', 6, '']],
  },
  {
    ...{ code: 'I-0004', title: '为木门厂单独做一款快干底漆', from: null, product: '水性木器漆' },
    ...{ detail: '西安来访时提的，不是投诉。', owner: '马骁', dueIn: null },
    weight: [2, 5, '只有一家要，要重开配方'],
    askers: [['西安秦岭木门', 75, 50]],
    happened: [
      ['weigh', 66, ''],
      ['refuse', 60, '量不够，先用现有快干款顶上'],
    ],
  },
]

/** How accounts answered two surveys: likely to recommend us, 0–10; the newer one after three months of slipping. */
export const SAMPLE_SURVEYS: readonly {
  readonly name: string
  readonly openedAgo: number
  readonly closedAgo: number | null
  readonly answers: readonly (readonly [account: string, score: number, ago: number, words: string])[]
}[] = [
  {
    ...{ name: '{year 0} 年上半年满意度', openedAgo: 190, closedAgo: 170 },
    answers: [
      ['恒岳家居集团', 9, 188, '送货准，色板快'],
      ['佛山美颂家具', 9, 186, ''],
      ['南浔木业', 9, 185, 'UV 面漆最稳'],
      ['青岛海润船舶涂装', 8, 185, ''],
      ['苏州新垲整木', 10, 184, '小包装的事当真办了'],
      ['川渝宏泰建材', 8, 183, ''],
      ['临沂鲁南板材', 7, 182, '价格再看看'],
      ['沈阳北辰幕墙', 7, 180, '路远，货慢'],
      ['武汉楚江门窗', 9, 178, ''],
      ['郑州中原涂料商行', 10, 176, '一直带着我们走'],
    ],
  },
  {
    ...{ name: '{year 0} 年下半年满意度', openedAgo: 12, closedAgo: null },
    answers: [
      ['恒岳家居集团', 10, 11, '新色打样一次过'],
      ['佛山美颂家具', 7, 10, '一个月没人来'],
      ['南浔木业', 4, 9, '停线的事还没有说法'],
      ['青岛海润船舶涂装', 8, 9, ''],
      ['苏州新垲整木', 9, 8, ''],
      ['川渝宏泰建材', 9, 7, ''],
      ['临沂鲁南板材', 8, 6, ''],
      ['沈阳北辰幕墙', 5, 5, '货晚到没有人告诉我'],
    ],
  },
]
