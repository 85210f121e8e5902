/** A promise that the story tells by hand; `what` holds the calendar's slots. */
export interface StoryPromise {
  readonly account: string
  readonly member: string
  readonly person: string | null
  readonly what: string
  /** days before today on which it was made; of the entry where it names one */
  readonly madeAgo: number
  /** days from today */
  readonly dueIn: number
  /** the key of the entry that holds it; null where it was made elsewhere */
  readonly entry: string | null
}

/** The open promises of the pictures. */
export const STORY_PROMISES: readonly StoryPromise[] = [
  ours('恒岳家居集团', '林晓舟', '吴思齐', '样板房专色打样送展厅', 33, 1, '恒岳样板房'),
  ours('恒岳家居集团', '赵敏', '唐海平', 'UV 面漆 {date 11} 前到厂', 2, 11, null),
  ours('恒岳家居集团', '马骁', '唐海平', '驻线两天技术支持', 3, 14, '恒岳新线'),
  ours('恒岳家居集团', '何敬之', '吴思齐', '三块水性高光色板', 12, 0, '恒岳色板'),
  ours('南浔木业', '沈知远', '陆芳', '出具 UV 面漆发白的检测报告', 5, -2, '南浔报告'),
  ours('苏州新垲整木', '陈立川', '何颖', '固化剂小包装试产，首批 200 件', 10, 3, '新垲小包装'),
  ours('临沂鲁南板材', '许若岚', null, '答复专车直送能否覆盖分厂', 7, 6, '鲁南专车'),
  ours('徽杭装饰工程', '秦素', null, '核定信用额度 120 万元', 4, 2, '徽杭账期'),
  ours('川渝宏泰建材', '周启明', '蒋宏', '把年度座谈提纲发给蒋总', 11, 9, '宏泰座谈'),
  ours('湖州南太湖竹业', '周启明', '钱学军', '水性竹家具漆样板两款', 22, 4, '竹业线索'),
]

function ours(
  account: string,
  member: string,
  person: string | null,
  what: string,
  madeAgo: number,
  dueIn: number,
  entry: string | null,
): StoryPromise {
  return { account, member, person, what, madeAgo, dueIn, entry }
}

/** Why promises were broken, as noted when they were settled. */
export const BROKEN_BECAUSE = [
  '树脂到货晚，拖了两天',
  '车坏在路上，隔天才到',
  '实验室排满，报告晚了三天',
  '忘了回话，被客户问起',
  '配色返工一次，超了期限',
  '出差交接漏了这一条',
] as const

/** How customers released us. */
export const RELEASED_BECAUSE = [
  '客户改了款，来电说不用做了',
  '客户改用现货，微信说不必再送',
  '对方停线检修，当面说等开工再议',
] as const

/** What customers promised us. */
export const THEIR_VOWS = [
  '月底前付清到期货款',
  '把下季用量计划发来',
  '安排新品试线一天',
  '合同盖章寄回',
  '提供检测用的工件',
  '引荐分厂的生产负责人',
] as const
