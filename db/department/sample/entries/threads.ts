import type { StoryEntry } from './story.ts'

/** The newest contacts of the story's other threads. */
export const THREAD_ENTRIES: readonly StoryEntry[] = [
  ...nanxun(),
  ...meisong(),
  ...beichen(),
  ...customersOfChen(),
  ...rest(),
]

function nanxun(): StoryEntry[] {
  const account = '南浔木业'
  return [
    {
      key: '南浔补偿',
      account,
      ago: 1,
      member: '沈知远',
      people: ['费志明'],
      channel: 'call',
      text: '费总催停线补偿：损失按 30 万元算。答复方案 18.6 万元已上报，今天内部批。他说看诚意，也看以后谁管品质。',
      next: { step: '批下来当天告诉费总补偿结果', in: 0, by: '沈知远' },
    },
    {
      key: '南浔报告',
      account,
      ago: 5,
      member: '林晓舟',
      people: ['陆芳'],
      channel: 'visit',
      text: '陆主管要发白批次的检测报告，说没有报告就不放行下一批。答应两天后给她，沈经理亲自盯。',
      next: { step: '取发白批次的复测数据', in: -3, by: '唐棣' },
    },
    {
      key: '南浔会签',
      account,
      ago: 9,
      member: '唐棣',
      people: ['陆芳', '姚建华'],
      channel: 'visit',
      text: '到现场查 C-0037：换过一家光引发剂，供应商变更没有经品质会签。已封存余料，陆主管做了记录。',
    },
    {
      key: '南浔发白',
      account,
      ago: 14,
      member: '林晓舟',
      people: ['姚建华'],
      channel: 'call',
      text: '姚厂长来电：今早 UV 面漆发白，辊涂线停了半天，等我们换料。当天调 24 桶到厂，下午 3 点恢复。',
    },
    {
      key: '南浔下滑',
      account,
      ago: 27,
      member: '林晓舟',
      people: ['潘玉琴'],
      channel: 'visit',
      learned: ['note'],
      text: '本月订单又少三成八，和上月一样。潘经理说按新规矩三家比价，德诺与华楷各拿走一部分。',
      next: { step: '请顾总约费总见一面', in: 6, by: '沈知远' },
    },
    {
      key: '南浔换人',
      account,
      ago: 84,
      member: '林晓舟',
      people: ['潘玉琴'],
      channel: 'visit',
      text: '第一次见潘经理：集团审计调来的，要求每样料两家以上供货，还要附检测报告。对我们不熟。',
    },
    {
      key: '南浔离职',
      account,
      ago: 96,
      member: '林晓舟',
      people: ['钱学军'],
      channel: 'call',
      text: '钱部长说今天办完离职，下个月去南太湖竹业。他嘱咐尽快和新来的采购认识，别等月底。',
      next: { step: '拜访南浔新任采购', in: -84, by: '林晓舟', doneAgo: 84 },
    },
    {
      key: '竹业线索',
      account: '湖州南太湖竹业',
      ago: 22,
      member: '周启明',
      people: ['钱学军'],
      channel: 'visit',
      text: '到南太湖看钱总：他管供应链，想把竹家具漆换成水性，问我们能不能先做两款样板。',
      next: { step: '送水性竹家具漆样板两款', in: 4, by: '周启明' },
    },
  ]
}

function meisong(): StoryEntry[] {
  const account = '佛山美颂家具'
  return [
    {
      key: '美颂送样',
      account,
      ago: 32,
      exact: true,
      member: '周启明',
      people: ['何嘉欣'],
      channel: 'call',
      text: '何总监说华楷本月送了水性底漆样，还没排试。她顺口问我们急单多久能到，答一般 48 小时。',
    },
    {
      key: '美颂底漆',
      account,
      ago: 44,
      member: '周启明',
      people: ['黎志强'],
      channel: 'visit',
      text: '黎厂长试新底漆，打磨性比上一版好，要求旺季前备足 120 桶。',
    },
  ]
}

function beichen(): StoryEntry[] {
  const account = '沈阳北辰幕墙'
  return [
    {
      key: '北辰投诉',
      account,
      ago: 8,
      member: '方佩',
      people: ['佟晓丽'],
      channel: 'call',
      text: '交期投诉处理完：密封胶晚到两天，已补发并减免运费。佟主管说要看书面结果，还没有确认。',
      next: { step: '请客户确认交期投诉的处理结果', in: -1, by: '方佩' },
    },
    {
      key: '北辰逾期',
      account,
      ago: 13,
      member: '方佩',
      people: ['关铁军'],
      channel: 'call',
      text: '货款今天到期未付。关总说甲方进度款没下来，投诉的事没说清之前也不好让财务排款。',
    },
  ]
}

function customersOfChen(): StoryEntry[] {
  const account = '苏州新垲整木'
  return [
    {
      key: '新垲小包装',
      account,
      ago: 10,
      member: '陈立川',
      people: ['何颖', '罗天成'],
      channel: 'visit',
      text: '罗总要固化剂小包装，小批量也配得齐。答应先试产首批 200 件，配方稳定性由研发给结论。',
      next: { step: '小包装配方的稳定性结论', in: 1, by: '马骁' },
    },
  ]
}

function rest(): StoryEntry[] {
  return [
    {
      key: '鲁南专车',
      account: '临沂鲁南板材',
      ago: 7,
      member: '许若岚',
      people: [],
      channel: 'call',
      text: '问专车直送能不能覆盖他们在费县的分厂，每周两趟。答应一周内给答复，先问赵敏。',
    },
    {
      key: '徽杭账期',
      account: '徽杭装饰工程',
      ago: 4,
      member: '周启明',
      people: [],
      channel: 'call',
      text: '申请账期由 30 天改 45 天，理由是酒店项目按季结算；同时要核定信用额度 120 万元。',
      next: { step: '答复账期由 30 天改 45 天的申请', in: 0, by: '周启明' },
    },
    {
      key: '宏泰座谈',
      account: '川渝宏泰建材',
      ago: 11,
      member: '周启明',
      people: ['蒋宏'],
      channel: 'received',
      text: '蒋总来厂，定下年度座谈：谈三地仓库联动和明年目标。提纲我们先拟，请顾总过目。',
      next: { step: '年度座谈提纲定稿，交顾长风过目', in: 2, by: '沈知远' },
    },
    {
      key: '滇池成本',
      account: '昆明滇池建材',
      ago: 16,
      member: '周启明',
      people: [],
      channel: 'visit',
      learned: ['paymentBehaviour', 'tags'],
      text: '把一年的账摊开：远途零担、三次调货、样板不收钱，算下来我们倒贴 66 万元。对方答应并单，每月只发两车。',
      next: { step: '看并单后第一个月的服务成本', in: 14, by: '周启明' },
    },
    {
      key: '曹妃甸断单',
      account: '唐山曹妃甸钢构',
      ago: 172,
      member: '方佩',
      people: [],
      channel: 'call',
      learned: ['lifecycle', 'business'],
      text: '对方说改用自己调的漆，便宜三成，不再下单。欠款只肯分期，口气很硬。',
    },
    {
      key: '曹妃甸不挽回',
      account: '唐山曹妃甸钢构',
      ago: 118,
      member: '方佩',
      people: [],
      channel: 'call',
      text: '部门议过：赢回它要垫账期、还要贴运费，一年利润补不回来，不再挽回。只催欠款，不再报价，话说得客气。',
    },
    {
      key: '丹阳告别',
      account: '镇江丹阳灯具',
      ago: 57,
      member: '陈立川',
      people: [],
      channel: 'visit',
      learned: ['lifecycle', 'paymentBehaviour', 'tags'],
      text: '上门当面说明：单子小、急货多，我们照顾不周，介绍给丹阳本地的经销商，配方卡一并交过去。对方表示理解，尾款分三期付。',
    },
    {
      key: '中原网点',
      account: '郑州中原涂料商行',
      ago: 9,
      member: '林晓舟',
      people: [],
      channel: 'visit',
      learned: ['business', 'marketPosition'],
      text: '看了新开的第十一个网点。老板说当年要不是我们配车、派人教，他还守着一间门店；今年全年能过 1,045 万元。',
    },
  ]
}
