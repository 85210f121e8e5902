import { expect, test } from 'vitest'
import { addCustomField } from '../../../db/accounts/custom/service/fields.ts'
import { getGroup } from '../../../db/accounts/group/service/companies.ts'
import { getAccount, listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import type { EngineContext } from '../../../db/context.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { exportAccounts } from '../../../db/exchange/service/accounts.ts'
import { previewImport } from '../../../db/exchange/service/preview.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command } from '../newKernel.ts'
import { textsOf } from './files.ts'
import { newContext, planFor, run } from './importing.ts'
import { type RawCell, xlsxOf } from './makeXlsx.ts'

/** A department with a custom field of each kind and somebody to name. */
function newDepartment(): EngineContext {
  const context = newContext()
  const { kernel } = context
  addMember(kernel, { commandId: command(), name: '方佩', role: '' })
  const add = (
    name: string,
    kind: 'text' | 'number' | 'date' | 'choice' | 'person',
    choices: string[] = [],
  ) => addCustomField(kernel, { commandId: command(), subject: 'account', name, kind, choices })
  add('开户行', 'text')
  add('门店数', 'number')
  add('签约日', 'date')
  add('重视程度', 'choice', ['高', '低'])
  add('对接人', 'person')
  return context
}

const listOf = (...rows: RawCell[][]) => xlsxOf(rows, '客户台账.xlsx')

const take = async (context: EngineContext, file: File) => run(context, await planFor(context, file))

const whatIsWrong = async (context: EngineContext, file: File) =>
  (await previewImport(context, await planFor(context, file))).problems.map(({ row, column, problem }) => [
    row,
    column,
    problem.code,
  ])

function accountNamed({ kernel }: EngineContext, name: string) {
  const row = listAccounts(kernel).rows.find((one) => one.name === name)
  if (!row) throw new Error(`no account ${name}`)
  return getAccount(kernel, row.id).account
}

const HEADERS = [
  '客户名称',
  '成立年份',
  '员工人数',
  '年营业额(万元)',
  '合作始于',
  '标签',
  '母公司',
  '开户行',
  '门店数',
  '签约日',
  '重视程度',
  '对接人',
]

test('fields, custom fields and parents come in from a list, leave with the export and come in again unchanged', async () => {
  const context = newDepartment()
  await take(
    context,
    listOf(
      HEADERS,
      [
        '南浔集团',
        1998,
        300,
        1200.5,
        '2019-05',
        '老客户、重点',
        null,
        '工行',
        12.5,
        '2026-02-28',
        '高',
        '方佩',
      ],
      ['南浔门窗', null, null, null, null, null, '南浔集团', null, null, null, null, null],
    ),
  )
  const group = accountNamed(context, '南浔集团')
  expect(group).toMatchObject({
    founded: 1998,
    staff: 300,
    revenue: 1_200_500_000,
    cooperationSince: '2019-05',
  })
  const member = context.kernel.db.prepare('SELECT id FROM member').pluck().get()
  expect(group.custom).toEqual(['工行', 12_500, '2026-02-28', '高', member])
  expect(accountNamed(context, '南浔门窗').parentId).toBe(group.id)
  expect(getGroup(context.kernel, group.id).companies.map(({ name, depth }) => [name, depth])).toEqual([
    ['南浔集团', 0],
    ['南浔门窗', 1],
  ])
  const file = await exportAccounts(context, { language: 'zh' })
  const [headers = [], ...rows] = await textsOf(file, '客户台账')
  const exported = rows.find((row) => row.includes('南浔集团')) ?? []
  const shown = (header: string) => exported[headers.findIndex((one) => one.startsWith(header))]
  expect([shown('开户行'), shown('门店数'), shown('签约日'), shown('重视程度'), shown('对接人')]).toEqual([
    '工行',
    '12.5',
    '2026-02-28',
    '高',
    '方佩',
  ])
  const preview = await previewImport(context, await planFor(context, file))
  expect(preview.problems).toEqual([])
  expect(preview.counts).toMatchObject({ insert: 0, update: 0, same: 2 })
  undo(context.kernel, command())
  expect(listAccounts(context.kernel).rows).toEqual([])
})

test('values that a field or custom field can’t hold are told at their cells, and nothing comes in', async () => {
  const context = newDepartment()
  const file = listOf(HEADERS, [
    '南浔集团',
    '九八年',
    -3,
    '很多',
    '2019-13',
    null,
    null,
    '行'.repeat(3_000),
    '十二',
    '2026-02-29',
    '中',
    '没有这个人',
  ])
  const wrong = await whatIsWrong(context, file)
  expect(wrong.map(([, column, code]) => [column, code])).toEqual(
    expect.arrayContaining([
      [1, 'notYear'],
      [2, 'belowZero'],
      [4, 'dayUnknown'],
      [7, 'textTooLong'],
      [9, 'dayUnknown'],
      [10, 'choiceUnknown'],
    ]),
  )
  expect(new Set(wrong.map(([, column]) => column))).toEqual(new Set([1, 2, 3, 4, 7, 8, 9, 10, 11]))
  await expect(take(context, file)).rejects.toThrow()
  expect(listAccounts(context.kernel).rows).toEqual([])
})

test('a parent nobody knows, of whom there are two, itself or its own subsidiary is refused at its cell', async () => {
  const context = newDepartment()
  addAccounts(context.kernel, {
    commandId: command(),
    accounts: [{ name: '同名公司' }, { name: '同名公司' }],
  })
  const file = listOf(
    ['客户名称', '母公司'],
    ['甲', '没有的公司'],
    ['乙', '同名公司'],
    ['丙', '丙'],
    ['丁', '戊'],
    ['戊', '己'],
    ['己', '丁'],
  )
  expect(await whatIsWrong(context, file)).toEqual([
    [2, 1, 'parentUnknown'],
    [3, 1, 'parentAmbiguous'],
    [4, 1, 'parentItself'],
    [5, 1, 'parentCircle'],
    [6, 1, 'parentCircle'],
    [7, 1, 'parentCircle'],
  ])
  await expect(take(context, file)).rejects.toThrow()
  expect(listAccounts(context.kernel).rows).toHaveLength(2)
})
