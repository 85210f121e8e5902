import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Why } from '../../../../db/channel/tasks/rules/reasons.ts'
import { type TaskRow, taskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { TASK_KINDS } from '../../../../db/channel/tasks/rules/words.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { taskColumns } from '../../../../renderer/features/channel/tasks/taskColumns.ts'
import { textOf } from '../../../../renderer/grid/cells.ts'
import { i18n } from '../../../../renderer/i18n/i18n.ts'
import { speakForTests } from '../../i18n/speak.ts'

const TODAY = '2026-11-24'

beforeAll(() => speakForTests('zh'))

const columns = () => taskColumns({ today: TODAY, members: [], withAccount: true, t: i18n.t })
const day = fc.constantFrom('2026-11-03', '2026-11-23', TODAY, '2026-11-25', '2026-12-20', '2027-11-24')
const somebody = fc.constantFrom(null, '钱秋', '沈知远')
const why: fc.Arbitrary<Why> = fc.oneof(
  fc.record({ code: fc.constant('silence'), days: fc.constant(30), last: day }),
  fc.record({ code: fc.constant('birthday'), on: day, lunar: fc.boolean() }),
  fc.record({ code: fc.constant('service'), every: fc.constantFrom(30, 90), last: fc.option(day) }),
  fc.record({
    code: fc.constant('cadence'),
    sort: fc.constantFrom('visit', 'call'),
    every: fc.constantFrom(30, 90),
    last: fc.option(day),
    policyId: fc.constant(null),
  }),
  fc.constant({ code: 'playbook', playbookId: 'p' } as const),
  fc.constant({ code: 'own', by: null } as const),
)
const texts = fc.record({
  why: why.map((reason) => JSON.stringify(reason)),
  title: fc.constantFrom('', '送样'),
  kind: fc.constantFrom(...TASK_KINDS),
  tier: fc.option(fc.constantFrom(...TIERS)),
  person: somebody,
  about: somebody,
  dueOn: day,
  dueTime: fc.constantFrom('', '09:30'),
  waiting: fc.option(day.map((since) => JSON.stringify({ since, note: '' }))),
  snooze: fc.option(day.map((until) => JSON.stringify({ until, reason: '' }))),
  playbook: fc.option(fc.constantFrom(1, 2).map((step) => JSON.stringify({ name: '回访', step, of: 2 }))),
})

/** A task and others that differ from it in one thing each. */
const alike: fc.Arbitrary<TaskRow[]> = fc.tuple(texts, texts).map(([one, other]) =>
  [one, ...Object.entries(other).map(([name, text]) => ({ ...one, [name]: text }))].map((row) =>
    taskRow(
      {
        ...{ id: 't', accountId: 'a', account: '恒岳', personId: null, ownerId: null, owner: null },
        ...{ formerOwner: null, madeOn: TODAY, repeats: null, settlement: null },
        ...row,
      },
      TODAY,
    ),
  ),
)

test('each task of a list says what it would say alone', () => {
  fc.assert(
    fc.property(alike, (rows) => {
      const shared = columns()
      for (const task of rows)
        expect(shared.map((column) => textOf(column, task))).toEqual(
          columns().map((column) => textOf(column, task)),
        )
    }),
  )
})
