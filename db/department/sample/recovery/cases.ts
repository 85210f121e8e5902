import type { EndedCase, OpenCase, SampleRoot } from './shapes.ts'

/** Causes that the sample's cases have in common. */
export const SAMPLE_ROOTS: readonly SampleRoot[] = [
  ['供应商变更流程里没有品质会签', 'unresolved', 'ours'],
  ['换批次不打样就放行', 'unresolved', 'ours'],
  ['发货改线路没有人通知客户', 'brokenFaith', 'ours'],
  ['过滤与包装的易损件超期未换', 'unresolved', 'ours'],
  ['对账口径两边不一致', 'unresolved', 'ours'],
]

const [SIGN_OFF, SAMPLING, ROUTE, WORN, ACCOUNTS] = [
  '供应商变更流程里没有品质会签',
  '换批次不打样就放行',
  '发货改线路没有人通知客户',
  '过滤与包装的易损件超期未换',
  '对账口径两边不一致',
] as const

const product = (
  code: string,
  account: string,
  ago: number,
  told: Pick<EndedCase, 'product' | 'title' | 'loss' | 'paid' | 'root' | 'content'> & Partial<EndedCase>,
): EndedCase => ({ code, account, ago, category: 'product', responsible: '唐棣', answer: 'accepts', ...told })

/** Cases that are over, oldest first; nine of the product, with what was paid for each. */
export const ENDED_CASES: readonly EndedCase[] = [
  product('C-0021', '苏州新垲整木', 338, {
    ...{ product: '固化剂', title: '固化剂结块，混漆返工一班', loss: 6, paid: 0.44, root: WORN },
    content: [4, 2, 4],
  }),
  product('C-0022', '川渝宏泰建材', 315, {
    ...{ product: '水性木器漆', title: '水性底漆色差，两车退回', loss: 12, paid: 0.38, root: SAMPLING },
    content: [4, 2, 3],
    answer: 'partly',
  }),
  {
    ...{ code: 'C-0023', account: '沈阳北辰幕墙', category: 'delivery', product: null, ago: 291 },
    ...{ title: '密封胶晚到两天，安装队窝工', loss: 4, paid: 0.6, root: ROUTE, responsible: '赵敏' },
    ...{ answer: 'accepts', content: [4, 2, 4] },
  },
  product('C-0024', '武汉楚江门窗', 268, {
    ...{ product: '粉末涂料', title: '粉末上粉率低，返喷四百樘', loss: 9, paid: 0.5, root: SAMPLING },
    content: [3, 2, 4],
  }),
  product('C-0025', '南浔木业', 217, {
    ...{ product: 'UV 面漆', title: 'UV 面漆两桶起颗粒，辊涂线返工 3 小时', loss: 3, paid: 0.47, root: WORN },
    content: [5, 3, 5],
  }),
  {
    ...{ code: 'C-0026', account: '徽杭装饰工程', category: 'accounts', product: null, ago: 190 },
    ...{
      title: '月结对不上 8.4 万元，财务压款',
      loss: null,
      paid: null,
      root: ACCOUNTS,
      responsible: '秦素',
    },
    ...{ answer: 'accepts', content: [4, 3, 4] },
  },
  product('C-0027', '青岛海润船舶涂装', 172, {
    ...{ product: '固化剂', title: '固化剂适用期短，船台补涂', loss: 15, paid: 0.52, root: SAMPLING },
    content: [4, 2, 4],
  }),
  product('C-0028', '长沙湘江集成房屋', 150, {
    ...{ product: '工业胶粘剂', title: '结构胶初粘差，墙板重压', loss: 8, paid: 0.55, root: SAMPLING },
    content: [4, 2, 4],
  }),
  {
    ...{ code: 'C-0029', account: '恒岳家居集团', category: 'delivery', product: null, ago: 131 },
    ...{ title: '送货单缺质检报告，货车压车半天', loss: 1, paid: 1, root: ROUTE, responsible: '赵敏' },
    ...{ answer: 'accepts', content: [5, 4, 5], severity: 3 },
  },
  product('C-0030', '厦门鹭岛家居', 118, {
    ...{ product: '水性木器漆', title: '出口批次气味重，客户复检', loss: 5, paid: 0.58, root: SAMPLING },
    content: [4, 3, 4],
  }),
  product('C-0031', '南浔木业', 101, {
    ...{ product: 'UV 面漆', title: 'UV 面漆批次间色差，换货 60 桶', loss: 10, paid: 0.69, root: SIGN_OFF },
    content: [5, 3, 5],
  }),
  product('C-0032', '成都锦里家居', 88, {
    ...{ product: '水性木器漆', title: '面漆流平差，样板间重做', loss: 2, paid: 0.61, root: SAMPLING },
    content: [3, 2, 3],
  }),
  {
    ...{ code: 'C-0033', account: '川渝宏泰建材', category: 'service', product: null, ago: 66 },
    ...{ title: '技术员约好没有到，停等一上午', loss: 1, paid: 0.5, root: null, responsible: '马骁' },
    ...{ answer: 'accepts', content: [4, 3, 4], severity: 4 },
  },
  {
    ...{ code: 'C-0034', account: '唐山曹妃甸钢构', category: 'price', product: null, ago: 172 },
    ...{ kind: 'lostAccount', title: '改用自己调的漆，半年没有下单', loss: null, paid: null, root: null },
    ...{ responsible: '方佩', answer: 'accepts', content: [3, 2, 2], severity: 4 },
  },
]

/** Cases that are open: 沈阳北辰 waits for the customer's word, 佛山美颂 for its cause, 青岛海润 is a hunch. */
export const OPEN_CASES: readonly OpenCase[] = [
  {
    ...{ code: 'C-0035', account: '沈阳北辰幕墙', kind: 'complaint', category: 'delivery' },
    ...{ product: '建筑密封胶', title: '密封胶晚到四天，幕墙安装停工一天', person: '佟晓丽' },
    ...{ hoursAgo: 112, words: '货晚到没有一个人打电话，工人在架子上干等。' },
    ...{ remedyAsked: '书面说明怎么改，运费不该我们出', impact: 3, urgency: 2, responsible: '赵敏' },
    happened: [
      { kind: 'acknowledge', hoursAgo: 110, by: '方佩', note: '当天回电，报告在途位置' },
      { kind: 'grade', hoursAgo: 109, by: '方佩' },
      { kind: 'contain', hoursAgo: 108, by: '赵敏', note: '专车补发第二批，免运费' },
      { kind: 'check', hoursAgo: 96, by: '赵敏', note: '货代改走零担，没有告诉我们' },
      { kind: 'agree', hoursAgo: 88, by: '方佩' },
      { kind: 'approve', hoursAgo: 86, by: '沈知远' },
      { kind: 'carryOut', hoursAgo: 72, by: '方佩' },
      { kind: 'tell', hoursAgo: 46, by: '方佩', note: '电话告知，佟主管要看书面结果' },
    ],
  },
  {
    ...{ code: 'C-0036', account: '佛山美颂家具', kind: 'complaint', category: 'product' },
    ...{ product: '水性木器漆', title: '水性底漆两批之间色差偏红', person: '黎志强' },
    ...{ hoursAgo: 30, words: '样板间两块门板摆在一起，红一块绿一块，客户要我们重喷。' },
    ...{ remedyAsked: '重喷的料和工你们出，下批先给样', impact: 3, urgency: 3, responsible: '马骁' },
    happened: [
      { kind: 'acknowledge', hoursAgo: 29, by: '周启明', note: '一小时内回电，约次日到厂' },
      { kind: 'grade', hoursAgo: 28, by: '周启明' },
      { kind: 'contain', hoursAgo: 26, by: '马骁', note: '同批 38 桶先停用，换前一批' },
    ],
  },
  {
    ...{ code: 'C-0038', account: '青岛海润船舶涂装', kind: 'hunch', category: 'service' },
    ...{ product: null, title: '船厂采购两周没接电话，怕是在谈别家', person: null },
    ...{ hoursAgo: 5, words: '', remedyAsked: '', impact: 4, urgency: 3, happened: [] },
  },
]
