import type { TermDifference } from '../channel/policies/rules/differences.ts'
import { ENTITLEMENTS, isBurden } from '../channel/policies/rules/entitlements.ts'
import { entitlementOf, type Term, type TermGroup, termOf } from '../channel/policies/rules/termList.ts'
import type {
  Cadence,
  GiftRules,
  ResponseTimes,
  TermKey,
  TermValue,
} from '../channel/policies/rules/terms.ts'
import type { Priority } from '../channel/requests/rules/words.ts'
import { ENTITLEMENT_SHORT_WORDS, ENTITLEMENT_WORDS } from './entitlements.ts'
import type { Language, Words } from './language.ts'

/** The groups of terms in a policy. */
export const TERM_GROUP_WORDS: Words<TermGroup> = {
  zh: {
    entitlements: '权益',
    responses: '响应时限',
    cadence: '联系频次',
    gifts: '礼品与活动',
    effort: '投入',
  },
  en: {
    entitlements: 'Entitlements',
    responses: 'Response times',
    cadence: 'Contact cadence',
    gifts: 'Gifts and events',
    effort: 'Effort',
  },
}

/** The three clocks of a request. */
export const CLOCK_WORDS: Words<keyof ResponseTimes> = {
  zh: { first: '首次响应', update: '进展更新', solution: '解决' },
  en: { first: 'First response', update: 'Next update', solution: 'Solution' },
}

/** How pressing a request is. */
export const PRIORITY_WORDS: Words<Priority> = {
  zh: { urgent: '紧急', normal: '一般', low: '不急' },
  en: { urgent: 'urgent', normal: 'normal', low: 'low' },
}

/** The ways of keeping in touch that a cadence names. */
export const TOUCH_WORDS: Words<keyof Cadence> = {
  zh: {
    visit: '拜访',
    executiveVisit: '高层拜访',
    call: '电话',
    survey: '满意度调查',
    talk: '沟通需求、库存与市场',
  },
  en: {
    visit: 'Visit',
    executiveVisit: 'Executive visit',
    call: 'Call',
    survey: 'Satisfaction survey',
    talk: 'Demand, stock, market',
  },
}

/** What a policy says on gifts and events. */
export const GIFT_WORDS: Words<keyof GiftRules> = {
  zh: { yearlyLimit: '每户每年礼品上限', approvalFrom: '单件须审批，自', eventGuest: '活动贵宾' },
  en: {
    yearlyLimit: 'Gifts a year, at most',
    approvalFrom: 'Approval of a gift from',
    eventGuest: 'Event guest of honour',
  },
}

/** Words of a policy that stand alone. */
export const POLICY_WORDS = {
  zh: {
    pausesForThird: '等第三方时停表',
    effortShare: '投入占比目标',
    yes: '是',
    no: '否',
    none: '不承诺',
    unbounded: '不限',
    never: '不审批',
    days: '每 {days} 天',
    minutes: '{minutes} 分',
    hours: '{hours} 小时',
    hoursMinutes: '{hours} 小时 {minutes} 分',
    money: '{yuan} 元',
    percent: '{percent}%',
    change: '{term}：{before} → {after}',
    imposed: '开始适用：{term}',
    lifted: '不再要求：{term}',
    withheld: '不适用：{term}',
    set: '{term} {value}',
    wordsOf: '{term}（条款）',
    clockOf: '{clock}（{priority}）',
  },
  en: {
    pausesForThird: 'Clocks stop for third parties',
    effortShare: 'Share of our effort',
    yes: 'yes',
    no: 'no',
    none: 'none',
    unbounded: 'no bound',
    never: 'never',
    days: 'every {days} d',
    minutes: '{minutes} min',
    hours: '{hours} h',
    hoursMinutes: '{hours} h {minutes} min',
    money: '¥{yuan}',
    percent: '{percent}%',
    change: '{term}: {before} → {after}',
    imposed: 'from now on: {term}',
    lifted: 'no more: {term}',
    withheld: 'not: {term}',
    set: '{term} {value}',
    wordsOf: '{term} (terms)',
    clockOf: '{clock} ({priority})',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** Working minutes as people say them: 30 分, 4 小时, 1 小时 30 分. */
export function minutesText(minutes: number, language: Language): string {
  const words = POLICY_WORDS[language]
  const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60]
  if (hours === 0) return fill(words.minutes, { minutes })
  return fill(rest === 0 ? words.hours : words.hoursMinutes, { hours, minutes: Math.abs(rest) })
}

/** What a term is called. */
export function termText(key: TermKey, language: Language): string {
  const words = POLICY_WORDS[language]
  if (key === 'pausesForThird' || key === 'effortShare') return words[key]
  const [group = '', first = '', second = ''] = key.split('.')
  const entitlement = ENTITLEMENTS.find((each) => each === first)
  const short = entitlement === undefined ? '' : ENTITLEMENT_SHORT_WORDS[language][entitlement]
  if (group === 'entitlements') return short
  if (group === 'details') return fill(words.wordsOf, { term: short })
  if (group === 'responses')
    return fill(words.clockOf, {
      clock: wordOf(CLOCK_WORDS[language], second),
      priority: wordOf(PRIORITY_WORDS[language], first),
    })
  return group === 'cadence' ? wordOf(TOUCH_WORDS[language], first) : wordOf(GIFT_WORDS[language], first)
}

const wordOf = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? ''

/** A term's value as people read it. */
export function valueText(term: Term, value: TermValue, language: Language): string {
  const words = POLICY_WORDS[language]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value === '' ? '–' : value
  if (value === null) {
    if (term.kind !== 'money') return words.none
    return term.key === 'gifts.approvalFrom' ? words.never : words.unbounded
  }
  switch (term.kind) {
    case 'minutes':
      return minutesText(value, language)
    case 'days':
      return fill(words.days, { days: value })
    case 'money':
      return fill(words.money, { yuan: (value / 100).toLocaleString('en-US') })
    default:
      return fill(words.percent, { percent: value })
  }
}

/** A difference in a line: an entitlement by its name, figures by what they were and become. */
export function differenceText({ key, before, after }: TermDifference, language: Language): string {
  const words = POLICY_WORDS[language]
  const term = termOf(key)
  if (!term) return key
  const entitlement = entitlementOf(key)
  if (entitlement !== null) {
    const name = ENTITLEMENT_WORDS[language][entitlement]
    if (!isBurden(entitlement)) return name
    return fill(after === true ? words.imposed : words.lifted, { term: name })
  }
  return fill(words.change, {
    term: termText(key, language),
    before: valueText(term, before, language),
    after: valueText(term, after, language),
  })
}

/** A term with its value in a line, as an exception says it: 拜访 每 3 天; an entitlement by its name. */
export function settingText(
  { key, value }: { readonly key: TermKey; readonly value: TermValue },
  language: Language,
): string {
  const words = POLICY_WORDS[language]
  const term = termOf(key)
  if (!term) return key
  const name = termText(key, language)
  if (entitlementOf(key) !== null) return value === true ? name : fill(words.withheld, { term: name })
  return fill(words.set, { term: name, value: valueText(term, value, language) })
}
