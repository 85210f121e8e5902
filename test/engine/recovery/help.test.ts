import { expect, it } from 'vitest'
import { changeSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { CaseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { courseSteps } from '../../../db/recovery/rules/courseTable.ts'
import { BARS, type Bar, CASE_EVENTS, CASE_STATES } from '../../../db/recovery/rules/states.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { caseIn, FINE, sheetOf, step } from './newCases.ts'

const PRINTED = courseSteps()
const CODE = 'C-0001'
const NOTE = { note: '原因' }

/** What takes from a case that has all that its steps need the one thing that a bar names. */
const LACKING = {
  notContained: [
    `UPDATE recovery_case SET grading = json_set(grading, '$.severity', 1) || '' WHERE id = @caseId`,
  ],
  noSolution: [`UPDATE recovery_case SET explanation = '' WHERE id = @caseId`],
  overLimit: [
    `INSERT INTO approval_limit (id, role, amount) SELECT @newId, role, 0 FROM member WHERE id = @me`,
    `INSERT INTO case_remedy (id, case_id, kind, what, amount, done, order_key)
     VALUES (@newId, @caseId, 'compensation', '赔付', 100, '{"on":"2026-11-24","by":"","note":""}', 'a0')`,
  ],
  undelivered: [
    `INSERT INTO case_remedy (id, case_id, kind, what, order_key) VALUES (@newId, @caseId, 'service', '换货', 'a0')`,
  ],
  unanswered: ['UPDATE recovery_case SET answer = NULL WHERE id = @caseId'],
  unexplained: [
    `UPDATE recovery_case SET finding = json_set(finding, '$.true', 'yes') || '' WHERE id = @caseId`,
  ],
  refused: [
    `UPDATE recovery_case SET answer = '${JSON.stringify({ ...FINE, answer: 'refuses' })}' WHERE id = @caseId`,
  ],
  unchecked: [
    // without a finding that it wasn't true, a case needs its root cause
    `INSERT INTO root_cause (id, name, loss_cause, force) VALUES (@newId, '没有会签', 'unresolved', 'ours')`,
    'UPDATE recovery_case SET finding = NULL, root_cause_id = (SELECT id FROM root_cause LIMIT 1) WHERE id = @caseId',
  ],
  unnamed: [
    `INSERT INTO case_remedy (id, case_id, kind, what, amount, done, order_key)
     VALUES (@newId, @caseId, 'compensation', '赔付', 100, '{"on":"2026-11-24","by":"","note":""}', 'a0')`,
  ],
} as const satisfies Record<Bar, readonly string[]>

const lack = (kernel: Kernel, caseId: CaseId, me: string, bar: Bar): void => {
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    for (const sql of LACKING[bar]) {
      const given = { caseId, me, newId: tx.newId() }
      const named = Object.entries(given).filter(([name]) => sql.includes(`@${name}`))
      tx.db.prepare(sql).run(Object.fromEntries(named))
    }
    return {}
  })
}

it.each(CASE_STATES)('what the help prints of %s is what the engine does with every event', (state) => {
  const { kernel, caseId, boss } = caseIn(state)
  changeSettings(kernel, { me: boss })
  for (const event of CASE_EVENTS) {
    const printed = PRINTED.find((one) => one.state === state && one.event === event)
    const take = (more: object = NOTE) => step(kernel, caseId, event, more)
    if (printed === undefined) {
      expect(take).toThrow(refused('CASE_STEP_REFUSED', { code: CODE, state, event }))
      continue
    }
    if (printed.reason) expect(() => take({})).toThrow(refused('CASE_NEEDS_REASON', { event }))
    take(printed.reason ? NOTE : {})
    expect(sheetOf(kernel, caseId).state).toBe(printed.to)
    undo(kernel, command())
    for (const bar of BARS) {
      lack(kernel, caseId, boss, bar)
      if (bar === 'unnamed') changeSettings(kernel, { me: null })
      if (printed.bars.includes(bar))
        expect(take).toThrow(refused('CASE_BARRED', { code: CODE, reason: bar }))
      else {
        take()
        undo(kernel, command())
      }
      undo(kernel, command())
      changeSettings(kernel, { me: boss })
    }
  }
})
