import type { DecisionRole } from '../../accounts/people/rules/fields.ts'
import type { Post } from './shapes.ts'

/** What the sample's made-up people are made of. */
export const SURNAMES = [
  ...'王李张刘陈杨黄赵周徐孙朱胡郭林郑梁宋冯董程曹袁邓傅曾彭吕苏卢丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史侯邵孟龙万段雷汤尹黎易常武乔贺赖龚文',
]
export const GIVEN_NAMES = {
  male: '建平 志刚 国强 文斌 永康 海涛 伟民 俊杰 宏伟 晓东 立新 春生 德胜 家栋 明辉 振华 卫东 少华 庆丰 长青 学文 新民 世杰 金龙 福林 光明 泽宇 子豪 云峰 正阳 一鸣 承志 启航 孝先 兆丰 定邦'.split(
    ' ',
  ),
  female:
    '丽华 秀英 雪梅 晓燕 玉兰 文静 婷婷 海燕 佳慧 春华 小红 美玲 淑芬 雅琴 思思 月娥 慧敏 爱萍 素珍 亚男 欣怡 诗雨 桂花 红霞 若兰 锦绣 可心 书瑶 巧云 宝珠 佩珊 冬梅'.split(
      ' ',
    ),
} as const

/** Titles and departments of a post, in large firms and in small ones. */
export const POSTS: Readonly<
  Record<
    Post,
    {
      readonly large: string
      readonly small: string
      readonly department: string
      readonly role: DecisionRole
    }
  >
> = {
  boss: { large: '总经理', small: '老板', department: '总经办', role: 'decides' },
  buying: { large: '采购经理', small: '采购', department: '采购部', role: 'influences' },
  making: { large: '生产厂长', small: '车间主任', department: '生产部', role: 'uses' },
  money: { large: '财务经理', small: '会计', department: '财务部', role: 'approves' },
  quality: { large: '品质主管', small: '品检', department: '品质部', role: 'keepsGate' },
}

export const INTERESTS =
  '钓鱼 书法 象棋 羽毛球 骑车 登山 摄影 养兰花 打太极 跑步 喝茶 看球 收藏老工具 自驾 做木工 广场舞 烘焙 听戏 游泳 养鸟 篮球 围棋 烧菜'.split(
    ' ',
  )
export const RHYTHMS = {
  boss: ['上午 9 点后到厂', '早 8 点前好打电话', '下午 4 点后有空', '周一例会，周二起好约', '晚上回微信'],
  buying: ['上午接电话，下午跑供应商', '周三付款日别打扰', '微信回得快', '上午 10 点后', '下午 2 点到 4 点'],
  making: ['早会后 8 点半', '中午 12 点半接电话', '下午 3 点巡完线', '夜班周白天别打', '车间吵，先发微信'],
  money: ['每月 5 日前关账，别打扰', '下午好约', '月底最忙', '上午 10 点后', '周五下午对账'],
  quality: ['早会后 9 点半', '下午在实验室', '微信发图最快', '送检日在外面', '下午 4 点后'],
} as const satisfies Readonly<Record<Post, readonly string[]>>
export const CAREERS = {
  boss: [
    '跑业务起家，后来自己办厂',
    '国企车间主任下海',
    '父亲手里接过的厂',
    '做过十年工程项目',
    '从一间门店做起',
  ],
  buying: ['做过外贸跟单', '从仓库管理转采购', '在同行厂里管过三年采购', '学的是供应链', '跟老板一起创业'],
  making: [
    '一线漆工干上来的',
    '原在国营厂管喷涂线',
    '中专学机电，干了二十年车间',
    '在沿海大厂带过两条线',
    '部队转业进厂',
  ],
  money: ['会计师事务所出来的', '在银行做过信贷', '从出纳做起', '原在建筑公司管账', '一直跟着老板管钱'],
  quality: ['学高分子材料', '在检测机构做过', '从质检员做起', '原在涂料厂做配色', '学的是化工'],
} as const satisfies Readonly<Record<Post, readonly string[]>>
export const FAMILIES = [
  '儿子在读大学',
  '女儿今年中考',
  '双胞胎上小学',
  '父母同住，孝顺出名',
  '太太管财务',
  '女儿在外地工作',
  '孩子刚满周岁',
  '儿子在国外念书',
  '爱人是中学老师',
] as const
export const BRAND_VIEWS = [
  '觉得德诺便宜但批次不稳',
  '试过华楷，嫌售后慢',
  '同时用着远联，比交期',
  '不挑牌子，只看综合成本',
  '认为大牌服务不到小厂',
  '用过海丽雅，颜色好、价高',
  '听同行说德诺最近在降价',
] as const
export const PRECONDITIONS = {
  boss: ['先小批试用一个月', '要看同行在用', '账期不能比现在短', '年底前不换供应商', '当面谈定才算数'],
  buying: ['三家比价', '报价写明含税到厂', '要有环保检测报告', '价格随行就市一季一谈', '样品附批检单'],
  making: ['换料先上小线', '技术员要驻线一天', '干燥时间不能变长', '开罐效果要稳', '夏天不能起泡'],
  money: ['发票当月到', '每月对一次账', '授信要有担保', '回款与质量扣款分开算'],
  quality: ['每批附检测报告', '换配方提前告知', '留样三个月', '先做百格与耐水'],
} as const satisfies Readonly<Record<Post, readonly string[]>>
export const GREETINGS = [
  '先问生产，再谈价',
  '说话实在些，不喜欢套话',
  '有事直说',
  '见面带样板比带礼品好',
  '先听他讲完',
] as const
/** Where people come from who aren't from the place of their firm. */
export const FAR_PLACES = [
  '安徽阜阳',
  '江西上饶',
  '湖北黄冈',
  '河南信阳',
  '四川达州',
  '湖南邵阳',
  '山东菏泽',
  '福建龙岩',
] as const
