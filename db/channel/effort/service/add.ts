import { dayOf } from '../../../accounts/rules/days.ts'
import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, EffortId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { NewEffort } from '../contract.ts'
import { minutesText } from '../rules/minutes.ts'
import { effortCheck } from './checks.ts'

/**
 * Adds lines, all or none.
 * @throws Refusal ACCOUNT_NOT_FOUND, MEMBER_NOT_FOUND, EFFORT_MINUTES, DAY_TO_COME, DAY_OUT_OF_RANGE, EFFORT_DAY_FULL, EFFORT_WHOSE
 */
export function addEffort(
  kernel: Kernel,
  { commandId, lines }: { commandId: CommandId; lines: readonly NewEffort[] },
): Outcome<{ effortIds: EffortId[] }> {
  const params = { count: lines.length, name: minutesText(lines[0]?.minutes ?? 0) }
  return kernel.write({ commandId, label: { command: 'addEffort', params } }, (tx) => ({
    effortIds: insertEffort(tx, dayOf(kernel.now()), lines),
  }))
}

/** Adds lines inside a command. @param today YYYY-MM-DD @throws as {@link addEffort} */
export function insertEffort(tx: Tx, today: string, lines: readonly NewEffort[]): EffortId[] {
  const check = effortCheck(tx, today)
  const insert = tx.db.prepare(
    `INSERT INTO effort (id, member_id, account_id, day, minutes, subject, subject_id, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const { me } = readSettings(tx.db)
  const ids = lines.map((line) => {
    const { accountId = null, day = today, minutes, subject = 'account', subjectId = null, note = '' } = line
    const memberId = line.memberId ?? me
    if (memberId === null) throw new Refusal('EFFORT_WHOSE')
    check.line({ memberId, accountId, day, minutes })
    const id = EffortId.parse(tx.newId())
    insert.run(id, memberId, accountId, day, minutes, subject, subjectId, note)
    tx.breathe()
    return id
  })
  check.days()
  return ids
}
