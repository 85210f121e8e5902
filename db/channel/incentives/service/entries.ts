import { accountName, insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { IncentiveEntryId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkHappened, checkPast } from '../../ledger/service/days.ts'
import {
  changeRows,
  type InputOf,
  type Ledger,
  readJson,
  removeRows,
  signer,
} from '../../ledger/service/rows.ts'
import { HAPPENED } from '../../rules/reach.ts'
import { EntryFields, type incentives } from '../contract.ts'
import { lowestFrom, type Posted } from '../rules/balances.ts'
import { entryKind, type Reckoning, reckon, signed } from '../rules/reckoning.ts'
import type { IncentiveKind, IncentiveUnit } from '../rules/words.ts'

const ENTRIES: Ledger = {
  table: 'incentive_entry',
  fields: EntryFields,
  columns: { day: 'day', why: 'why' },
  name: 'why',
  days: { day: HAPPENED },
  commands: { change: 'changeEntries', remove: 'removeIncentives' },
}

interface Rule {
  readonly name: string
  readonly kind: IncentiveKind
  readonly unit: IncentiveUnit
  readonly reckoning: string | null
  readonly from_on: string
  readonly until_on: string | null
}

/** Enters what an account earned or lost. @throws Refusal as the contract says */
export function enterIncentive(
  kernel: Kernel,
  input: InputOf<typeof incentives.enter>,
): Outcome<{ entryId: IncentiveEntryId; amount: number }> {
  const { commandId, accountId, ruleId, given, day, why } = input
  const name = accountName(kernel.db, accountId)
  return kernel.write({ commandId, label: { command: 'enterIncentive', params: { name } } }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    checkHappened(day, dayOf(kernel.now()))
    const rule = ruleId === null ? null : ruleOn(tx, ruleId, day)
    const unit = rule?.unit ?? input.unit
    const amount = 'amount' in given ? given.amount : reckoned(rule, given.base, unit)
    const kind = entryKind(rule?.kind ?? null, amount)
    if (kind === 'penalty' && why === '') throw new Refusal('PENALTY_NEEDS_REASON')
    const entry = { account_id: accountId, rule_id: ruleId, unit, amount: signed(kind, amount), day }
    const id = insertRow(tx, 'incentive_entry', {
      ...entry,
      why: why === '' ? (rule?.name ?? '') : why,
      by: signer(tx.db) ?? '',
    })
    return { entryId: IncentiveEntryId.parse(id), amount: entry.amount }
  })
}

/** @throws Refusal ROW_NOT_FOUND, RULE_NOT_VALID */
function ruleOn(tx: Tx, ruleId: string, day: string): Rule {
  const rule = tx.db
    .prepare<[string], Rule>('SELECT * FROM incentive_rule WHERE id = ? AND deleted = 0')
    .get(ruleId)
  if (!rule) throw new Refusal('ROW_NOT_FOUND')
  if (day < rule.from_on || (rule.until_on !== null && day > rule.until_on))
    throw new Refusal('RULE_NOT_VALID', { name: rule.name, day })
  return rule
}

/** @throws Refusal NOTHING_EARNED where no rule gives anything for the amount */
function reckoned(rule: Rule | null, base: number, unit: IncentiveUnit): number {
  const reckoning = readJson<Reckoning>(rule?.reckoning ?? null)
  const amount = reckoning === null ? 0 : reckon(base, reckoning, unit)
  if (amount === 0) throw new Refusal('NOTHING_EARNED', { name: rule?.name ?? '' })
  return amount
}

/** Pays an account out of its balance. @throws Refusal ACCOUNT_NOT_FOUND, DAY_TO_COME, DAY_OUT_OF_RANGE, POINTS_SHORT */
export function payOut(
  kernel: Kernel,
  input: InputOf<typeof incentives.payOut>,
): Outcome<{ entryId: IncentiveEntryId }> {
  const { commandId, accountId, unit, amount, day, why } = input
  const label = { command: 'payOut', params: { name: accountName(kernel.db, accountId) } }
  return kernel.write({ commandId, label }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    checkHappened(day, dayOf(kernel.now()))
    const balance = lowestFrom(postedTo(tx, accountId, unit), day)
    if (unit === 'points' && amount > balance)
      throw new Refusal('POINTS_SHORT', { balance: Math.max(0, balance), wanted: amount })
    const id = insertRow(tx, 'incentive_entry', {
      account_id: accountId,
      rule_id: null,
      unit,
      amount: signed('payOut', amount),
      day,
      why,
      by: signer(tx.db) ?? '',
    })
    return { entryId: IncentiveEntryId.parse(id) }
  })
}

const postedTo = (tx: Tx, accountId: string, unit: IncentiveUnit): Posted[] =>
  tx.db
    .prepare<[string, string], Posted>(
      `SELECT id, account_id AS accountId, unit, amount, day FROM incentive_entry
       WHERE account_id = ? AND unit = ? AND deleted = 0`,
    )
    .all(accountId, unit)

interface Row {
  readonly rule_id: string | null
  readonly day: string
  readonly why: string
}

/** @throws Refusal as the contract says */
export function changeEntries(
  kernel: Kernel,
  input: InputOf<typeof incentives.changeEntries>,
): Outcome<object> {
  const today = dayOf(kernel.now())
  return changeRows<Row>(kernel, ENTRIES, input, (tx, row) => {
    checkPast(row.day, today)
    const kind = tx.db
      .prepare<[string | null], IncentiveKind>('SELECT kind FROM incentive_rule WHERE id = ?')
      .pluck()
      .get(row.rule_id)
    if (kind === 'penalty' && row.why === '') throw new Refusal('PENALTY_NEEDS_REASON')
  })
}

/** @throws Refusal ROW_NOT_FOUND */
export const removeEntries = (
  kernel: Kernel,
  input: InputOf<typeof incentives.removeEntries>,
): Outcome<object> => removeRows(kernel, ENTRIES, input)
