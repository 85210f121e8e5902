import { expect, it } from 'vitest'
import { erase } from '../../../../db/accounts/privacy/service/erase.ts'
import { generateTasks } from '../../../../db/channel/tasks/service/generate.ts'
import { command } from '../../newKernel.ts'
import { addPerson, publishTiers, TODAY, taskRoom } from './rows.ts'

it('a person’s birthday leaves with them, and their name leaves the tasks that others keep', async () => {
  const room = taskRoom('2026-05-04')
  publishTiers(room, 'X6')
  room.goTo(TODAY)
  const personId = addPerson(room, room.hengyue, '郑明霞', '1980-11-26')
  generateTasks(room.kernel, { commandId: command() })
  room.add('给郑明霞寄色卡', { accountId: room.hengyue, personId })
  const birthday = room.list().find(({ why }) => why.code === 'birthday')
  expect(birthday?.person).toBe('郑明霞')
  await erase(room.kernel, {
    commandId: command(),
    personId,
    basis: '本人要求',
    blankEntries: false,
    removeBackups: true,
  })
  expect(room.list().filter(({ why }) => why.code === 'birthday' || why.code === 'erased')).toEqual([])
  expect(room.titles().join()).not.toContain('郑明霞')
  const held = room.kernel.db
    .prepare<[], string>(
      `SELECT group_concat(before || after) FROM change WHERE tbl = 'care_task' AND (before || after) IS NOT NULL`,
    )
    .pluck()
    .get()
  expect(held ?? '').not.toContain('郑明霞')
  const past = room.kernel.db
    .prepare<[string], string>(
      `SELECT group_concat(after) FROM change WHERE tbl = 'care_task' AND row_id = ?`,
    )
    .pluck()
    .get(birthday?.id ?? '')
  expect(past ?? '').not.toContain('2026-11-26')
  generateTasks(room.kernel, { commandId: command() })
  expect(room.list().filter(({ why }) => why.code === 'birthday')).toEqual([])
})
