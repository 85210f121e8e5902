import type { Answer } from '../../../channel/club/rules/seats.ts'
import type { EventKind } from '../../../channel/club/rules/words.ts'

/** The levels of the sample's club (B4.4), the highest first. */
export const SAMPLE_LEVELS: readonly { readonly name: string; readonly benefits: readonly string[] }[] = [
  { name: '金卡会员', benefits: ['年度颁奖坐主桌', '技术总监驻线每年两次', '紧急订单先排'] },
  { name: '银卡会员', benefits: ['销售大会两个名额', '新品先试'] },
]

/** Who is a member at which level, since so many days, and for how many more; null without end. */
export const SAMPLE_MEMBERSHIPS: readonly (readonly [
  account: string,
  level: string,
  ago: number,
  left: number | null,
])[] = [
  ['恒岳家居集团', '金卡会员', 690, null],
  ['苏州新垲整木', '金卡会员', 690, 40],
  ['青岛海润船舶涂装', '金卡会员', 325, 405],
  ['佛山美颂家具', '金卡会员', 325, 405],
  ['南浔木业', '金卡会员', 325, 37],
  ['川渝宏泰建材', '银卡会员', 325, 405],
  ['东莞利昌五金', '银卡会员', 325, 405],
  ['临沂鲁南板材', '银卡会员', 325, 405],
  ['沈阳北辰幕墙', '银卡会员', 690, -30],
]

/** An account's invitation: sent so many days ago, answered for so many people; `came` once it was counted. */
export interface SampleInvitation {
  readonly account: string
  readonly person: string | null
  readonly sentAgo: number | null
  readonly answer: Answer | null
  readonly seats: number
  readonly came: number | null
}

/** An event of the sample, so many days from today. */
export interface SampleEvent {
  readonly name: string
  readonly kind: EventKind
  readonly in: number
  readonly time: string
  readonly place: string
  readonly seats: number | null
  readonly owner: string
  readonly invitations: readonly SampleInvitation[]
}

const invited = (
  account: string,
  answer: Answer | null,
  seats = 0,
  came: number | null = null,
  person: string | null = null,
): SampleInvitation => ({ account, person, sentAgo: 9, answer, seats, came })

/** The story's events: the round table of October is over, the awards are over-booked. */
export const SAMPLE_EVENTS: readonly SampleEvent[] = [
  {
    name: '年度客户颁奖',
    kind: 'awards',
    in: 24,
    time: '14:00',
    place: '澄江宾馆三楼',
    seats: 8,
    owner: '沈知远',
    invitations: [
      invited('恒岳家居集团', 'yes', 4, null, '吴国梁'),
      invited('苏州新垲整木', 'yes', 2),
      invited('青岛海润船舶涂装', 'yes', 2),
      invited('川渝宏泰建材', 'yes', 2, null, '蒋宏'),
      invited('佛山美颂家具', 'open'),
      invited('东莞利昌五金', 'no'),
      invited('南浔木业', null),
      { ...invited('临沂鲁南板材', null), sentAgo: null },
    ],
  },
  {
    name: '高层座谈会：明年怎么一起做',
    kind: 'roundTable',
    in: -38,
    time: '09:30',
    place: '杭州',
    seats: 20,
    owner: '沈知远',
    invitations: [
      { ...invited('恒岳家居集团', 'yes', 2, 2, '吴思齐'), sentAgo: 60 },
      { ...invited('苏州新垲整木', 'yes', 1, 1), sentAgo: 60 },
      { ...invited('南浔木业', 'yes', 2, 0), sentAgo: 60 },
      { ...invited('川渝宏泰建材', 'no'), sentAgo: 60 },
    ],
  },
]
