import type { RequestKind } from '../../../channel/requests/rules/words.ts'
import type { Post } from '../shapes.ts'

/** How requests of a kind come up: who asks, who of ours answers (null: the account's owner), and for what. */
export interface KindWords {
  readonly post: Post
  readonly owner: string | null
  /** `{good}` is something that the account buys of us */
  readonly titles: readonly string[]
  readonly solved: readonly string[]
}

/** By kind; the more titles, the more often it comes up. */
export const KIND_WORDS: Readonly<Partial<Record<RequestKind, KindWords>>> = {
  dispatch: {
    post: 'making',
    owner: '赵敏',
    titles: [
      '加急 20 桶{good}',
      '{good}提前三天发',
      '{good}分两车送',
      '夜班前送到 8 桶{good}',
      '{good}改送分厂',
    ],
    solved: ['已装车，司机电话已发', '按新日期发出，签收无误'],
  },
  quality: {
    post: 'quality',
    owner: '唐棣',
    titles: ['{good}一批偏稠，要求复检', '{good}色差，要求比对留样', '{good}桶盖渗漏两桶'],
    solved: ['复检合格，报告已发', '换货已签收，原因写进报告'],
  },
  documents: {
    post: 'buying',
    owner: null,
    titles: ['{good}检测报告', '{good}安全技术说明书', '营业执照与授权书', '{good}环保认证更新件'],
    solved: ['盖章件已寄出', '电子版已发，原件同寄'],
  },
  technical: {
    post: 'making',
    owner: '马骁',
    titles: ['{good}冬季施工参数', '{good}上线前技术交底', '{good}与新基材的附着力'],
    solved: ['现场指导完成，参数已确认', '参数表已发，试喷合格'],
  },
  custom: {
    post: 'making',
    owner: '马骁',
    titles: ['{good}改小包装', '{good}调快表干'],
    solved: ['试样通过，按新规格供货'],
  },
  samples: {
    post: 'making',
    owner: null,
    titles: ['{good}样品两组', '{good}专色打样', '{good}样卡一套'],
    solved: ['样品已签收', '色板确认，可下单'],
  },
  statement: {
    post: 'money',
    owner: '秦素',
    titles: ['上月对账差异', '换货单冲销', '补寄发票'],
    solved: ['差异已冲销，对账单已回签', '发票已寄到'],
  },
  terms: {
    post: 'money',
    owner: '秦素',
    titles: ['账期延长申请', '季度返利核算'],
    solved: ['已批复，合同附件已发', '核算完毕，客户认可'],
  },
  returns: {
    post: 'buying',
    owner: null,
    titles: ['退回近效期{good}', '{good}规格送错，要求换货'],
    solved: ['换货已到，旧货带回'],
  },
  marketing: {
    post: 'boss',
    owner: '罗雁',
    titles: ['门店陈列物料', '展会物料'],
    solved: ['物料已到店'],
  },
  complaint: {
    post: 'buying',
    owner: null,
    titles: ['送货晚到，要求说明', '电话没人接'],
    solved: ['书面说明已送，客户接受'],
  },
}

/** What the customer heard of it on the way. */
export const REQUEST_NEWS = {
  first: ['已回电，说明下一步', '已回电，当天安排', '已回微信，报预计时间'],
  update: ['已告知进度', '排期已定，已告知', '样品在途，已告知', '等批复，已告知'],
  waits: ['等客户确认数量', '等客户回传盖章件', '等客户定时间'],
  confirmed: ['客户来电确认', '客户微信确认', '客户签收确认'],
  reopened: ['客户说问题又出现', '客户复核后有异议'],
  cancelled: ['客户来电说不用了', '客户改了方案，请求取消'],
  unconfirmed: '三次联系未回，按已解决关闭',
} as const
