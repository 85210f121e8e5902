import { expect, test } from 'vitest'
import { listEntries } from '../../../db/accounts/log/service/read.ts'
import { addPeople } from '../../../db/accounts/people/service/write.ts'
import { addDays, dayOf } from '../../../db/accounts/rules/days.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import type { EngineContext } from '../../../db/context.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { previewImport } from '../../../db/exchange/service/preview.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command } from '../newKernel.ts'
import { newContext, planFor, run } from './importing.ts'
import { type RawCell, xlsxOf } from './makeXlsx.ts'
import { refusalOf } from './refusal.ts'

/** 恒岳建材 with 周启明 and two 张伟, and our 林晓舟. */
function department(): EngineContext {
  const context = newContext()
  const { kernel } = context
  const { accountIds } = addAccounts(kernel, {
    commandId: command(),
    accounts: [{ name: '恒岳建材', code: 'K1' }],
  })
  const employments = accountIds.map((accountId) => ({
    accountId,
    title: '',
    department: '',
    since: null,
    until: null,
  }))
  const people = ['周启明', '张伟', '张伟'].map((name) => ({ name, custom: [], employments }))
  addPeople(kernel, { commandId: command(), entryId: null, people })
  addMember(kernel, { commandId: command(), name: '林晓舟', role: '' })
  return context
}

const listOf = (...rows: RawCell[][]) => xlsxOf(rows, '工作日志.xlsx')
const HEADERS = ['日期', '客户', '对方人员', '方式', '内容', '下一步', '下一步日期', '跟进人']
const entries = ({ kernel }: EngineContext) => listEntries(kernel, { limit: 100, open: false }).entries

test('entries find account, people, channel and colleague; again they are the same; one undo takes them back', async () => {
  const context = department()
  const file = () =>
    listOf(
      HEADERS,
      ['2026-03-02', 'K1', '周启明', '上门拜访', '谈了年度返利。', '送报价', '2026-03-09', '林晓舟'],
      ['2026/3/5 14:30', '恒岳建材', null, null, '电话里说收到了报价', null, null, null],
    )
  const plan = await planFor(context, file())
  expect(plan.holds).toBe('log')
  expect((await run(context, plan)).done).toMatchObject({ inserted: 2, updated: 0 })
  expect(entries(context)).toMatchObject([
    { happenedOn: '2026-03-05', channel: 'call', member: null, people: [], next: null },
    {
      happenedOn: '2026-03-02',
      account: '恒岳建材',
      channel: 'visit',
      member: '林晓舟',
      people: [{ name: '周启明' }],
      text: '谈了年度返利。',
      next: { step: '送报价', on: '2026-03-09' },
    },
  ])
  expect((await previewImport(context, await planFor(context, file()))).rows.fates).toEqual(['same', 'same'])
  undo(context.kernel, command())
  expect(entries(context)).toEqual([])
})

test('bad cells are explained, with what would mend them', async () => {
  const context = department()
  const tomorrow = addDays(dayOf(context.kernel.now()), 1)
  const plan = await planFor(
    context,
    listOf(
      HEADERS,
      ['2026-02-30', '恒岳建财', '周启明', '飞鸽', '甲', null, null, null],
      [tomorrow, '恒岳建材', '周启铭、张伟', '电话', null, '回访', null, '林晓丹'],
      ['2026-03-02', null, null, '电话', '乙', null, '2026-03-09', null],
      ['2026-03-02', '恒岳建材', null, '电话', '字'.repeat(20_001), null, null, null],
      ['2026-03-03', '恒岳建材', null, '电话', '丙', null, null, null],
      ['3月3日', 'K1', null, '电话', '丙', null, null, null],
    ),
  )
  const { problems } = await previewImport(context, plan)
  expect(problems.map(({ row, problem, proposal }) => [row, problem.code, proposal])).toEqual([
    [2, 'companyClose', '恒岳建材'],
    [2, 'dayUnknown', null],
    [2, 'channelUnknown', null],
    [3, 'entryTextMissing', null],
    [3, 'entryInFuture', null],
    [3, 'nextWithoutDay', null],
    [3, 'personUnknown', '周启明、张伟'],
    [3, 'personAmbiguous', null],
    [3, 'ownerClose', '林晓舟'],
    [4, 'companyMissing', null],
    [4, 'nextWithoutStep', null],
    [5, 'textTooLong', null],
    [7, 'entryTwice', null],
  ])
  await expect(run(context, plan)).rejects.toThrow()
  expect(entries(context)).toEqual([])
})

test('a work log without days is refused by name', async () => {
  const context = department()
  const plan = await planFor(context, listOf(['客户', '内容'], ['恒岳建材', '甲']), { holds: 'log' })
  expect(await refusalOf(previewImport(context, plan))).toMatchObject({ code: 'ENTRY_NOT_MAPPED' })
})
