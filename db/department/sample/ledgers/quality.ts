import type { QualityKind, Severity } from '../../../channel/quality/rules/words.ts'

/** A quality incident of the sample, by names; days are told from the day on which it is loaded. */
export interface SampleIncident {
  readonly account: string
  readonly kind: QualityKind
  readonly severity: Severity
  readonly product: string | null
  readonly title: string
  readonly detail: string
  /** days before today */
  readonly ago: number
  readonly cause: string
  readonly owner: string
  /** due so many days from today (before it where negative), done so many days ago */
  readonly correction: {
    readonly what: string
    readonly dueIn: number
    readonly doneAgo: number | null
    readonly by: string
  } | null
  readonly proof: { readonly what: string; readonly ago: number; readonly by: string } | null
}

/** The incidents of the story (C1), oldest first, as their codes count. */
export const SAMPLE_INCIDENTS: readonly SampleIncident[] = [
  {
    account: '南浔木业',
    kind: 'product',
    severity: 'serious',
    product: 'UV 面漆',
    title: 'UV 面漆两桶起颗粒，辊涂线返工 3 小时',
    detail: '姚厂长当天换料，返工 3 小时，没有停线。',
    ago: 217,
    cause: '过滤袋超期未换',
    owner: '唐棣',
    correction: { what: '过滤袋改为每 20 批必换，换袋登记', dueIn: -200, doneAgo: 203, by: '唐棣' },
    proof: { what: '连续 12 批颗粒度全部合格，记录已给陆主管', ago: 150, by: '唐棣' },
  },
  {
    account: '恒岳家居集团',
    kind: 'service',
    severity: 'slight',
    product: null,
    title: '送货单少一份质检报告，门卫卡了两小时',
    detail: '唐总协调后放行。',
    ago: 96,
    cause: '装车前没有核对随车单据',
    owner: '赵敏',
    correction: { what: '随车单据清单贴在发货口，司机签字', dueIn: -88, doneAgo: 90, by: '赵敏' },
    proof: { what: '三个月 41 车单据齐全', ago: 5, by: '赵敏' },
  },
  {
    account: '沈阳北辰幕墙',
    kind: 'service',
    severity: 'serious',
    product: '建筑密封胶',
    title: '密封胶晚到四天，幕墙安装停工一天',
    detail: '货代压车，没有人告诉客户。',
    ago: 20,
    cause: '改走零担，没有跟车',
    owner: '赵敏',
    correction: { what: '北方线路改专车，在途每天两次告知客户', dueIn: -6, doneAgo: null, by: '方佩' },
    proof: null,
  },
  {
    account: '南浔木业',
    kind: 'product',
    severity: 'severe',
    product: 'UV 面漆',
    title: 'UV 面漆发白，辊涂线停半天（C-0037）',
    detail: '当天调 24 桶到厂，下午 3 点恢复。损失客户按 30 万元算，余料已封存。',
    ago: 14,
    cause: '换过一家光引发剂，供应商变更没有经品质会签',
    owner: '唐棣',
    correction: { what: '供应商变更必须品质会签，未签不得投料', dueIn: -2, doneAgo: 3, by: '沈知远' },
    proof: null,
  },
  {
    account: '青岛海润船舶涂装',
    kind: 'product',
    severity: 'slight',
    product: '固化剂',
    title: '固化剂桶盖密封圈老化，开桶有结皮',
    detail: '客户自行过滤后使用，没有索赔。',
    ago: 9,
    cause: '',
    owner: '马骁',
    correction: null,
    proof: null,
  },
  {
    account: '佛山美颂家具',
    kind: 'product',
    severity: 'serious',
    product: '水性木器漆',
    title: '水性底漆两批之间色差偏红',
    detail: '样板间两块门板对不上，客户要求重喷。',
    ago: 6,
    cause: '色浆批次更换后没有重新打样',
    owner: '马骁',
    correction: {
      what: '换色浆批次先打样，色差 ΔE 不超过 0.5 才放行',
      dueIn: 8,
      doneAgo: null,
      by: '周启明',
    },
    proof: null,
  },
]
