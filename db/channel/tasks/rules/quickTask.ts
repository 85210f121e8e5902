import { typedDay } from '../../../accounts/log/rules/typedDay.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import type { TaskKind } from './words.ts'

/** Somebody or something that a sentence may name. */
export interface Named {
  readonly id: string
  readonly name: string
  /** other names that people use: a short name */
  readonly also?: readonly string[]
}

/** What a sentence asks for, as far as it says. */
export interface QuickTask {
  /** the sentence without its day and time */
  readonly title: string
  /** YYYY-MM-DD; null where no day is named */
  readonly dueOn: string | null
  /** HH:MM, or empty */
  readonly dueTime: string
  readonly account: Named | null
  /** accounts of which one may be meant: none is taken */
  readonly ambiguous: readonly Named[]
  readonly owner: Named | null
  readonly kind: TaskKind
}

/**
 * Reads a sentence such as 周五前给恒岳送样 or "call Hengyue by friday 15:00": its day, time, account, owner and kind.
 * @param accounts those that may be meant, see {@link mayMean}
 * @param today YYYY-MM-DD
 */
export function readQuickTask(
  text: string,
  {
    today,
    accounts,
    members,
  }: { readonly today: string; readonly accounts: readonly Named[]; readonly members: readonly Named[] },
): QuickTask {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
  const day = findDay(plain, today)
  const time = findTime(plain)
  const { account, ambiguous } = findAccount(plain, accounts)
  const owner = findOwner(plain, members)
  return {
    title: withoutParts(plain, [day, time, owner]),
    dueOn: day?.value ?? null,
    dueTime: time?.value ?? '',
    account,
    ambiguous,
    owner: owner?.value ?? null,
    kind: KINDS.find(([words]) => words.test(plain))?.[1] ?? 'other',
  }
}

/** A part of a sentence and what it means. */
interface Part<Value> {
  readonly from: number
  readonly to: number
  readonly value: Value
}

const DAYS = [
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?/,
  /(?:上上|上|本|这|下下|下)?个?(?:周|星期|礼拜)[一二三四五六日天]/,
  /\d{1,2}月\d{1,2}[日号]?/,
  /\d{1,3}个?(?:天|周|星期)(?:之后|以后|后)/,
  /(?<![\d.:/-])\d{1,2}[-/]\d{1,2}(?![\d.:/-])/,
  // a day that its month doesn't have is none of this month
  /(?<![\d月])\d{1,2}[日号]/,
  /大后天|后天|明天|明日|今天|今日/,
  /月底|月末/,
  /\b(?:today|tomorrow|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\b/i,
] as const

/** Words around a day that say no more than that it is one: by Friday, 周五前. */
const BEFORE_DAY = /(?:\b(?:by|on|before|until)\s+|在|于)$/i
const AFTER_DAY = /^\s*(?:之前|以前|前|内|下班前)?/

function findDay(text: string, today: string): Part<string> | null {
  for (const pattern of DAYS) {
    const found = pattern.exec(text)
    if (!found) continue
    const value = dayOfWord(found[0], today)
    if (value === null) continue
    const lead = BEFORE_DAY.exec(text.slice(0, found.index))?.[0].length ?? 0
    const end = found.index + found[0].length
    const tail = AFTER_DAY.exec(text.slice(end))?.[0].length ?? 0
    return { from: found.index - lead, to: end + tail, value }
  }
  return null
}

const dayOfWord = (word: string, today: string): string | null =>
  word === '月底' || word === '月末' ? endOfMonth(today) : typedDay(word, today, 'future')

function endOfMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

const CLOCK =
  /(上午|下午|晚上|早上|中午)?\s*(?<![\d-])(\d{1,2})(?::(\d{2})|点(半|\d{1,2}分?)?)\s*(?:前|之前)?/

function findTime(text: string): Part<string> | null {
  const found = CLOCK.exec(text)
  if (!found) return null
  const [whole, part, hour = '', minutes, words = ''] = found
  const late = part === '下午' || part === '晚上' || (part === '中午' && Number(hour) < 3)
  const hours = Number(hour) + (late && Number(hour) < 12 ? 12 : 0)
  const minute =
    minutes === undefined ? (words === '半' ? 30 : Number(words.replace('分', '') || 0)) : Number(minutes)
  if (hours > 23 || minute > 59) return null
  const value = `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return { from: found.index, to: found.index + whole.length, value }
}

/** Forms of firms and trades: a sentence that says 家居 alone means no account by it. */
const COMMON = /(?:有限责任|股份|有限)?公司$|集团$|厂$/

const SHORTEST = 2

/** Parts of a name by which it may be meant, longest first: any two neighbouring characters are the least. */
function overlap(text: string, name: string): string {
  const low = text.toLowerCase()
  const whole = name.toLowerCase()
  for (let length = whole.length; length >= SHORTEST; length -= 1)
    for (let from = 0; from + length <= whole.length; from += 1) {
      const part = whole.slice(from, from + length)
      if (low.includes(part) && isTelling(part)) return part
    }
  return ''
}

/** Latin letters tell nothing in twos: of an English name at least four must be there. */
const isTelling = (part: string): boolean =>
  !/\s/.test(part.charAt(0)) && (/[\u0080-\uffff]/.test(part) || part.trim().length >= 4)

/** Whether a sentence may mean an account by one of its names; a cheap look, to be taken at every account. */
export function mayMean(pairs: ReadonlySet<string>, name: string): boolean {
  for (let at = 0; at + 1 < name.length; at += 1)
    if (pairs.has(name.slice(at, at + 2).toLowerCase())) return true
  return false
}

/** Neighbouring characters of a sentence, for {@link mayMean}. */
export function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2))
  return pairs
}

/** The account of whose names most is said; none where several are meant alike. */
function findAccount(text: string, accounts: readonly Named[]): Pick<QuickTask, 'account' | 'ambiguous'> {
  const weighed = accounts
    .map((account) => {
      const names = [account.name.replace(COMMON, ''), ...(account.also ?? [])]
      const parts = names.map((name) => overlap(text, name)).sort((a, b) => b.length - a.length)
      return { account, part: parts[0] ?? '' }
    })
    .filter(({ part }) => part !== '')
  const most = Math.max(0, ...weighed.map(({ part }) => part.length))
  const best = weighed.filter(({ part }) => part.length === most)
  if (best.length === 1) return { account: best[0]?.account ?? null, ambiguous: [] }
  // the whole of a short name is meant more than a piece of a long one
  const whole = best.filter(({ account, part }) => [account.name, ...(account.also ?? [])].includes(part))
  if (whole.length === 1) return { account: whole[0]?.account ?? null, ambiguous: [] }
  // a word that many names share is no name
  return { account: null, ambiguous: best.length <= MOST_MEANT ? best.map(({ account }) => account) : [] }
}

const MOST_MEANT = 5

/** `@林晓舟`, 请林晓舟, 让林晓舟: whose it is. A name alone may be somebody to talk to. */
function findOwner(text: string, members: readonly Named[]): Part<Named> | null {
  const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length)
  for (const member of longestFirst)
    for (const sign of ['@', '请', '让', '由']) {
      const from = text.indexOf(sign + member.name)
      if (from >= 0) return { from, to: from + sign.length + member.name.length, value: member }
    }
  return null
}

const KINDS: readonly (readonly [RegExp, TaskKind])[] = [
  [/高层拜访|executive visit/i, 'executiveVisit'],
  [/拜访|走访|上门|\bvisit\b/i, 'visit'],
  [/满意度|问卷|\bsurvey\b/i, 'survey'],
  [/生日|祝福|问候|贺卡|\b(?:birthday|greet)/i, 'greeting'],
  [/续签|合同|\bcontract\b/i, 'contract'],
  [/邀请|请柬|\binvit/i, 'invitation'],
  [/电话|致电|回访|打给|\bcall\b/i, 'call'],
  [/告知|通知|\bnotify\b|\binform\b/i, 'information'],
  [/沟通|行情|库存|\btalk\b/i, 'talk'],
  [/晨会|例会|周会|合议|内部|\bmeeting\b/i, 'internal'],
]

const EDGES = /^[\s,，。;；:：、]+|[\s,，。;；:：、]+$/g

/** A sentence without some of its parts; the sentence itself where nothing would be left. */
function withoutParts(text: string, parts: readonly (Part<unknown> | null)[]): string {
  let left = ''
  for (let at = 0; at < text.length; at += 1)
    if (!parts.some((part) => part !== null && at >= part.from && at < part.to)) left += text.charAt(at)
  const title = left.replaceAll(/\s+/g, ' ').replaceAll(EDGES, '')
  return title === '' ? text : title
}
