import { addDays } from '../../accounts/rules/days.ts'
import { dayStart } from '../../channel/figures/service/requestRows.ts'
import type { CasesAmong } from '../contract.ts'

const CONDITIONS = {
  rootCauseId: 'c.root_cause_id = @rootCauseId',
  category: 'c.category = @category',
  lossCause: 'c.root_cause_id IN (SELECT id FROM root_cause WHERE loss_cause = @lossCause)',
  productId: 'c.product_id = @productId',
  place: 'c.place = @place',
  responsibleId: 'c.responsible_id = @responsibleId',
  accountId: 'c.account_id = @ofAccountId',
  from: 'c.came_at >= @from',
  until: 'c.came_at < @end',
} as const satisfies Record<keyof CasesAmong, string>

interface Condition {
  /** begins with AND where there is one; the case is `c` */
  readonly where: string
  readonly params: object
}

/** What narrows a list to the cases of a pattern, as SQL. */
export function conditionOf(among: CasesAmong | undefined): Condition {
  if (among === undefined) return { where: '', params: {} }
  const { from, until, accountId, ...same } = among
  const given = new Map<string, unknown>(Object.entries(among))
  const asked = Object.entries(CONDITIONS).filter(([name]) => given.get(name) !== undefined)
  return {
    where: [`c.progress ->> '$.state' <> 'withdrawn'`, ...asked.map(([, condition]) => condition)]
      .map((condition) => ` AND ${condition}`)
      .join(''),
    params: {
      ...same,
      ...(accountId === undefined ? {} : { ofAccountId: accountId }),
      ...(from === undefined ? {} : { from: dayStart(from) }),
      ...(until === undefined ? {} : { end: dayStart(addDays(until, 1)) }),
    },
  }
}
