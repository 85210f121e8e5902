import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, IncentiveEntryId, IncentiveRuleId } from '../../kernel/ids.ts'
import { CellEdits, Day, ledgerErrors, MOST_ROWS, Name, StandingOrNone, Text } from '../ledger/contract.ts'
import { ENTRY_KINDS, MOST_AMOUNT, WHOLE_RATE } from './rules/reckoning.ts'
import { INCENTIVE_KINDS, INCENTIVE_UNITS } from './rules/words.ts'

/** See rules/reckoning.ts. */
export const ReckoningShape = z.object({
  /** hundredths of a percent */
  rate: z.int().min(1).max(WHOLE_RATE),
  /** fen */
  threshold: z.int().min(0).max(MOST_AMOUNT),
  /** in the rule's unit */
  cap: z.int().min(1).max(MOST_AMOUNT).nullable(),
})

/** What a rule says (B4.6): YYYY-MM-DD; `reckoning` null where amounts are entered. */
export const RuleFields = z.object({
  name: Name,
  kind: z.enum(INCENTIVE_KINDS),
  unit: z.enum(INCENTIVE_UNITS),
  text: Text,
  reckoning: ReckoningShape.nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
})
export type RuleFields = z.infer<typeof RuleFields>

/** A rule with how often it was used. */
export const IncentiveRule = RuleFields.extend({
  id: IncentiveRuleId,
  entries: z.int(),
  /** whether it holds today */
  holds: z.boolean(),
})
export type IncentiveRule = z.infer<typeof IncentiveRule>

/** A line of the incentive ledger 奖惩台账, fen or points. */
export const IncentiveEntry = z.object({
  id: IncentiveEntryId,
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  ruleId: IncentiveRuleId.nullable(),
  rule: z.string().nullable(),
  kind: z.enum(ENTRY_KINDS),
  unit: z.enum(INCENTIVE_UNITS),
  /** negative where it was taken or paid out */
  amount: z.int(),
  /** of the account in this unit after this entry */
  balance: z.int(),
  day: z.string(),
  why: z.string(),
  by: z.string().nullable(),
})
export type IncentiveEntry = z.infer<typeof IncentiveEntry>

/** What of an entry can be changed; an amount is taken back and entered anew. */
export const EntryFields = z.object({ day: Day, why: Text })

const entered = z.int().min(1).max(MOST_AMOUNT)
const penalty = { PENALTY_NEEDS_REASON: { status: 422 } } as const

/** Incentives, positive and negative 有奖有罚 (B4.6). */
export const incentives = {
  /** The ledger, of an account where one is given: newest entries first, with running balances; and all rules. */
  list: oc.input(z.object({ accountId: AccountId.optional() })).output(
    z.object({
      today: z.string(),
      rules: z.array(IncentiveRule),
      rows: z.array(IncentiveEntry),
    }),
  ),
  addRule: oc
    .input(CommandInput.extend(RuleFields.partial({ text: true, reckoning: true, untilOn: true }).shape))
    .output(Written.extend({ ruleId: IncentiveRuleId }))
    .errors(ledgerErrors),
  /** Changes a rule; RULE_USED where kind or unit would change beneath entries. */
  changeRule: oc
    .input(CommandInput.extend({ ruleId: IncentiveRuleId, before: RuleFields, after: RuleFields }))
    .output(Written)
    .errors({
      ...ledgerErrors,
      RULE_USED: { status: 409, data: z.object({ name: z.string(), entries: z.int() }) },
    }),
  /** Deletes rules; their entries stay. */
  removeRules: oc
    .input(CommandInput.extend({ ids: z.array(IncentiveRuleId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),
  /**
   * Enters what an account earned or lost by a rule: `base` (fen) is reckoned by the rule, `amount` counts as it is.
   * RULE_NOT_VALID where the rule doesn't hold on the day, NOTHING_EARNED where it gives nothing for the amount,
   * PENALTY_NEEDS_REASON for a penalty that doesn't say why. Without a rule it is a gain of another sort.
   */
  enter: oc
    .input(
      CommandInput.extend({
        accountId: AccountId,
        ruleId: IncentiveRuleId.nullable(),
        unit: z.enum(INCENTIVE_UNITS),
        given: z.union([z.object({ amount: entered }), z.object({ base: z.int().min(0).max(MOST_AMOUNT) })]),
        day: Day,
        why: Text,
      }),
    )
    .output(Written.extend({ entryId: IncentiveEntryId, amount: z.int() }))
    .errors({
      ...ledgerErrors,
      ...penalty,
      RULE_NOT_VALID: { status: 422, data: z.object({ name: z.string(), day: z.string() }) },
      NOTHING_EARNED: { status: 422, data: z.object({ name: z.string() }) },
    }),
  /** Pays an account out of its balance. POINTS_SHORT where that would take points below nought, on the day or later. */
  payOut: oc
    .input(
      CommandInput.extend({
        accountId: AccountId,
        unit: z.enum(INCENTIVE_UNITS),
        amount: entered,
        day: Day,
        why: Text,
      }),
    )
    .output(Written.extend({ entryId: IncentiveEntryId }))
    .errors({
      ...ledgerErrors,
      POINTS_SHORT: { status: 422, data: z.object({ balance: z.int(), wanted: z.int() }) },
    }),
  changeEntries: oc
    .input(CellEdits(IncentiveEntryId, EntryFields.keyof()))
    .output(Written)
    .errors({ ...ledgerErrors, ...penalty }),
  removeEntries: oc
    .input(CommandInput.extend({ ids: z.array(IncentiveEntryId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),
}
