import type { ResponseTimes } from '../../../channel/policies/rules/terms.ts'
import type { Priority, RequestKind, RequestWay } from '../../../channel/requests/rules/words.ts'
import { SAMPLE_USER } from '../story.ts'
import type { SampleHappening, SampleRequest, SampleRequestPart } from './shapes.ts'

/** An open request as its clocks read when the sample is loaded; all in working minutes. */
export interface OpenRequest {
  readonly code: string
  readonly account: string
  readonly person: string | null
  readonly kind: RequestKind
  readonly title: string
  readonly owner: string
  /** how long the first response took; null while it is owed */
  readonly answered: number | null
  /** what is left until the next news, negative by how much they are late; null where none are promised */
  readonly news: number | null
  /** what is left until the solution */
  readonly solution: number
  /** for how long it has waited for the customer, with what for */
  readonly waits?: { readonly minutes: number; readonly whom: string; readonly note: string }
  readonly way?: RequestWay
  readonly priority?: Priority
  readonly detail?: string
  readonly backup?: string
  readonly sponsor?: string
  /** what the customer was told at first, and last */
  readonly told?: readonly [first: string, last?: string]
  readonly parts?: readonly SampleRequestPart[]
}

/** A request told by its clocks, put into what happened and when. @param times what its account's tier is promised */
export function openRequest(open: OpenRequest, times: ResponseTimes): SampleRequest {
  const { code, account, person, kind, title, owner, answered, waits, told } = open
  const waited = waits?.minutes ?? 0
  const askedAgo = (times.solution ?? 0) - open.solution + waited
  const newsAgo = open.news === null ? null : (times.update ?? 0) - open.news + waited
  const happened: SampleHappening[] = []
  if (answered !== null) {
    const answeredAgo = askedAgo - answered
    const [first = '已回电，说明下一步', last = '已告知进度'] = told ?? []
    happened.push({ kind: 'respond', ago: answeredAgo, note: first })
    happened.push({ kind: 'start', ago: answeredAgo, note: '' })
    if (newsAgo !== null && newsAgo < answeredAgo) happened.push({ kind: 'update', ago: newsAgo, note: last })
  }
  if (waits)
    happened.push({ kind: 'waitCustomer', ago: waits.minutes, note: waits.note, waitingFor: waits.whom })
  return {
    code,
    account,
    person,
    way: open.way ?? 'phone',
    kind,
    priority: open.priority ?? 'normal',
    title,
    detail: open.detail ?? '',
    askedAgo,
    owner,
    backup: open.backup ?? null,
    sponsor: open.sponsor ?? SAMPLE_USER,
    happened,
    parts: open.parts ?? [],
  }
}

/** The open requests of the pictures, as listed there. */
export const OPEN_REQUESTS: readonly OpenRequest[] = [
  {
    code: 'R-0418',
    account: '佛山美颂家具',
    person: '何嘉欣',
    kind: 'dispatch',
    title: '加急 40 桶水性底漆，{weekday 2}上线',
    detail: '何总监来电：新线{weekday 2}上午上线，40 桶水性底漆要在前一天下班前到厂。',
    owner: '周启明',
    answered: null,
    news: 185,
    solution: 425,
  },
  {
    code: 'R-0402',
    account: '南浔木业',
    person: '姚建华',
    kind: 'quality',
    title: 'UV 面漆发白，要求驻厂复测',
    detail: '停线半天的那批面漆又有发白，要求我们派人驻厂，和他们的品质一起复测。',
    owner: '唐棣',
    backup: '马骁',
    // two minutes less than in the picture, where the last news would be older than the answer
    answered: 10,
    news: -70,
    solution: 160,
    told: ['已回电，当天取样送检'],
    parts: [
      { what: '三批留样复测，出检测报告', owner: '唐棣', dueIn: 1, doneAgo: null, note: '' },
      { what: '派人驻厂两天，同线复测', owner: '马骁', dueIn: 2, doneAgo: null, note: '' },
      { what: '先换 12 桶合格批次', owner: '赵敏', dueIn: 0, doneAgo: 0, note: '送货单已签收' },
    ],
  },
  {
    code: 'R-0409',
    account: '青岛海润船舶涂装',
    person: null,
    kind: 'documents',
    title: '船级社证书更新件',
    owner: '方佩',
    priority: 'low',
    way: 'email',
    answered: 8,
    news: 22,
    solution: 312,
    told: ['收到，证书在办', '船级社已受理，等编号'],
  },
  {
    code: 'R-0411',
    account: '苏州新垲整木',
    person: '何颖',
    kind: 'custom',
    title: '固化剂改 5 公斤小包装',
    owner: '马骁',
    answered: 21,
    news: 100,
    solution: 48,
    told: ['已回电，确认桶型与数量', '首批桶已到，正在试灌'],
  },
  {
    code: 'R-0415',
    account: '恒岳家居集团',
    person: '唐海平',
    kind: 'dispatch',
    title: '{dom 1}专车直送展厅',
    owner: '赵敏',
    priority: 'low',
    way: 'wechat',
    answered: 5,
    news: 35,
    solution: 380,
    told: ['收到，约车', '车已约好，等展厅给卸货时间'],
  },
  {
    code: 'R-0413',
    account: '川渝宏泰建材',
    person: '蒋宏',
    kind: 'technical',
    title: '工地技术交底一天',
    owner: '马骁',
    way: 'meeting',
    answered: 17,
    news: 175,
    solution: 270,
  },
  {
    code: 'R-0416',
    account: '临沂鲁南板材',
    person: null,
    kind: 'terms',
    title: '账期由 45 天改 60 天',
    owner: '秦素',
    answered: 26,
    news: 200,
    solution: 408,
    told: ['收到申请，转财务核算', '需要近半年的回款记录，正在调取'],
  },
  {
    code: 'R-0417',
    account: '徽杭装饰工程',
    person: null,
    kind: 'terms',
    title: '账期由 30 天改 45 天',
    owner: '秦素',
    way: 'email',
    // two minutes less than in the picture, where the last news would be older than the answer
    answered: 90,
    news: 310,
    solution: 700,
  },
  {
    code: 'R-0406',
    account: '南浔木业',
    person: '潘玉琴',
    kind: 'statement',
    title: '{month -1}换货单冲销',
    owner: '秦素',
    way: 'email',
    answered: 9,
    news: 75,
    solution: 210,
    waits: { minutes: 190, whom: '潘玉琴', note: '等对方盖章的换货单' },
  },
  {
    code: 'R-0398',
    account: '恒岳家居集团',
    person: '唐海平',
    kind: 'technical',
    title: '新线涂装参数确认',
    owner: '马骁',
    way: 'visit',
    answered: 14,
    news: 140,
    solution: 65,
    waits: { minutes: 540, whom: '唐海平', note: '等新线试喷结果' },
    told: ['已回电，参数表当天发出', '参数表第二版已发'],
  },
  {
    code: 'R-0410',
    account: '武汉楚江门窗',
    person: null,
    kind: 'samples',
    title: '门窗胶样品三组',
    owner: '方佩',
    answered: 104,
    news: 240,
    solution: 555,
    waits: { minutes: 260, whom: '', note: '等客户确认型材颜色' },
  },
  {
    code: 'R-0412',
    account: '长沙湘江集成房屋',
    person: null,
    kind: 'documents',
    title: '投标授权书',
    owner: '林晓舟',
    way: 'email',
    answered: 78,
    news: 365,
    solution: 750,
  },
  {
    code: 'R-0414',
    account: '厦门鹭岛家居',
    person: '胡越',
    kind: 'samples',
    title: '专色 RAL 7036 打样',
    owner: '马骁',
    way: 'wechat',
    answered: 55,
    news: 400,
    solution: 790,
  },
  {
    code: 'R-0419',
    account: '沈阳北辰幕墙',
    person: '关铁军',
    kind: 'complaint',
    title: '交期投诉，要求书面说明',
    owner: '方佩',
    answered: null,
    news: 430,
    solution: 910,
  },
  {
    code: 'R-0420',
    account: '宁波甬东五金机电',
    person: null,
    kind: 'statement',
    title: '补寄 {month -2}发票',
    owner: '林晓舟',
    way: 'wechat',
    answered: null,
    news: 465,
    solution: 945,
  },
  {
    code: 'R-0407',
    account: '郑州中原涂料商行',
    person: null,
    kind: 'marketing',
    title: '展会物料 200 套',
    owner: '罗雁',
    answered: 100,
    news: 150,
    solution: 500,
    told: ['收到，报印刷厂排期', '物料已开印'],
  },
  {
    code: 'R-0403',
    account: '济南泉城涂装',
    person: null,
    kind: 'terms',
    title: '促销政策答疑',
    owner: '陈立川',
    priority: 'low',
    answered: 192,
    news: null,
    solution: 1080,
  },
  {
    code: 'R-0405',
    account: '成都锦里家居',
    person: null,
    kind: 'returns',
    title: '退回 6 桶近效期货',
    owner: '陈立川',
    answered: 170,
    news: null,
    solution: 860,
  },
  {
    code: 'R-0401',
    account: '石家庄冀中门业',
    person: null,
    kind: 'samples',
    title: '询问粉末涂料样卡',
    owner: '方佩',
    way: 'wechat',
    answered: 205,
    news: null,
    solution: 670,
  },
  {
    code: 'R-0397',
    account: '昆明滇池建材',
    person: null,
    kind: 'statement',
    title: '退货运费由谁承担',
    owner: '周启明',
    answered: 161,
    news: null,
    solution: 570,
  },
]
