import type { ConsultationDecision, Stance } from '../../../channel/consultations/rules/opinions.ts'
import type { ConsultationKind } from '../../../channel/consultations/rules/words.ts'

/** What an account of the sample said; `ago` days before today. */
export interface SampleOpinion {
  readonly account: string
  readonly weight: number
  readonly person: string | null
  readonly given: { readonly stance: Stance; readonly text: string; readonly ago: number } | null
  readonly told: { readonly text: string; readonly ago: number } | null
}

/** A planned decision that the sample puts to accounts (A9); days are told from today. */
export interface SampleConsultation {
  readonly title: string
  readonly kind: ConsultationKind
  readonly question: string
  readonly closesIn: number
  readonly decidesIn: number
  readonly owner: string
  readonly outcome: {
    readonly decision: ConsultationDecision
    readonly text: string
    readonly ago: number
  } | null
  readonly opinions: readonly SampleOpinion[]
}

const said = (
  account: string,
  person: string | null,
  stance: Stance,
  text: string,
  ago: number,
  told: SampleOpinion['told'] = null,
): SampleOpinion => ({ account, weight: 3, person, given: { stance, text, ago }, told })

const silent = (account: string): SampleOpinion => ({
  account,
  weight: 3,
  person: null,
  given: null,
  told: null,
})

/** The story's consultations: the price of December is being asked, an end of a product was decided. */
export const SAMPLE_CONSULTATIONS: readonly SampleConsultation[] = [
  {
    title: '12 月水性漆调价 3%',
    kind: 'price',
    question: '树脂连涨两季，打算 12 月起水性木器漆调价 3%。想听听：能不能接受，有没有更好的办法？',
    closesIn: 3,
    decidesIn: 6,
    owner: '罗雁',
    opinions: [
      said('恒岳家居集团', '郑明霞', 'neutral', '能接受 2%，要提前一个月书面通知。', 4),
      said('佛山美颂家具', null, 'against', '旺季调价等于赶我们走，对手刚送过样。', 3),
      said('苏州新垲整木', null, 'for', '涨价看得见成本表就行，品质别动。', 5),
      said('青岛海润船舶涂装', null, 'for', '我们用量小，稳定最要紧。', 6),
      said('川渝宏泰建材', '蒋宏', 'against', '合同签到年底，年内不该动。', 2),
      silent('南浔木业'),
      silent('临沂鲁南板材'),
    ],
    outcome: null,
  },
  {
    title: '溶剂型固化剂停产，改供水性',
    kind: 'productEnd',
    question: '环保限产，打算半年内停掉溶剂型固化剂。换水性要多久、要我们帮什么？',
    closesIn: -40,
    decidesIn: -33,
    owner: '马骁',
    outcome: { decision: 'changed', text: '停产推迟三个月，逐家派人上线调试', ago: 32 },
    opinions: [
      said('恒岳家居集团', '唐海平', 'for', '早该换，给我们派两个人。', 50, {
        text: '推迟三个月，驻线两人已排好',
        ago: 30,
      }),
      said('苏州新垲整木', null, 'against', '半年太紧，一条线刚改完。', 44, {
        text: '听了您的，推迟三个月',
        ago: 30,
      }),
      said('徽杭装饰工程', null, 'neutral', '截止以后才问到工地，影响不大。', 36),
    ],
  },
]
