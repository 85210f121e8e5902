import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../db/accounts/rules/days.ts'
import { DEFAULT_TERMS } from '../../db/channel/policies/rules/defaults.ts'
import type { Promised } from '../../db/channel/requests/rules/clocks.ts'
import { advance, begin, type ClockTerms } from '../../db/channel/requests/rules/progress.ts'
import { DEFAULT_CALENDAR } from '../../db/department/calendar/rules/calendar.ts'
import { compileCalendar, isWorking } from '../../db/department/calendar/rules/workingTime.ts'
import { changeSettings } from '../../db/department/settings.ts'
import { MemberId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'

/** How much there is of what: open and ended tasks and requests, half of each. */
export interface ChannelSize {
  readonly accounts: number
  readonly members: number
  readonly open: number
  readonly ended: number
}

/** The size that the issue names. */
export const CHANNEL_SIZE: ChannelSize = { accounts: 10_000, members: 50, open: 50_000, ended: 500_000 }

const TIERS = ['key', 'main', 'ordinary', 'small'] as const
const MS_A_DAY = 86_400_000

/** An id by number, always the same: `kind` keeps those of different tables apart. */
export const numbered = (kind: number, at: number): string =>
  `018f0000-0000-7${String(kind).padStart(3, '0')}-8000-${at.toString(16).padStart(12, '0')}`

const MEMBER = 1
const ACCOUNT = 2
const TASK = 3
const REQUEST = 4

/** Fills a new data folder past the history by bulk SQL, and says who uses the laptop. */
export function fillChannel(kernel: Kernel, size: ChannelSize): void {
  const now = kernel.now()
  kernel.writeLocal((db) => {
    db.prepare(`UPDATE log_state SET mode = 'apply'`).run()
    department(db, size, now)
    tasks(db, size, now)
    requests(db, size, now)
    promises(db, size, now)
    db.prepare(`UPDATE log_state SET mode = 'closed'`).run()
  })
  changeSettings(kernel, { me: MemberId.parse(numbered(MEMBER, 0)) })
}

/** Writes rows of a table past the history. */
export function inserter(db: Database.Database, table: string, columns: readonly string[]) {
  const statement = db.prepare(
    `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (...values: (string | number | null)[]): void => {
    statement.run(...values)
  }
}

function department(db: Database.Database, { accounts, members }: ChannelSize, now: number): void {
  const member = inserter(db, 'member', ['id', 'name', 'role'])
  for (let at = 0; at < members; at += 1) member(numbered(MEMBER, at), `经理${at}`, '客户经理')
  const account = inserter(db, 'account', ['id', 'name', 'owner_id'])
  const entry = inserter(db, 'log_entry', [
    ...['id', 'account_id', 'member_id', 'happened_on', 'channel', 'text', 'recorded_at'],
    ...['next_step', 'next_on', 'next_by'],
  ])
  const person = inserter(db, 'person', ['id', 'name', 'birthday'])
  const employment = inserter(db, 'employment', ['id', 'person_id', 'account_id', 'title'])
  const today = dayOf(now)
  inserter(db, 'sheet', ['id', 'name'])(numbered(5, 0), '考评表')
  inserter(db, 'round', ['id', 'name', 'sheet_id', 'state', 'borders'])(
    ...([
      numbered(6, 0),
      '2026 上半年',
      numbered(5, 0),
      'published',
      '{"key":800,"main":600,"ordinary":400}',
    ] as const),
  )
  inserter(db, 'publication', [
    'id',
    'round_id',
    'round_name',
    'revision',
    'published_at',
    'published_by',
    'note',
    'sheet',
  ])(
    ...([
      numbered(7, 0),
      numbered(6, 0),
      '2026 上半年',
      1,
      `${String(now - MS_A_DAY).padStart(15, '0')}-000000-bench`,
    ] as const),
    ...(['', '', '{}'] as const),
  )
  const result = inserter(db, 'result', [
    'id',
    'publication_id',
    'account_id',
    'score',
    'standing',
    'rank',
    'detail',
  ])
  for (let at = 0; at < accounts; at += 1) {
    const [id, owner] = [numbered(ACCOUNT, at), numbered(MEMBER, at % members)]
    account(id, `客户${at}号`, owner)
    result(numbered(8, at), numbered(7, 0), id, 700, TIERS[at % 4] ?? 'small', at + 1, '{}')
    for (let nth = 0; nth < 3; nth += 1) {
      const row = at * 3 + nth
      const month = String(1 + (row % 12)).padStart(2, '0')
      const day = String(1 + (row % 28)).padStart(2, '0')
      person(
        numbered(9, row),
        `联系人${row}`,
        row % 5 === 0 ? `lunar:--${month}-${day}` : `1970-${month}-${day}`,
      )
      employment(numbered(10, row), numbered(9, row), id, '采购')
      const on = addDays(today, -(row % 90))
      const open = row % 10 === 0
      entry(
        ...([numbered(11, row), id, owner, on, 'call', '问候', now] as const),
        ...([
          open ? '回访' : '',
          open ? addDays(today, (row % 30) - 10) : null,
          open ? owner : null,
        ] as const),
      )
    }
  }
}

function tasks(db: Database.Database, { accounts, members, open, ended }: ChannelSize, now: number): void {
  const today = dayOf(now)
  const insert = inserter(db, 'care_task', [
    ...[
      'id',
      'account_id',
      'owner_id',
      'kind',
      'title',
      'why',
      'due_on',
      'due_time',
      'made_on',
      'waiting',
      'snooze',
    ],
    'settlement',
  ])
  const why = JSON.stringify({ code: 'own', by: null })
  for (let at = 0; at < (open + ended) / 2; at += 1) {
    const isOpen = at < open / 2
    const due = addDays(today, isOpen ? (at % 60) - 20 : -(at % 700) - 1)
    insert(
      ...([numbered(TASK, at), numbered(ACCOUNT, at % accounts), numbered(MEMBER, at % members)] as const),
      ...(['call', `回访客户${at}`, why, due, at % 3 === 0 ? '10:30' : '', due] as const),
      isOpen && at % 9 === 0 ? JSON.stringify({ on: '品质部', memberId: null, since: today }) : null,
      isOpen && at % 11 === 0
        ? JSON.stringify({ until: addDays(today, (at % 20) - 5), reason: '客户出差', by: null })
        : null,
      isOpen
        ? null
        : JSON.stringify({
            state: 'done',
            at: new Date(now - (at % 700) * MS_A_DAY).toISOString(),
            by: null,
            note: '',
          }),
    )
  }
}

function requests(db: Database.Database, { accounts, members, open, ended }: ChannelSize, now: number): void {
  const insert = inserter(db, 'request', [
    ...[
      'id',
      'code',
      'account_id',
      'way',
      'kind',
      'priority',
      'title',
      'asked_at',
      'owner_id',
      'promised',
      'progress',
    ],
  ])
  const terms: ClockTerms = { calendar: compileCalendar(DEFAULT_CALENDAR), promised: PROMISED }
  const promised = JSON.stringify(PROMISED)
  for (let at = 0; at < (open + ended) / 2; at += 1) {
    const isOpen = at < open / 2
    const asked = now - (isOpen ? (at % 5_000) * 100_000 : (at % 700) * MS_A_DAY + MS_A_DAY)
    insert(
      ...([
        numbered(REQUEST, at),
        `R-${at}`,
        numbered(ACCOUNT, at % accounts),
        'phone',
        'dispatch',
        'normal',
      ] as const),
      ...([
        `加急第 ${at} 批`,
        new Date(asked).toISOString(),
        numbered(MEMBER, at % members),
        promised,
      ] as const),
      isOpen ? standing(terms, asked, at, now) : ENDED,
    )
  }
}

/** Requests promise a month for their solution, so that a good part of them is not late yet. */
const PROMISED: Promised = {
  ...{ tier: 'key', policyId: null, pausesForThird: false, escalation: { late: [], over: [] } },
  times: { ...DEFAULT_TERMS.key.responses.normal, update: 2_400, solution: 9_600 },
}

function standing(terms: ClockTerms, asked: number, at: number, now: number): string {
  const begun = begin(terms, asked)
  const responded = Math.min(now, asked + 60_000)
  const answered = at % 5 === 0 ? begun : advance(terms, begun, { kind: 'respond', at: responded })
  const waits =
    answered && at % 7 === 0 ? advance(terms, answered, { kind: 'waitCustomer', at: responded }) : answered
  return JSON.stringify(waits ?? begun)
}

/** One request that ended, as all of them did. */
const ENDED = (() => {
  const terms: ClockTerms = { calendar: compileCalendar(DEFAULT_CALENDAR), promised: PROMISED }
  const asked = Date.UTC(2025, 2, 3, 2)
  if (!isWorking(terms.calendar, asked)) throw new Error('asked out of hours')
  const solved = advance(terms, begin(terms, asked), { kind: 'solve', at: asked + 600_000 })
  const closed = solved && advance(terms, solved, { kind: 'close', at: asked + 700_000 })
  return JSON.stringify(closed)
})()

function promises(db: Database.Database, { accounts, members }: ChannelSize, now: number): void {
  const today = dayOf(now)
  const insert = inserter(db, 'promise', [
    'id',
    'account_id',
    'side',
    'member_id',
    'what',
    'made_on',
    'due_on',
    'settlement',
  ])
  for (let at = 0; at < accounts * 6; at += 1) {
    const open = at % 12 === 0
    const on = addDays(today, -(at % 500))
    insert(
      ...([numbered(12, at), numbered(ACCOUNT, at % accounts), at % 8 === 0 ? 'theirs' : 'ours'] as const),
      ...([numbered(MEMBER, at % members), `第 ${at} 件`, on, addDays(today, (at % 40) - 15)] as const),
      open ? null : JSON.stringify({ state: at % 20 === 0 ? 'broken' : 'kept', on, note: '', by: null }),
    )
  }
}
