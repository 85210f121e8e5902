import type { Channel } from '../../../accounts/log/rules/channels.ts'
import type { Post } from '../shapes.ts'

/** What a contact is about, and the sentences that tell it. */
export interface Topic {
  readonly name: string
  /** with whom of theirs */
  readonly posts: readonly Post[]
  readonly channels: readonly Channel[]
  /** who of ours besides the owner: a role of the department, so often */
  readonly colleague?: { readonly name: string; readonly often: number }
  /** months in which it comes up; all where missing */
  readonly months?: readonly number[]
  /** kinds of firms that it fits; both where missing */
  readonly only?: 'makers' | 'dealers'
  /** each a sentence and the ways in which it may go on, parted by | */
  readonly says: readonly string[]
  /** next steps that may follow */
  readonly next?: readonly string[]
  /** what we may promise in it, as it follows “答应 3 天内” */
  readonly vows?: readonly string[]
}

/**
 * Slots: {人} how their person is called, {他} he or she, {品} a product that they buy, {新品} one that they don't, {货} their goods,
 * {材} what these are made of, {线} their line, {吨} and {桶} amounts that fit their yearly volume, {万} a sum, {批} a
 * batch number, {敌} a competitor, {天} a few days.
 */
export const TOPICS: readonly Topic[] = [
  {
    name: 'order',
    posts: ['buying'],
    channels: ['call', 'wechat', 'email'],
    says: [
      '{人}下{品}订单 {吨} 吨，要求 {天} 天内到货|已排产。|库存够，明天发出。|按合同价执行，可以按期。',
      '核对本月{品}用量，{人}说比上月多 {吨} 吨|已改排产。|{线}不会断料。',
      '{人}追加 {桶} 桶{品}，用在{货}上|仓库有货，随下一车走。|与仓库确认，可以按期。',
      '收到{品}要货计划，下月 {吨} 吨，分两车|已排产。|按合同价执行。',
      '{人}把{品}的到货日提前 {天} 天|仓库已改单。|和车队说好，赶得上。',
    ],
    next: ['发货后把送货单拍给{人}', '确认{品}到货数量'],
    vows: ['把{品} {吨} 吨送到厂', '补齐 {桶} 桶{品}', '给出{品}的排产日期'],
  },
  {
    name: 'delivery',
    posts: ['buying', 'making'],
    channels: ['call', 'wechat'],
    colleague: { name: '赵敏', often: 0.3 },
    says: [
      '{品}今天到厂 {桶} 桶，{人}验收无破损|{人}签了回单。|卸货半小时，顺利。',
      '车在高速上堵了半天，提前告诉{人}晚到 {天} 小时|{人}说不碍事。|{线}有余料，没有停。',
      '{人}反映卸货等得久，问能否约上午的窗口|已和车队说好。|下次起照办。',
      '{人}要求以后{品}用托盘打包，叉车好卸|按{他}的意思改。|下一车起照办。',
      '雨天卸货，{桶} 桶{品}外箱受潮，内封完好|拍照留底，双方认可。|{人}签收，没有异议。',
    ],
    next: ['约定固定卸货时段'],
    vows: ['定下固定的卸货时段', '把{品}改成托盘打包'],
  },
  {
    name: 'sample',
    posts: ['making', 'quality', 'buying'],
    channels: ['visit', 'received', 'wechat'],
    colleague: { name: '马骁', often: 0.2 },
    only: 'makers',
    says: [
      '带{品}色板三块给{人}看，做在{材}上|定了一块，封样两份。|再调一版，下周送。',
      '{人}拿来客户指定的颜色，要在{材}上打样|五天内出第一版。|带回实验室配。',
      '{货}新款要哑光，{人}选中 {天} 分光的样板|{人}签了封样。|定了色号。',
      '{人}对上次的样板不满意，嫌底色偏黄|带回实验室重配。|换底漆再做一版。',
      '陪{人}在{线}试喷样板，流平可以|{人}签了封样。|干了再看一次颜色。',
    ],
    next: ['送第二版色板给{人}', '把封样寄到{人}处'],
    vows: ['送第二版{品}色板', '做出{材}上的样板', '寄出封样'],
  },
  {
    name: 'quality',
    posts: ['making', 'quality'],
    channels: ['visit', 'call', 'wechat'],
    colleague: { name: '唐棣', often: 0.3 },
    only: 'makers',
    says: [
      '回访 {批} 批{品}，{人}说附着力与硬度都合格|没有别的问题。|留样再存三个月。',
      '{人}反映 {批} 批{品}有少量颗粒，在{货}上看得出|换滤网后正常。|留样送检，三天出结果。',
      '{线}上{品}干得慢，{人}怀疑是{材}含水率高|现场测了，确实偏高，烘后正常。|调了稀释比，复测通过。',
      '查 {批} 批{品}留样，粘度在标准内|已向{人}解释清楚。|{人}认可。',
      '{人}要求以后每批{品}随车带检测报告|从下批起执行。|已交代仓库。',
    ],
    next: ['把{批}批复测结果告诉{人}', '补一份检测报告'],
    vows: ['给{批}批的复测结果', '补{品}检测报告', '派人到{线}看一次'],
  },
  {
    name: 'season',
    posts: ['making'],
    channels: ['call', 'visit', 'wechat'],
    months: [6, 7, 8],
    only: 'makers',
    says: [
      '湿度大，提醒{人}{品}开罐后当天用完|{人}已交代班组。|库房加了除湿。',
      '车间 38 度，{人}说{品}表干太快，起了小泡|改慢干后没有再起泡。|教班组加慢干剂，好了。',
      '高温季给{人}改用慢干配方，{桶} 桶先试|试用三天，效果好。|{人}说可以换成整批。',
      '台风前和{人}核对{品}库存，够用 {天} 天|再补一车，以防断路。|不用加。',
    ],
    next: ['高温配方试用后回访{人}'],
  },
  {
    name: 'winter',
    posts: ['making', 'quality'],
    channels: ['call', 'visit', 'wechat'],
    months: [11, 12, 1, 2],
    only: 'makers',
    says: [
      '气温低，{人}说{品}干燥比夏天慢一倍|加了红外灯，赶得上节拍。|换冬用配比，快了不少。',
      '提醒{人}{品}进库保温，不低于 5 度|{人}已腾出暖库。|{人}说已照办。',
      '给{线}换冬用固化剂，{人}在场看了全程|{天} 小时能叠放，满意。|试了两班，没有问题。',
      '{货}冬天做得少，{人}打算趁机检修{线}|检修时请我们去看喷枪。|约好检修那周去。',
    ],
    next: ['检修时派人看{线}'],
  },
  {
    name: 'price',
    posts: ['buying', 'boss'],
    channels: ['call', 'visit', 'received'],
    says: [
      '{人}拿{敌}的报价来谈，{品}想降 3%|未松口，答应用量过线后返 1%。|谈了综合成本，{人}不再提。',
      '树脂涨价，向{人}说明{品}下季价格|给了阶梯价表。|{人}表示理解。',
      '{人}要求{品}按季度谈价，不再一年一定|请示后再答。|原则同意，细则再谈。',
      '{人}问年度返利怎么算，{品}已拿够 {吨} 吨|按协议算给{他}看。|年底一并结。',
      '{人}嫌运费另算，想要{品}含税到厂价|请示后再答。|按整车报了到厂价。',
    ],
    next: ['给{人}报阶梯价', '书面答复{品}价格'],
    vows: ['给{品}的书面报价', '答复{品}的价格'],
  },
  {
    name: 'payment',
    posts: ['money', 'boss', 'buying'],
    channels: ['call', 'wechat', 'email'],
    colleague: { name: '秦素', often: 0.3 },
    says: [
      '与{人}对账，{万} 万元无差异|双方签了对账单。|没有别的问题。',
      '{人}确认发票已入账，{万} 万元按期付|已报财务。|记下付款日。',
      '提醒{人}有 {万} 万元月底到期|答应月内付清。|{人}说已排款。',
      '{人}说资金紧，{万} 万元想晚 {天} 天|记入信用档案。|报秦素同意。',
      '收到货款 {万} 万元，向{人}致谢并核对余额|余额一致。|已报财务销账。',
    ],
    next: ['核对{万} 万元是否到账', '寄对账单给{人}'],
    vows: ['把对账单寄到', '把发票送到'],
  },
  {
    name: 'rival',
    posts: ['buying', 'making'],
    channels: ['visit', 'call', 'wechat'],
    says: [
      '{人}透露{敌}来送过样，说{品}便宜 5%|样没用上，放在仓库。|{人}答应有动作先告诉我们。',
      '在{线}旁看到{敌}的空桶，{人}说是试用|继续留意。|问了结果，说光泽不够。',
      '{人}说{敌}承诺账期多给 15 天|我们强调驻线服务，他们做不到。|继续留意。',
      '{人}试过{敌}的料，嫌批次之间有色差|说还是用我们的放心。|我们把留样给{他}比。',
    ],
    next: ['了解{敌}试用结果'],
  },
  {
    name: 'plan',
    posts: ['boss', 'making'],
    channels: ['visit', 'received'],
    only: 'makers',
    says: [
      '{人}讲明年打算：{货}要加一条{线}|我们可以配技术方案。|约好下次带方案来。',
      '参观新车间，{人}说投产后{品}用量会涨两成|{人}欢迎我们早点介入。|先按现有用量备货。',
      '{人}想减少{货}，把产能转给高端订单|我们也要跟着调配方。|约好下次带方案来。',
      '与{人}谈市场，今年{货}订单集中在下半年|按这个节奏备货。|先按现有用量备货。',
      '{人}接到出口单，{货}要过环保检测|答应出检测报告。|资料两周内备齐。',
    ],
    next: ['为新{线}做涂装方案', '准备环保检测报告'],
    vows: ['交新{线}的涂装方案', '带技术员来看现场'],
  },
  {
    name: 'newProduct',
    posts: ['buying', 'making', 'boss'],
    channels: ['visit', 'wechat', 'event'],
    says: [
      '向{人}介绍{新品}，目前他们用{敌}的|先留资料，月底再谈。|答应给一次免费试线。',
      '{人}问{新品}有没有小包装|答有，留了规格表。|回去问了再告诉{他}。',
      '送{新品}试用装两桶，{人}答应上线试|安排技术员到场。|等试完再谈价。',
      '{人}看过{新品}资料，担心换料要停线|{人}说等淡季再试。|安排技术员到场试。',
    ],
    next: ['{新品}试用后回访{人}', '给{人}报{新品}的价'],
    vows: ['送{新品}试用装', '给{新品}的检测报告'],
  },
  {
    name: 'support',
    posts: ['making', 'quality'],
    channels: ['visit'],
    colleague: { name: '马骁', often: 0.4 },
    only: 'makers',
    says: [
      '在{线}驻了一天，帮{人}把喷涂参数重新定了|参数表贴在线头。|{人}请我们下季度再来。',
      '给{人}的班组讲{品}的调配比例，到了十来个人|班组长都加了微信。|现场练了两遍。',
      '和{人}一起查{货}的返工，一半是打磨没到位|改了打磨，返工率降了一截。|{人}说要给打磨工加考核。',
      '帮{人}做了{材}的含水率记录表|{人}让品检每天填。|超了就先烘。',
    ],
    next: ['下季度再去{线}一天'],
    vows: ['再派技术员到{线}一天', '把参数表整理成册'],
  },
  {
    name: 'greeting',
    posts: ['boss', 'buying', 'money'],
    channels: ['wechat', 'call'],
    months: [1, 2, 5, 9],
    says: [
      '节前问候{人}，顺便核对放假时间|节后开工日已记下。|节后第一周再去。',
      '{人}说 {天} 天后放假，节前再备一批{品}|{品}节前到货。|仓库已备好。',
      '祝{人}节日好，{他}说厂里{货}赶到最后一天|客气，没有新要求。|节后第一周再去。',
      '和{人}通话拜节，聊到今年行情|{他}说比去年稳。|{他}说单子少了些。',
    ],
  },
  {
    name: 'shop',
    posts: ['boss', 'buying'],
    channels: ['visit', 'call', 'received'],
    only: 'dealers',
    says: [
      '看了{人}的仓库，{品}还有 {天} 天的量|补 {桶} 桶。|下车就补。',
      '{人}说下面网点要{品}的小包装和样板|带回一份需求清单。|样板下周寄。',
      '陪{人}走了两家网点，陈列位置不错|{人}愿意多铺两个点。|拍了照，给别的网点学。',
      '{人}想要开业促销支持，目标 {万} 万元|促销方案下周给。|请示后再答。',
      '{人}反映{货}串货，价格比{他}低一成|答应查清源头。|已记下批号去查。',
      '给{人}的营业员讲{品}卖点，来了八个人|当场出了两单。|下月再讲一次。',
    ],
    next: ['给{人}促销方案', '查串货来源并回话'],
    vows: ['给促销方案', '补 {桶} 桶{品}样板装', '查清串货来源'],
  },
  {
    name: 'complaint',
    posts: ['buying', 'making'],
    channels: ['call', 'wechat'],
    says: [
      '{人}抱怨上周{品}晚到半天，{货}差点断线|当天道歉并说明原因，{人}接受。|以后提前一天发。',
      '{人}说开票名称错了一个字，要重开|已重开，快递寄出。|查明是资料没更新，已改。',
      '{人}投诉送货司机没等签收就走|和车队谈过，换了司机。|当天道歉，补了回单。',
      '{人}反映客服电话中午没人接|改成专人值班，{人}满意。|留了自己的手机号。',
    ],
    next: ['一周后回访{人}是否满意'],
    vows: ['给书面说明'],
  },
]

/** The facts that an entry may tell, in the order in which we come to know them. */
export const TOLD_FACTS = [
  'rhythm',
  'nativePlace',
  'interests',
  'career',
  'preconditions',
  'family',
  'brandsView',
] as const

/** How an entry tells what it taught us of somebody: {人} and the fact. */
export const FACT_SAYS: Readonly<Record<(typeof TOLD_FACTS)[number], readonly string[]>> = {
  nativePlace: ['闲聊得知{人}老家{事实}', '{人}说自己是{事实}人'],
  interests: ['{人}平时喜欢{事实}', '等人时聊天，{人}爱好{事实}'],
  rhythm: ['{人}的作息：{事实}', '约时间要记住，{人}{事实}'],
  family: ['{人}提到家里：{事实}', '路上聊起家常，{人}{事实}'],
  career: ['问起经历，{人}{事实}', '{人}{事实}，懂行'],
  brandsView: ['谈到别的牌子，{人}{事实}'],
  preconditions: ['{人}把条件说明：{事实}', '合作前提，{人}讲清：{事实}'],
}
