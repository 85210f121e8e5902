import type { Calendar } from '../calendar.ts'
import { SAMPLE_COMPETITORS } from '../competitors.ts'
import type { SampleFirm } from '../firms.ts'
import type { Chance } from '../random.ts'
import type { SamplePerson } from '../shapes.ts'
import { SAMPLE_PRODUCTS } from '../trades.ts'

/** Who talks about what when: what the slots of a sentence are filled from. */
export interface Talk {
  readonly firm: SampleFirm
  readonly person: SamplePerson
  readonly chance: Chance
  readonly calendar: Calendar
  /** YYYY-MM-DD */
  readonly on: string
}

const CALLED: readonly string[] = SAMPLE_COMPETITORS.map((name) => name.slice(0, 2))

/** Fills the slots that topics.ts explains. One sentence speaks of one product, batch and person throughout. */
export function fillSlots(text: string, { firm, person, chance, on }: Talk): string {
  const product = chance.pick(firm.trade.buys)
  const others = SAMPLE_PRODUCTS.filter((name) => !firm.trade.buys.some((bought) => bought === name))
  // about 2.4 万元 a ton, some orders a month
  const tons = Math.max(0.5, Math.round((firm.volume / 12 / 2.4) * (chance.between(10, 45) / 100) * 2) / 2)
  const money = Math.max(1, Math.round((firm.volume / 12) * (chance.between(25, 95) / 100) * 10) / 10)
  const called = addressOf(person, firm.name)
  const slots: Readonly<Record<string, string>> = {
    品: product,
    新品: chance.pick(others),
    货: chance.pick(firm.trade.goods),
    材: chance.pick(firm.trade.base),
    线: firm.trade.line,
    吨: String(tons),
    桶: String(Math.max(4, Math.round(tons * 20 * (chance.between(20, 60) / 100)))),
    万: money.toLocaleString('en-US'),
    批: `${on.slice(2, 4)}${on.slice(5, 7)}${String(chance.between(1, 28)).padStart(2, '0')}`,
    敌: chance.pick(CALLED),
    天: String(chance.between(2, 7)),
    他: person.gender === 'female' ? '她' : '他',
  }
  let named = false
  const filled = text.replace(/\{(.{1,2}?)\}/g, (whole, slot: string) => {
    if (slot !== '人') return slots[slot] ?? whole
    const again = named
    named = true
    return again ? (slots.他 ?? called) : called
  })
  // Latin letters stand apart from Chinese ones
  return filled.replace(/(\p{Script=Han})(?=[A-Z])/gu, '$1 ')
}

/** How somebody is called in an entry: 唐总, 姚厂长, 陆主管. */
export function addressOf({ name, jobs }: SamplePerson, account: string): string {
  const surname = name.startsWith('欧阳') ? '欧阳' : name.slice(0, 1)
  const { title } = jobs.find((job) => job.account === account) ?? jobs[0]
  return surname + (CALLED_BY_TITLE.find(([end]) => title.endsWith(end))?.[1] ?? '经理')
}

const CALLED_BY_TITLE: readonly (readonly [end: string, called: string])[] = [
  ['董事长', '董'],
  ['总经理', '总'],
  ['老板', '老板'],
  ['总监', '总监'],
  ['副总', '总'],
  ['厂长', '厂长'],
  ['主任', '主任'],
  ['主管', '主管'],
  ['部长', '部长'],
  ['会计', '会计'],
]
