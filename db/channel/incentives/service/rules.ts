import { insertRow, patchRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { IncentiveRuleId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { checkOrder, checkReach } from '../../ledger/service/days.ts'
import { type InputOf, type Ledger, removeRows } from '../../ledger/service/rows.ts'
import { LASTING } from '../../rules/reach.ts'
import { type incentives, RuleFields } from '../contract.ts'

const RULES: Ledger = {
  table: 'incentive_rule',
  fields: RuleFields.omit({ reckoning: true }),
  columns: {
    name: 'name',
    kind: 'kind',
    unit: 'unit',
    text: 'text',
    reckoning: 'reckoning',
    fromOn: 'from_on',
    untilOn: 'until_on',
  },
  name: 'name',
  commands: { change: 'changeRule', remove: 'removeRules' },
}

/** A rule as its columns hold it. */
const stored = ({ reckoning, ...fields }: RuleFields) => ({
  ...fields,
  reckoning: reckoning && JSON.stringify(reckoning),
})

type Days = Pick<RuleFields, 'fromOn' | 'untilOn'>

/** @throws Refusal DAYS_OUT_OF_ORDER, DAY_OUT_OF_RANGE */
function checkDays(today: string, { fromOn, untilOn }: Days, before?: Days): void {
  checkOrder(fromOn, untilOn)
  if (fromOn !== before?.fromOn) checkReach(fromOn, LASTING, today)
  if (untilOn !== before?.untilOn) checkReach(untilOn, LASTING, today)
}

/** @throws Refusal DAYS_OUT_OF_ORDER, DAY_OUT_OF_RANGE */
export function addRule(
  kernel: Kernel,
  input: InputOf<typeof incentives.addRule>,
): Outcome<{ ruleId: IncentiveRuleId }> {
  const { commandId, name, kind, unit, text = '', reckoning = null, fromOn, untilOn = null } = input
  return kernel.write({ commandId, label: { command: 'addRule', params: { name } } }, (tx) => {
    checkDays(dayOf(kernel.now()), { fromOn, untilOn })
    const id = insertRow(tx, 'incentive_rule', {
      name,
      kind,
      unit,
      text,
      reckoning: reckoning && JSON.stringify(reckoning),
      from_on: fromOn,
      until_on: untilOn,
    })
    return { ruleId: IncentiveRuleId.parse(id) }
  })
}

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, DAYS_OUT_OF_ORDER, DAY_OUT_OF_RANGE, RULE_USED */
export function changeRule(
  kernel: Kernel,
  { commandId, ruleId, before, after }: InputOf<typeof incentives.changeRule>,
): Outcome<object> {
  const label = { command: 'changeRule', params: { name: after.name } }
  return kernel.write({ commandId, label }, (tx) => {
    checkDays(dayOf(kernel.now()), after, before)
    const entries = tx.db
      .prepare<[string], number>('SELECT count(*) FROM incentive_entry WHERE rule_id = ? AND deleted = 0')
      .pluck()
      .get(ruleId)
    // a penalty that became a rebate would stand in the ledger with the wrong sign
    if (entries && (before.kind !== after.kind || before.unit !== after.unit))
      throw new Refusal('RULE_USED', { name: before.name, entries })
    patchRow(tx, kernel, RULES, { rowId: ruleId, before: stored(before), after: stored(after) })
    return {}
  })
}

/** @throws Refusal ROW_NOT_FOUND */
export const removeRules = (kernel: Kernel, input: InputOf<typeof incentives.removeRules>): Outcome<object> =>
  removeRows(kernel, RULES, input)
