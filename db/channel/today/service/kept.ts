import { SETTLED_ON } from '../../../accounts/promises/tables.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import { perFile } from '../../../kernel/perFile.ts'
import type { TodayAside } from '../contract.ts'
import { DAYS_BACK, keptRates, type SettledDay, WEEKS } from '../rules/keptRates.ts'
import { type Ask, thereSql } from './ask.ts'
import { remembered } from './remember.ts'

const ON = SETTLED_ON
const STATE = `settlement ->> '$.state'`

const sql = (whose: string): string =>
  `SELECT ${ON} AS "on", sum(${STATE} = 'kept') AS kept, sum(${STATE} = 'broken') AS broken
   FROM promise INDEXED BY promise_settled
   WHERE settlement IS NOT NULL AND deleted = 0 AND ${ON} > @since AND ${ON} <= @today AND side = 'ours'
     AND ${thereSql('account_id')} AND ${whose}
   GROUP BY 1`

const statementsOf = perFile((db) => ({
  all: db.prepare<[object], SettledDay>(sql('1')),
  mine: db.prepare<[object], SettledDay>(sql('member_id = @me')),
}))

function work({ db, today, whose, params }: Ask): TodayAside['kept'] {
  const since = addDays(today, -DAYS_BACK - WEEKS * 7)
  const { weeks, ...rates } = keptRates(statementsOf(db)[whose].all({ ...params, since }), today)
  return { ...rates, weeks: [...weeks] }
}

/** How our promises were kept, now and in the weeks before (C2). */
export const keptOf = remembered(
  ['promise', 'account', 'member'],
  ({ today, whose, params }: Ask) => `${today} ${whose} ${params.me}`,
  work,
)
