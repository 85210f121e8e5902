import type { Lifecycle, SellingMode, TechnicalContent } from '../../accounts/rules/fields.ts'
import type { Calendar } from './calendar.ts'
import type { SampleFirm } from './firms.ts'
import { chanceOf } from './random.ts'

/** Fields of an account beyond trade and place; money in 万元. */
export interface SampleFields {
  readonly shortName: string
  readonly lifecycle: Lifecycle
  readonly address: string
  readonly site: string
  readonly founded: number
  readonly staff: number
  readonly revenue: number
  readonly marketPosition: string
  readonly business: string
  readonly cooperationSince: string
  readonly parent: string | null
  readonly sellingMode: SellingMode
  readonly sellingModeWhy: string
  readonly creditLimit: number
  readonly creditDays: number
  readonly paymentBehaviour: string
  readonly technicalContent: TechnicalContent
  readonly tags: readonly string[]
  /** 涂装方式 */
  readonly coating: string
  /** days before today on which all this was last looked through */
  readonly checkedAgo: number
}

/** What the story says itself; everything else follows from the firm's figures. */
const TOLD: Readonly<Record<string, Partial<SampleFields>>> = {
  恒岳家居集团: {
    shortName: '恒岳',
    address: '浙江东阳歌山路 266 号，总部 3 楼',
    staff: 3_180,
    revenue: 201_000,
    marketPosition: '东阳实木家具第一，全国前十',
    business: '自有品牌六成、工程四成；在建第三条涂装线，儿子吴思齐主抓数字化',
    sellingMode: 'customised',
    sellingModeWhy: '专色多、批次要求严，打样与驻线比价格要紧',
    creditLimit: 900,
    creditDays: 45,
    paymentBehaviour: '从不逾期；在谈账期 45 天改 60 天',
    tags: ['标杆', '框架协议', '推荐过客户'],
  },
  佛山美颂家具: { shortName: '美颂', tags: ['出口', '急单多'] },
  南浔木业: {
    shortName: '南浔',
    paymentBehaviour: '一向准时，停线后有一笔晚了 6 天',
    tags: ['服务补救中'],
  },
  苏州新垲整木: {
    shortName: '新垲',
    business: '别墅整木定制，已收购无锡梁溪整装与常州武进地板',
    tags: ['集团', '水性先行'],
  },
  无锡梁溪整装: { parent: '苏州新垲整木', business: '新垲旗下，做整装交付' },
  常州武进地板: { parent: '苏州新垲整木', business: '新垲旗下，供地板' },
  川渝宏泰建材: { shortName: '宏泰', tags: ['三地仓库', '恒岳推荐'] },
  郑州中原涂料商行: {
    business: '四年前只有一间门店，年进货 310 万元；我们帮着配车、带人、开网点，现已破千万',
    marketPosition: '郑州家具漆经销前三',
    sellingMode: 'club',
    sellingModeWhy: '靠网点走量，返利与培训最管用',
    tags: ['扶持长大'],
  },
  武汉楚江门窗: { lifecycle: 'wonBack', tags: ['赢回'] },
  昆明滇池建材: { paymentBehaviour: '货款能收回，服务费收不到', tags: ['负资产', '改善中'] },
  唐山曹妃甸钢构: {
    lifecycle: 'lost',
    business: '转去自己配漆，半年没有下单',
    paymentBehaviour: '拖欠 76 天，催款三次，已转法务',
    tags: ['不再挽回'],
  },
  镇江丹阳灯具: {
    lifecycle: 'letGo',
    business: '单小、要货急、要免费送货，已介绍给当地经销商',
    paymentBehaviour: '逾期 70 天，尾款分三期付',
    tags: ['好聚好散'],
  },
  潍坊昌乐乐器: { lifecycle: 'dormant' },
  贵阳黔山装饰: { paymentBehaviour: '逾期 85 天，改为先款后货', tags: ['资金风险'] },
}

const ROADS = [
  '兴业路',
  '创新大道',
  '工业三路',
  '迎宾路',
  '永安路',
  '振兴路',
  '滨河路',
  '开元路',
  '站前路',
  '富民路',
] as const
const ZONES = ['经济开发区', '工业园', '高新区', '产业园', ''] as const

/** An account's fields; the same for the same account. */
export function fieldsOf(firm: SampleFirm, { year }: Calendar): SampleFields {
  const chance = chanceOf(`fields of ${firm.name}`)
  const revenue = Math.max(
    300,
    Math.round(firm.volume / (firm.share / 100) / (chance.between(4, 9) / 100) / 10) * 10,
  )
  const dealer = firm.industry.endsWith('经销')
  const sellingMode = dealer
    ? 'club'
    : ({ key: 'customised', main: 'consultative', ordinary: 'consultative', small: 'direct' } as const)[
        firm.size
      ]
  const made: SampleFields = {
    shortName: '',
    lifecycle: 'active',
    address: `${firm.region}${chance.pick(ZONES)}${chance.pick(ROADS)} ${chance.between(6, 388)} 号`,
    site: '',
    founded: firm.founded,
    staff: Math.max(6, Math.round((revenue / (dealer ? 180 : 62)) * (chance.between(80, 125) / 100))),
    revenue,
    marketPosition: POSITIONS[firm.size].replace('{地}', firm.region).replace('{业}', firm.industry),
    business: dealer
      ? `${chance.pick(['门店零售为主，兼做工程', '批发为主，网点二十来个', '一半直供工厂，一半门店'])}`
      : `主做${firm.trade.goods.slice(0, 2).join('、')}，${chance.pick(['内销为主', '三成出口', '工程单居多', '以销定产', '自有品牌与代工各半'])}`,
    cooperationSince: firm.cooperationSince,
    parent: null,
    sellingMode,
    sellingModeWhy: WHY[sellingMode],
    creditLimit: Math.max(5, Math.round(((firm.volume / 12) * 1.5) / 5) * 5),
    creditDays: { key: 45, main: 30, ordinary: 30, small: 0 }[firm.size],
    paymentBehaviour: paymentOf(firm.overdue),
    technicalContent:
      firm.trade.buys[0] === '建筑密封胶' || dealer ? 'low' : firm.size === 'small' ? 'medium' : 'high',
    tags: [...(firm.growth >= 15 ? ['快速增长'] : []), ...(firm.profit < 0 ? ['负资产'] : [])],
    coating: dealer
      ? '不涂装'
      : firm.trade.line.includes('粉')
        ? '静电喷粉'
        : firm.trade.line.includes('辊')
          ? '辊涂'
          : '喷涂',
    checkedAgo: chance.between(15, firm.size === 'small' ? 700 : 320),
  }
  const told = { ...made, ...TOLD[firm.name] }
  // small accounts' archives stay thin: nobody asked about the market
  return firm.size === 'small' && !TOLD[firm.name]
    ? {
        ...told,
        marketPosition: '',
        business: '',
        sellingModeWhy: '',
        founded: Math.min(told.founded, year - 1),
      }
    : told
}

const POSITIONS = {
  key: '{地}{业}前三',
  main: '{地}{业}前列',
  ordinary: '{地}{业}中游',
  small: '',
} as const satisfies Readonly<Record<SampleFirm['size'], string>>

const WHY = {
  direct: '量小、要求简单，报价发货即可',
  club: '经销为主，返利、促销与培训最管用',
  consultative: '要人帮着定工艺，价格排第二',
  customised: '专色与专用配方多，打样快慢定成败',
} as const satisfies Readonly<Record<SellingMode, string>>

function paymentOf(overdue: number): string {
  if (overdue === 0) return '从不逾期'
  if (overdue <= 10) return '偶尔晚几天，会提前说'
  if (overdue <= 30) return '常晚半个月左右，催一次就付'
  if (overdue <= 60) return '要催两三次，年底前结清'
  return '拖两个月以上，控制发货'
}

/** Who of the department works for an account beside its owner, and what they do there. */
export function groupOf(firm: SampleFirm): readonly (readonly [member: string, what: string])[] {
  const stand = STAND_INS[firm.owner] ?? '沈知远'
  if (firm.size === 'key')
    return [
      [stand, '代管'],
      ['唐棣', '品质'],
      ['赵敏', '物流'],
      ['马骁', '研发'],
      ['秦素', '财务'],
    ]
  if (firm.size === 'main')
    return [
      [stand, '代管'],
      ['赵敏', '物流'],
    ]
  return firm.size === 'ordinary' ? [[stand, '代管']] : []
}

/** Who stands in for whom. */
const STAND_INS: Readonly<Record<string, string>> = {
  林晓舟: '许若岚',
  许若岚: '林晓舟',
  周启明: '陈立川',
  陈立川: '方佩',
  方佩: '周启明',
}

/** The sample's two custom fields. */
export const COATING_FIELD = { name: '涂装方式', choices: ['喷涂', '辊涂', '静电喷粉', '不涂装'] } as const
export const TALK_FIELD = { name: '常用联系方式', choices: ['微信', '电话', '邮件', '面谈'] } as const
