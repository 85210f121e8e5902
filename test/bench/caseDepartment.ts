import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../db/accounts/rules/days.ts'
import type { Clock } from '../../db/channel/requests/rules/clocks.ts'
import { CaseId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { addMonths } from '../../db/recovery/orders/rules/baseline.ts'
import type { CaseProgress } from '../../db/recovery/rules/progress.ts'
import type { CaseState } from '../../db/recovery/rules/states.ts'
import { CASE_CATEGORIES, CASE_KINDS, FORCES, LOSS_CAUSES } from '../../db/recovery/rules/words.ts'
import { fillChannel, inserter, numbered } from './channelDepartment.ts'

/** The size that the issue names, over five years; every twentieth is open. */
export const CASES = 100_000
const DAYS = 5 * 365
export const OPEN_EACH = 20
const [ACCOUNTS, MEMBERS, PRODUCTS, ROOTS, PLACES] = [10_000, 50, 80, 60, 40]
/** Entries in the course of the case that has the longest. */
const LONGEST = 500
/** As channelDepartment numbers members and accounts; the rest is numbered here. */
const [MEMBER, ACCOUNT, CASE, PRODUCT, ROOT, EVENT, REMEDY, ORDER] = [1, 2, 40, 41, 42, 43, 44, 45]
/** Accounts whose orders are known, and for how many months. */
const [ORDERING, MONTHS] = [1_000, 36]
const HOUR = 3_600_000

/** The case with a course of 500 entries; it is open. */
export const LONG_CASE = CaseId.parse(numbered(CASE, 0))

/** Fills a new data folder with cases past the history: they would be twice as large, and that is not what is measured. */
export function fillCases(kernel: Kernel): void {
  fillChannel(kernel, { accounts: ACCOUNTS, members: MEMBERS, open: 1_000, ended: 1_000 })
  kernel.writeLocal((db) => {
    db.prepare(`UPDATE log_state SET mode = 'apply'`).run()
    causes(db)
    cases(db, kernel.now())
    orders(db, kernel.now())
    db.prepare(`UPDATE log_state SET mode = 'closed'`).run()
  })
}

/** Scattered, and always the same: most to the first of a list, as causes fall. */
const skewed = (at: number, count: number): number => {
  const share = ((Math.imul(at + 1, 2_654_435_761) >>> 0) % 10_007) / 10_007
  return Math.floor(share * share * count)
}

const pick = <Item>(items: readonly [Item, ...Item[]], at: number): Item =>
  items[at % items.length] ?? items[0]

function causes(db: Database.Database): void {
  const root = inserter(db, 'root_cause', ['id', 'name', 'loss_cause', 'force'])
  for (let at = 0; at < ROOTS; at += 1)
    root(numbered(ROOT, at), `根因${at}`, pick(LOSS_CAUSES, at), pick(FORCES, at))
  const product = inserter(db, 'product', ['id', 'name', 'order_key'])
  for (let at = 0; at < PRODUCTS; at += 1)
    product(numbered(PRODUCT, at), `产品${at}`, `a${String(at).padStart(3, '0')}`)
}

function cases(db: Database.Database, now: number): void {
  const insert = inserter(db, 'recovery_case', [
    ...['id', 'code', 'account_id', 'kind', 'category', 'title', 'way', 'came_at', 'happened_on', 'words'],
    ...['at_risk', 'loss', 'product_id', 'place', 'responsible_id', 'owner_id', 'grading', 'root_cause_id'],
    ...['content_before', 'content_after', 'approval', 'progress'],
  ])
  const event = inserter(db, 'case_event', ['id', 'case_id', 'kind', 'at', 'recorded_at', 'by', 'note'])
  const remedy = inserter(db, 'case_remedy', ['id', 'case_id', 'kind', 'what', 'amount', 'order_key'])
  let events = 0
  for (let at = 0; at < CASES; at += 1) {
    const open = at % OPEN_EACH === 0
    const came = now - (open ? (at % 9_973) / 9_973 / 12 : at / CASES) * DAYS * 24 * HOUR - HOUR
    const id = numbered(CASE, at)
    const text = new Date(came).toISOString()
    const paid = at % 3 === 0 ? (at % 700) * 10_000 : 0
    const severity = 1 + (at % 4)
    insert(
      ...([id, `C-${String(at + 1).padStart(4, '0')}`, numbered(ACCOUNT, skewed(at, ACCOUNTS))] as const),
      ...([
        pick(CASE_KINDS, at),
        CASE_CATEGORIES[skewed(at, 8)] ?? 'other',
        `第${(at * 7_919 + 13) % 997}批 发白停线`,
      ] as const),
      ...(['phone', text, addDays(dayOf(came), -1), '赔多少先不说，我要知道下一批会不会再白'] as const),
      ...([(at % 400) * 100_000, at % 2 === 0 ? (at % 300) * 30_000 : null] as const),
      ...([
        at % 4 === 0 ? null : numbered(PRODUCT, skewed(at * 3, PRODUCTS)),
        `${skewed(at * 5, PLACES)}号厂`,
      ] as const),
      ...([numbered(MEMBER, skewed(at * 7, MEMBERS)), numbered(MEMBER, at % MEMBERS)] as const),
      JSON.stringify({ impact: severity, urgency: severity, key: false, repeat: false, severity }),
      open ? null : numbered(ROOT, skewed(at * 11, ROOTS)),
      ...([3 + (at % 3), open ? null : 2 + (at % 4)] as const),
      paid === 0 ? null : JSON.stringify({ amount: paid, by: '沈', on: dayOf(came), note: '' }),
      JSON.stringify(
        progressAt(came, open ? pick(['acknowledged', 'checked', 'watched'], at / OPEN_EACH) : 'closed'),
      ),
    )
    if (paid > 0) remedy(numbered(REMEDY, at), id, 'compensation', '换货', paid, 'a0')
    for (let nth = at === 0 ? LONGEST : 3; nth > 0; nth -= 1, events += 1)
      event(
        ...([
          numbered(EVENT, events),
          id,
          nth % 2 === 0 ? 'word' : 'note',
          new Date(came + nth * 60_000).toISOString(),
        ] as const),
        ...([
          `${String(Math.round(came)).padStart(15, '0')}-000000-bench`,
          '林晓舟',
          `第 ${nth} 条：她看重检测报告`,
        ] as const),
      )
  }
}

/** Orders of the accounts that most cases are of, month by month. */
function orders(db: Database.Database, now: number): void {
  const insert = inserter(db, 'order_month', ['id', 'account_id', 'month', 'amount'])
  const current = dayOf(now).slice(0, 7)
  for (let at = 0, row = 0; at < ORDERING; at += 1)
    for (let month = -MONTHS; month < 0; month += 1, row += 1)
      insert(
        numbered(ORDER, row),
        numbered(ACCOUNT, at),
        addMonths(current, month),
        1_000_000 + ((at * 7 + month * 13) % 97) * 10_000,
      )
}

function progressAt(came: number, state: CaseState): CaseProgress {
  const from = Math.round(came)
  const open = state !== 'closed'
  const clock = (hours: number): Clock => {
    const span = hours * HOUR
    return open
      ? { kind: 'running', from, left: span, due: from + span, span, run: 1 }
      : { kind: 'met', at: from + span, left: HOUR, span, run: 1 }
  }
  const told = open && state !== 'watched' ? null : from + 72 * HOUR
  return {
    open: open ? 1 : 0,
    state,
    since: from + 96 * HOUR,
    clocks: { answer: clock(2), contain: clock(4), interim: clock(16), solution: clock(24) },
    misses: [],
    reopened: 0,
    refused: 0,
    carriedOutAt: told === null ? null : told - HOUR,
    toldAt: told,
    endedAt: open ? null : from + 96 * HOUR,
  }
}
