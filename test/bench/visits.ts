import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { addDays, dayOf } from '../../db/accounts/rules/days.ts'
import { openEngine } from '../../db/engine.ts'
import { AccountId, CommandId, MemberId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { calendarFile } from '../../db/visits/calendar/service/file.ts'
import { calendarSpan } from '../../db/visits/calendar/service/span.ts'
import { planCoverage } from '../../db/visits/plan/service/coverage.ts'
import { proposeVisits } from '../../db/visits/plan/service/propose.ts'
import { planYear } from '../../db/visits/plan/service/year.ts'
import { addVisits } from '../../db/visits/service/add.ts'
import { setExecutive } from '../../db/visits/service/executives.ts'
import { listVisits } from '../../db/visits/service/read.ts'
import { fillChannel, numbered } from './channelDepartment.ts'
import { withFolder } from './largeDepartment.ts'
import { inTurn, type Measured } from './measure.ts'

const RUNS = 15
const YEARS = 5
const A_YEAR = 2_000
const EXECUTIVES = 12
/** As channelDepartment numbers members and accounts. */
const [MEMBER, ACCOUNT] = [1, 2]

/** The year's plan, the list and the calendar of 10,000 visits over five years, in a department of 10,000 accounts. */
export const visitsBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    try {
      const { kernel } = engine
      fillVisitYears(kernel)
      const today = dayOf(kernel.now())
      const year = Number(today.slice(0, 4))
      const month = { from: `${today.slice(0, 8)}01`, until: addDays(`${today.slice(0, 8)}01`, 41) }
      const ofYear = { from: `${year}-01-01`, until: `${year}-12-31` }
      return [
        await timed(
          kernel,
          'year’s plan with 2,000 visits: data',
          ofYear,
          () => planYear(kernel, { year }),
          300,
        ),
        await timed(kernel, 'coverage of key and main accounts', ofYear, () => planCoverage(kernel), 300),
        await timed(kernel, 'calendar of a month', month, () => calendarSpan(kernel, month), 100),
        await timed(kernel, 'list of 10,000 visits', ALL, () => listVisits(kernel, {}), 500),
        await timed(
          kernel,
          'proposals for 60 days',
          ofYear,
          () => proposeVisits(kernel, { from: today, until: addDays(today, 60) }),
          1_000,
        ),
        await timed(
          kernel,
          'calendar file of a year',
          ofYear,
          () => calendarFile(kernel, { year, language: 'zh' }),
          1_000,
        ),
      ]
    } finally {
      await engine.close()
    }
  })

const ALL = { from: '2000-01-01', until: '2100-01-01' }

/** Beside the visits of the same span, read bare with who takes part. */
async function timed(
  kernel: Kernel,
  name: string,
  span: { readonly from: string; readonly until: string },
  run: () => unknown,
  most: number,
): Promise<Measured> {
  const bare = kernel.db.prepare(
    `SELECT v.*, w.account_id, q.member_id FROM visit v LEFT JOIN visit_account w ON w.visit_id = v.id AND w.deleted = 0
     LEFT JOIN visit_member q ON q.visit_id = v.id AND q.deleted = 0
     WHERE v.day BETWEEN @from AND @until AND v.deleted = 0`,
  )
  // what is prepared once was prepared
  run()
  const times = await inTurn(RUNS, run, () => bare.all(span))
  return { name, ...times, yardstick: 'the same visits read bare', target: { most } }
}

/** A department of 10,000 accounts with 10,000 visits over five years. */
export function fillVisitYears(kernel: Kernel): void {
  fillChannel(kernel, { accounts: 10_000, members: 50, open: 1_000, ended: 1_000 })
  fillVisits(kernel)
}

/** Executives, and visits that are spread over five years around today; what is past was held. */
function fillVisits(kernel: Kernel): void {
  const command = (): CommandId => CommandId.parse(uuidv7())
  const executives = Array.from({ length: EXECUTIVES }, (_, at) => MemberId.parse(numbered(MEMBER, at)))
  for (const [at, memberId] of executives.entries())
    setExecutive(kernel, {
      commandId: command(),
      memberId,
      executive: { rank: 1 + (at % 3), city: '杭州', monthly: 20 },
    })
  const today = dayOf(kernel.now())
  const first = `${Number(today.slice(0, 4)) - Math.floor(YEARS / 2)}-01-02`
  for (let year = 0; year < YEARS; year += 1)
    addVisits(kernel, {
      commandId: command(),
      visits: Array.from({ length: A_YEAR }, (_, nth) => {
        const at = year * A_YEAR + nth
        const lead = executives[at % EXECUTIVES]
        return {
          title: '',
          day: addDays(first, Math.floor((at * 365 * YEARS) / (A_YEAR * YEARS))),
          time: at % 3 === 0 ? '10:00' : '',
          city: '青岛',
          accountIds: [AccountId.parse(numbered(ACCOUNT, (at * 7) % 5_000))],
          leadId: lead ?? null,
          memberIds: [],
          personIds: [],
        }
      }),
    })
  kernel.writeLocal((db) => {
    db.prepare(`UPDATE log_state SET mode = 'apply'`).run()
    db.prepare(
      `UPDATE visit SET progress = json_set(progress, '$.state', 'closed', '$.open', 0) WHERE day < ?`,
    ).run(today)
    db.prepare(`UPDATE log_state SET mode = 'closed'`).run()
  })
}
