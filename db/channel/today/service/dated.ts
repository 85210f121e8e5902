import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import type { TodayItem } from '../contract.ts'
import { type ItemKind, LINES, SECTIONS, type Section, type Whose } from '../rules/sections.ts'
import {
  type Ask,
  type Counts,
  itemOf,
  mineSql,
  mostLines,
  NONE,
  type Source,
  startOf,
  thereSql,
} from './ask.ts'

/**
 * Where lines that are due on a day come from, as SQL. Open rows are read by an index that holds all that is asked of
 * them, and only the lines that are shown are read whole.
 */
export interface DatedSql {
  readonly kind: ItemKind
  /** the table as `t`, by its index, with whatever says whose it is */
  readonly from: string
  readonly open: string
  /** the day that counts, and the columns of the index that are in its order */
  readonly due: string
  readonly order: string
  /** where the index finds the lines of a list, which the day that counts doesn't say */
  readonly reach?: Reach
  readonly owner: string
  readonly account: string
  /** put off: nowhere to be seen */
  readonly hidden?: string
  /** waits for others; by whose lines are asked for */
  readonly held?: Readonly<Partial<Record<Whose, string>>>
  /** which of those that wait are this laptop's user's; as the others where absent */
  readonly mineHeld?: string
  /** those done today: the table as `t`, and which; null where there are none to be shown */
  readonly done: { readonly from: string; readonly where: string } | null
  /** what a line says, as columns of {@link Line} */
  readonly columns: string
  readonly joins: string
}

type Reach = Readonly<Record<Exclude<Section, 'waiting'>, string>>

/** What is read of a line. */
export interface Line {
  readonly id: string
  readonly of: string | null
  readonly what: string
  readonly why: string | null
  readonly task: TodayItem['task']
  readonly accountId: TodayItem['accountId']
  readonly account: string | null
  readonly person: string | null
  readonly who: string | null
  readonly role: string | null
  readonly dueOn: string | null
  readonly dueTime: string
  /** YYYY-MM-DD since which it waits */
  readonly since: string | null
  readonly count: number | null
}

type Rows = Database.Statement<[object], Line>

interface Statements {
  readonly count: Database.Statement<[object], Counts>
  readonly done: Rows | null
  readonly lines: Readonly<Record<Section, Rows | null>>
}

/** Lines of a kind that are due on a day. */
export function datedSource(sql: DatedSql): Source {
  const prepared = {
    mine: perFile((db) => statements(db, sql, 'mine')),
    all: perFile((db) => statements(db, sql, 'all')),
  } as const satisfies Record<Whose, unknown>
  const statementsOf = ({ db, whose }: Ask): Statements => prepared[whose](db)
  const toItem =
    ({ tierOf }: Ask, done: boolean) =>
    ({ role, since, ...line }: Line): TodayItem =>
      itemOf({
        kind: sql.kind,
        ...line,
        role: role ?? '',
        since: since === null ? null : startOf(since),
        tier: tierOf(line.accountId),
        done,
      })
  return {
    count: (ask) => statementsOf(ask).count.get(ask.params) ?? NONE,
    lines: (ask, section) =>
      statementsOf(ask)
        .lines[section]?.all({ ...ask.params, most: mostLines(ask, section) })
        .map(toItem(ask, false)) ?? [],
    done: (ask) =>
      statementsOf(ask)
        .done?.all({ ...ask.params, most: LINES.first })
        .map(toItem(ask, true)) ?? [],
  }
}

function statements(db: Database.Database, sql: DatedSql, whose: Whose): Statements {
  const { due } = sql
  const reach = (section: keyof Reach): string => (sql.reach ? `${sql.reach[section]} AND` : '')
  const there = thereSql(sql.account)
  const mine = mineSql(sql.owner, sql.account)
  const held = sql.held?.[whose]
  const whoseSql = whose === 'all' ? '1' : mine
  const heldSql = whose === 'all' ? '1' : (sql.mineHeld ?? mine)
  const shown = `NOT (${sql.hidden ?? '0'}) AND ${there}`
  const free = `${shown} AND ${held === undefined ? '1' : `NOT (${held})`} AND ${whoseSql}`
  const where = {
    late: `${reach('late')} ${due} < @today AND ${free}`,
    today: `${reach('today')} ${due} = @today AND ${free}`,
    next7: `${reach('next7')} ${due} > @today AND ${due} <= @week AND ${free}`,
    waiting: held === undefined ? null : `${shown} AND ${held} AND ${heldSql}`,
  } as const satisfies Record<Section, string | null>
  const doneWhere = sql.done && `${sql.done.where} AND ${there} AND ${whoseSql}`
  const cut = (from: string, condition: string, order: string): Rows =>
    db.prepare<[object], Line>(
      `SELECT ${sql.columns} FROM (SELECT t.rowid AS at FROM ${from} WHERE ${condition} ORDER BY ${order}
         LIMIT @most) cut
       CROSS JOIN ${tableOf(from)} t ON t.rowid = cut.at ${sql.joins}`,
    )
  const open = (condition: string): Rows => cut(sql.from, `${sql.open} AND ${condition}`, sql.order)
  const done = sql.done === null ? '0' : `(SELECT count(*) FROM ${sql.done.from} WHERE ${doneWhere})`
  const countOf = (condition: string | null): string =>
    condition === null ? '0' : `(SELECT count(*) FROM ${sql.from} WHERE ${sql.open} AND ${condition})`
  return {
    count: db.prepare<[object], Counts>(
      `SELECT ${SECTIONS.map((section) => `${countOf(where[section])} AS ${section}`).join(', ')}, ${done} AS done`,
    ),
    done: sql.done === null ? null : cut(sql.done.from, `${doneWhere}`, 't.rowid DESC'),
    lines: {
      late: open(where.late),
      today: open(where.today),
      next7: open(where.next7),
      waiting: where.waiting === null ? null : open(where.waiting),
    },
  }
}

const tableOf = (from: string): string => from.split(' ')[0] ?? ''
