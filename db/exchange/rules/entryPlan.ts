import type { Channel } from '../../accounts/log/rules/channels.ts'
import { cleanText } from '../../accounts/log/rules/cleanText.ts'
import { LOG_LIMITS } from '../../accounts/log/rules/limits.ts'
import { typedDay } from '../../accounts/log/rules/typedDay.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { CHANNEL_WORDS } from '../../terms/people.ts'
import type { ImportPlanInput } from '../contract.ts'
import { type Cell, dataRowsOf, type Row, type Table } from './cells.ts'
import type { FoundCompany, NamedCompany } from './companies.ts'
import { companyOf } from './companyCell.ts'
import { foldHeader } from './headers.ts'
import type { PlannedLine, PlannedLines } from './importTerms.ts'
import type { EntryUse } from './listKinds.ts'
import { oneCharacterOff } from './lookAlikes.ts'
import { problem } from './problem.ts'
import { RowChecker } from './rowChecker.ts'
import { cellProblem, refused, type Taken } from './values.ts'
import { wordKeys } from './words.ts'

/** Somebody of an account. */
export interface PersonOfAccount {
  readonly id: string
  readonly name: string
}

/** What planning an import of a work log needs to know. */
export interface LogSituation {
  readonly table: Table
  readonly targets: readonly (EntryUse | null)[]
  readonly options: Pick<ImportPlanInput, 'corrections' | 'leaveOut'>
  readonly members: readonly string[]
  /** YYYY-MM-DD */
  readonly today: string
  findCompany(text: string): FoundCompany
  peopleOf(accountId: string): readonly PersonOfAccount[]
  /** whether the log has this entry already */
  has(accountId: string, day: string, text: string): boolean
}

/** What a row of a work log says. */
export interface EntryValues {
  readonly accountId: string
  readonly people: readonly string[]
  readonly channel: Channel
  readonly day: string
  readonly text: string
  readonly next: { readonly step: string; readonly on: string } | null
  /** a colleague's name; null for whoever sits at the laptop */
  readonly member: string | null
}

/** What will become of one row of a work log. */
export interface PlannedEntry extends PlannedLine {
  /** null for rows that are left out or have problems */
  readonly entry: EntryValues | null
}

/** Everything that an import of a work log would do. */
export interface LogOutline extends PlannedLines {
  readonly rows: readonly PlannedEntry[]
}

const ROWS_PER_STEP = 1_000

/** Plans an import of a work log in steps that yield the number of rows done. */
export function* outlineLog(situation: LogSituation): Generator<number, LogOutline> {
  const planner = new EntryPlanner(situation)
  const rows: PlannedEntry[] = []
  for (const row of dataRowsOf(situation.table)) {
    rows.push(planner.plan(row))
    if (rows.length % ROWS_PER_STEP === 0) yield rows.length
  }
  const members = new Set(rows.map(({ entry }) => fold(entry?.member ?? '')))
  const newMembers = [...planner.rows.newMembers].flatMap(([key, name]) => (members.has(key) ? [name] : []))
  return { rows, troubles: planner.rows.troubles, newMembers }
}

class EntryPlanner {
  readonly rows: RowChecker
  private readonly situation: LogSituation
  private readonly columnOf: ReadonlyMap<EntryUse, number>
  private readonly seen = new Map<string, number>()

  constructor(situation: LogSituation) {
    this.situation = situation
    this.rows = new RowChecker(situation.options, situation.members)
    this.columnOf = new Map(
      situation.targets.flatMap((use, column) => (use === null ? [] : [[use, column] as const])),
    )
  }

  plan(row: Row): PlannedEntry {
    const cells = this.rows.corrected(row)
    const blank = { number: row.number, fate: 'skip', changes: [], cells, entry: null } as const
    if (this.rows.isOut(row)) return blank
    const before = this.rows.troubles.length
    const entry = this.entryOf(row, cells)
    if (entry === null || this.rows.troubles.length > before) return { ...blank, fate: 'problem' }
    const key = [entry.accountId, entry.day, entry.text].join('\n')
    const earlier = this.seen.get(key)
    if (earlier !== undefined) {
      this.trouble(row, 'text', 'entryTwice', { row: earlier })
      return { ...blank, fate: 'problem' }
    }
    this.seen.set(key, row.number)
    // what was written is never changed by a file: the same entry is left alone
    const fate = this.situation.has(entry.accountId, entry.day, entry.text) ? 'same' : 'insert'
    return { ...blank, fate, entry }
  }

  private entryOf(row: Row, cells: readonly (Cell | null)[]): EntryValues | null {
    const account = this.accountOf(row, cells)
    const text = this.value(row, cells, 'text', takeEntryText)
    const day = this.value(row, cells, 'day', (cell) => takeDay(cell, this.situation.today, 'past'))
    if (text === null) this.missing(row, 'text', 'entryTextMissing')
    if (day === null) this.missing(row, 'day', 'entryDayMissing')
    else if (day > this.situation.today) this.trouble(row, 'day', 'entryInFuture', { text: day })
    const channel = this.value(row, cells, 'channel', takeChannel) ?? likelyChannel(text ?? '')
    const next = this.nextOf(row, cells, day ?? this.situation.today)
    const people = this.peopleOf(row, cells, account)
    const name = this.value(row, cells, 'member', (cell) => takeText(cell, MEMBER_LIMIT))
    const member = name === null ? null : this.rows.owner(row, this.column('member'), name)
    if (!account || text === null || day === null) return null
    return { accountId: account.id, people, channel, day, text, next, member }
  }

  private accountOf(row: Row, cells: readonly (Cell | null)[]): NamedCompany | null {
    const text = this.value(row, cells, 'account', (cell) => takeText(cell, COMPANY_LIMIT))
    if (text === null) {
      this.missing(row, 'account', 'companyMissing')
      return null
    }
    return companyOf(this.rows, row, this.column('account'), text, this.situation.findCompany, false)
  }

  private nextOf(row: Row, cells: readonly (Cell | null)[], day: string): EntryValues['next'] {
    const step = this.value(row, cells, 'nextStep', (cell) => takeText(cell, LOG_LIMITS.nextStep))
    const on = this.value(row, cells, 'nextOn', (cell) => takeDay(cell, day, 'future'))
    if (step !== null && on !== null) return { step, on }
    if (step !== null)
      this.missing(row, this.columnOf.has('nextOn') ? 'nextOn' : 'nextStep', 'nextWithoutDay')
    if (on !== null)
      this.missing(row, this.columnOf.has('nextStep') ? 'nextStep' : 'nextOn', 'nextWithoutStep')
    return null
  }

  /** People by name among those of the account. */
  private peopleOf(row: Row, cells: readonly (Cell | null)[], account: NamedCompany | null): string[] {
    const text = this.value(row, cells, 'people', (cell) => takeText(cell, COMPANY_LIMIT * LOG_LIMITS.people))
    if (text === null || !account) return []
    const names = text.split(/[,，、;；/\n]|\s+和\s+|\s+and\s+/).flatMap((name) => name.trim() || [])
    if (names.length > LOG_LIMITS.people)
      this.trouble(row, 'people', 'peopleTooMany', { max: LOG_LIMITS.people })
    const known = this.situation.peopleOf(account.id)
    const ids = names.flatMap((name) => {
      const found = known.filter((person) => fold(person.name) === fold(name))
      if (found.length > 1)
        this.trouble(row, 'people', 'personAmbiguous', { text: name, count: found.length })
      if (found[0]) return [found[0].id]
      const close = known.find((person) => oneCharacterOff(person.name, name))
      const proposal = close ? text.replace(name, close.name) : null
      this.trouble(row, 'people', 'personUnknown', { text: name, company: account.name }, proposal)
      return []
    })
    return [...new Set(ids)]
  }

  private column(use: EntryUse): number {
    return this.columnOf.get(use) ?? 0
  }

  private value<Value>(
    row: Row,
    cells: readonly (Cell | null)[],
    use: EntryUse,
    take: (cell: Cell) => Taken<Value>,
  ): Value | null {
    const column = this.columnOf.get(use)
    const cell = column === undefined ? null : (cells[column] ?? null)
    if (column === undefined || cell === null || cell.text.trim() === '') return null
    const unusable = cellProblem(cell)
    return this.rows.accept(
      row,
      column,
      unusable ? { ok: false, problem: unusable, proposal: null } : take(cell),
    )
  }

  /** Notes that a value is missing, unless what stands there was refused. */
  private missing(row: Row, use: EntryUse, code: Parameters<typeof problem>[0]): void {
    const column = this.column(use)
    if (!this.rows.troubles.some((one) => one.row === row.number && one.column === column))
      this.trouble(row, use, code, {})
  }

  private trouble(
    row: Row,
    use: EntryUse,
    code: Parameters<typeof problem>[0],
    params: Record<string, string | number>,
    proposal: string | null = null,
  ): void {
    this.rows.trouble(row, this.column(use), problem(code, params), proposal)
  }
}

/** Longest names of a company and of a colleague. */
const COMPANY_LIMIT = 200
const MEMBER_LIMIT = 50

function takeText({ text }: Cell, max: number): Taken<string> {
  const plain = cleanText(text)
  const { length } = plain
  return length <= max ? { ok: true, value: plain || null } : refused('textTooLong', { length, max })
}

const takeEntryText = (cell: Cell): Taken<string> => takeText(cell, LOG_LIMITS.text)

/** A day, with or without a time behind it, which is left off. */
function takeDay({ text }: Cell, today: string, direction: 'past' | 'future'): Taken<string> {
  const plain = text.trim().replace(/[T\s]+(?:上午|下午)?\d{1,2}:\d{2}.*$/, '')
  const day = typedDay(plain, today, direction)
  return day === null ? refused('dayUnknown', { text }) : { ok: true, value: day }
}

const CHANNEL_KEYS = wordKeys([CHANNEL_WORDS.zh, CHANNEL_WORDS.en], {
  visit: ['上门', '上门拜访', '走访', '面谈', '客户拜访', 'visited', 'meeting'],
  received: ['接待', '来厂', '客户来访', 'received', 'reception'],
  call: ['电话沟通', '电话拜访', '通话', '致电', 'phone', 'phone call', 'telephone'],
  wechat: ['微信沟通', 'weixin'],
  email: ['电子邮件', '邮箱', 'email', 'mail'],
  event: ['会议', '展会', '论坛', '聚餐', '宴请', 'conference', 'fair'],
})

function takeChannel({ text }: Cell): Taken<Channel> {
  const key = CHANNEL_KEYS.get(foldHeader(text))
  return key === undefined ? refused('channelUnknown', { text: text.trim() }) : { ok: true, value: key }
}

const LIKELY: readonly (readonly [RegExp, Channel])[] = [
  [/来访|来厂|接待|来公司/, 'received'],
  [/电话|致电|通话|\bcall|\bphone/i, 'call'],
  [/微信|wechat/i, 'wechat'],
  [/邮件|e-?mail/i, 'email'],
  [/展会|论坛|年会|答谢会/, 'event'],
]

/** How a contact most likely happened, by what is said of it; a visit where nothing tells. */
export const likelyChannel = (text: string): Channel =>
  LIKELY.find(([pattern]) => pattern.test(text))?.[1] ?? 'visit'
