import { describe, expect, test } from 'vitest'
import { addCustomField } from '../../../db/accounts/custom/service/fields.ts'
import type { PersonPage } from '../../../db/accounts/people/contract.ts'
import { getPerson, listPeople } from '../../../db/accounts/people/service/read.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import type { EngineContext } from '../../../db/context.ts'
import { ImportPlanInput } from '../../../db/exchange/contract.ts'
import { previewImport } from '../../../db/exchange/service/preview.ts'
import { uploadList } from '../../../db/exchange/service/uploads.ts'
import { exportVcards } from '../../../db/exchange/service/vcards.ts'
import { listBackups } from '../../../db/kernel/backupFiles.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { command } from '../newKernel.ts'
import { gbk } from './gbk.ts'
import { newContext, planFor, run } from './importing.ts'
import { fileOf, type RawCell, xlsxOf } from './makeXlsx.ts'
import { refusalOf } from './refusal.ts'

function withAccounts(...names: string[]): EngineContext {
  const context = newContext()
  const accounts = names.map((name, at) => ({ name, code: `K${at + 1}` }))
  addAccounts(context.kernel, { commandId: command(), accounts })
  return context
}

const listOf = (...rows: RawCell[][]) => xlsxOf(rows, '联系人.xlsx')

/** Everybody by name, with all that their page tells. */
const everybody = (context: EngineContext): Map<string, PersonPage> =>
  new Map(pages(context).map((page) => [page.name, page]))

const pages = ({ kernel }: EngineContext): PersonPage[] =>
  listPeople(kernel, { limit: 5_000 }).rows.map(({ id }) => getPerson(kernel, id))

describe('what a list holds is guessed from its headers', () => {
  test.each([
    [['姓名', '公司', '职务', '手机'], 'people'],
    [['Name', 'Company', 'Title', 'Email'], 'people'],
    [['客户名称', '联系人', '电话', '负责人'], 'accounts'],
    [['客户名称', '年交易额(万元)'], 'accounts'],
    [['日期', '客户', '联系人', '方式', '内容', '下一步'], 'log'],
    [['Date', 'Account', 'What happened'], 'log'],
  ])('%j: %s', async (headers, holds) => {
    const upload = await uploadList(newContext(), {
      file: listOf(
        headers,
        headers.map(() => '甲'),
      ),
    })
    expect(upload.holds).toEqual([holds])
  })
})

describe('importing people', () => {
  test('every fact of a person finds its place; one undo takes all back', async () => {
    const context = withAccounts('上海恒岳建材有限公司')
    const { fieldId } = addCustomField(context.kernel, {
      commandId: command(),
      subject: 'person',
      name: '车牌',
      kind: 'text',
    })
    const plan = await planFor(
      context,
      listOf(
        [
          '姓名',
          '公司',
          '职务',
          '部门',
          '任职开始',
          '性别',
          '手机',
          '私人电话',
          '邮箱',
          '微信',
          '生日',
          '籍贯',
          '入行年份',
          '爱好',
          '家庭',
          '证件号',
          '态度',
          '决策角色',
          '影响力',
          '标签',
          '车牌',
        ],
        [
          '周启明',
          '恒岳建材',
          '采购总监',
          '采购部',
          '2019年3月',
          '男',
          13_800_000_001,
          '021-55550001',
          'zhou@hengyue.cn',
          'zhouqm',
          '农历十月廿一',
          '宁波',
          '2003年',
          '钓鱼',
          '两个女儿',
          '310101196703140011',
          '支持',
          '拍板',
          5,
          '老客户、钓友',
          '沪A12345',
        ],
      ),
    )
    const preview = await previewImport(context, plan)
    // 恒岳建材 may be anybody's; 上海恒岳建材 lacks the legal form only
    expect(preview.problems.map(({ problem, proposal }) => [problem.code, proposal])).toEqual([
      ['companyUnknown', null],
    ])
    const { done } = await run(context, {
      ...plan,
      corrections: [{ row: 2, column: 1, text: '上海恒岳建材' }],
    })
    expect(done).toMatchObject({ inserted: 1, updated: 0, companies: 0 })
    expect(listBackups(context.kernel.dataFolder)).toHaveLength(1)
    const zhou = everybody(context).get('周启明')
    expect(zhou).toMatchObject({
      gender: 'male',
      phone: '13800000001',
      email: 'zhou@hengyue.cn',
      birthday: 'lunar:--10-21',
      tradeSince: 2003,
      attitude: 'champion',
      decisionRole: 'decides',
      influence: 5,
      tags: ['老客户', '钓友'],
      filled: ['privatePhone', 'family', 'idNumber'],
      custom: { [fieldId]: '沪A12345' },
      allEmployments: [
        { accountName: '上海恒岳建材有限公司', title: '采购总监', department: '采购部', since: '2019-03' },
      ],
    })
    undo(context.kernel, command())
    expect(everybody(context).size).toBe(0)
    redo(context.kernel, command())
    expect(everybody(context).size).toBe(1)
  })

  test('bad cells are explained, with what would mend them', async () => {
    const context = withAccounts('南浔木业', '恒岳建材')
    const plan = await planFor(
      context,
      listOf(
        ['姓名', '公司', '职务', '生日', '农历生日', '态度', '影响力'],
        ['甲一', '南浔木页', null, '1967-3-14或1968-3-14', null, null, null],
        ['乙二', '恒岳建材', null, '三月十四', null, '很铁', 7],
        ['丙三', '没有的公司', null, '2月30日', null, null, null],
        ['丁四', 'K2', null, '农历1967年十一月三十', null, null, null],
        [null, '恒岳建材', null, '2090-01-01', null, null, null],
        ['戊五', '恒岳建材', null, '1967-11-22', '十月廿一', null, null],
        ['己六', '恒岳建材', null, '1967-11-22', '十月廿二', null, null],
        ['庚七', null, '总经理', null, null, null, null],
        ['乙二', '恒岳建材', null, null, null, null, null],
      ),
    )
    const { problems, counts } = await previewImport(context, plan)
    expect(problems.map(({ row, problem, proposal }) => [row, problem.code, proposal])).toEqual([
      [2, 'birthdayTwo', null],
      [2, 'companyClose', '南浔木业'],
      [3, 'personWordUnknown', null],
      [3, 'influenceUnknown', null],
      [3, 'birthdayWhichCalendar', '农历三月十四'],
      [4, 'birthdayNoSuchDay', null],
      [4, 'companyUnknown', null],
      [5, 'birthdayLunarMonthShort', '农历1967年冬月廿九'],
      [6, 'birthdayFuture', null],
      [6, 'personNameMissing', null],
      [8, 'birthdaysDiffer', null],
      [9, 'jobWithoutCompany', null],
      [10, 'personTwice', null],
    ])
    expect(counts).toMatchObject({ insert: 1, problem: 8 })
    await expect(run(context, plan)).rejects.toThrow()
    expect(everybody(context).size).toBe(0)
  })

  test('a company that nobody knows becomes a prospect where that is chosen, in the same step', async () => {
    const context = withAccounts('恒岳建材')
    const plan = await planFor(
      context,
      listOf(
        ['姓名', '公司', '职务'],
        ['甲', '新来的公司', '厂长'],
        ['乙', '新来的公司', '采购'],
        ['丙', '恒岳建材', '采购'],
      ),
      { newCompanies: true },
    )
    expect(await previewImport(context, plan)).toMatchObject({ problems: [], newCompanies: ['新来的公司'] })
    expect((await run(context, plan)).done).toMatchObject({ inserted: 3, companies: 1 })
    const accounts = () => listAccounts(context.kernel).rows.map(({ name, lifecycle }) => [name, lifecycle])
    expect(accounts()).toContainEqual(['新来的公司', 'prospect'])
    expect(everybody(context).get('乙')?.allEmployments[0]).toMatchObject({ accountName: '新来的公司' })
    undo(context.kernel, command())
    expect(accounts()).toEqual([['恒岳建材', null]])
  })

  test('people who exist are found by company, phone or e-mail; blank cells leave what is there', async () => {
    const context = withAccounts('恒岳建材', '南浔木业')
    const first = listOf(
      ['姓名', '公司', '职务', '手机', '邮箱', '籍贯'],
      ['张伟', '恒岳建材', '采购', '13800000001', null, '宁波'],
      ['张伟', '南浔木业', '厂长', '13800000002', null, '湖州'],
      ['李梅', null, null, null, 'li@mei.cn', '绍兴'],
    )
    await run(context, await planFor(context, first))
    const again = await planFor(
      context,
      listOf(
        ['姓名', '公司', '职务', '手机', '邮箱', '籍贯'],
        ['张伟', '恒岳建材', '采购总监', null, null, null],
        ['张伟', null, null, '138-0000-0002', null, '湖州'],
        ['李梅', '南浔木业', '财务', null, 'LI@mei.cn', null],
        ['张伟', null, null, null, null, null],
        ['王五', null, null, '13800000001', null, null],
      ),
    )
    const { rows, problems, lookAlikes } = await previewImport(context, again)
    expect(rows.fates).toEqual(['update', 'update', 'update', 'problem', 'insert'])
    expect(rows.changes).toEqual([[2], [3], [1, 2, 4], [], []])
    expect(problems.map(({ row, problem }) => [row, problem.code])).toEqual([[5, 'personAmbiguous']])
    expect(lookAlikes).toEqual([{ row: 6, name: '王五', existing: '张伟', likeness: 'phone' }])
    await run(context, { ...again, leaveOut: [5] })
    const jobs = pages(context).flatMap(({ name, nativePlace, allEmployments }) =>
      allEmployments.map(({ accountName, title }) => [name, nativePlace, accountName, title]),
    )
    expect(new Set(jobs)).toEqual(
      new Set([
        ['张伟', '宁波', '恒岳建材', '采购总监'],
        ['张伟', '湖州', '南浔木业', '厂长'],
        ['李梅', '绍兴', '南浔木业', '财务'],
      ]),
    )
  })

  test('a GBK file from an old system simply works', async () => {
    const context = withAccounts('恒岳建材')
    const text = '姓名,公司,职务\r\n褚卉,恒岳建材,采购\r\n'
    const plan = await planFor(context, fileOf(gbk(text), '联系人.csv'))
    await run(context, plan)
    expect(everybody(context).get('褚卉')?.allEmployments[0]?.title).toBe('采购')
  })

  test('a list without names is refused by name', async () => {
    const context = withAccounts('恒岳建材')
    const plan = await planFor(context, listOf(['公司', '职务'], ['恒岳建材', '采购']), { holds: 'people' })
    expect(await refusalOf(previewImport(context, plan))).toMatchObject({ code: 'NAME_NOT_MAPPED' })
  })

  test('10,000 people take seconds, are told step by step, and stop when asked', async () => {
    const companies = Array.from({ length: 500 }, (_, at) => `公司${String(at).padStart(4, '0')}号`)
    const context = withAccounts(...companies)
    const rows = Array.from({ length: 10_000 }, (_, at): RawCell[] => [
      `联系人${at}`,
      companies[at % 500] ?? '',
      '经理',
      `139${String(10_000_000 + at)}`,
      '1970-05-04',
    ])
    const plan = await planFor(context, listOf(['姓名', '公司', '职务', '手机', '生日'], ...rows))
    const aborter = new AbortController()
    aborter.abort()
    expect(await refusalOf(run(context, plan, command(), aborter.signal))).toMatchObject({
      code: 'CANCELLED',
    })
    const began = performance.now()
    const { done, progress } = await run(context, plan)
    expect(done.inserted).toBe(10_000)
    expect(progress.map(({ phase }) => phase)).toContain('checking')
    expect(listPeople(context.kernel, { limit: 1 }).count).toBe(10_000)
    // a loose fence against doing something for each row that grows with the list
    expect(performance.now() - began).toBeLessThan(30_000)
  }, 120_000)
})

test('vCards in GBK go through the same preview as a list of people', async () => {
  const context = withAccounts('恒岳建材')
  const text = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:褚;卉;;;',
    'ORG:恒岳建材;采购部',
    'TITLE:采购总监',
    'TEL;TYPE=CELL:13800000001',
    'TEL;TYPE=HOME:021-55550001',
    'EMAIL:chu@hengyue.cn',
    'BDAY:1967-03-14',
    'NOTE:只在上午接电话',
    'END:VCARD',
    '',
  ].join('\r\n')
  const plan = await planFor(context, fileOf(gbk(text), '名片.vcf'))
  expect(plan.holds).toBe('people')
  expect((await previewImport(context, plan)).problems).toEqual([])
  await run(context, plan)
  expect(everybody(context).get('褚卉')).toMatchObject({
    phone: '13800000001',
    birthday: '1967-03-14',
    note: '只在上午接电话',
    filled: ['privatePhone'],
    allEmployments: [{ accountName: '恒岳建材', title: '采购总监', department: '采购部' }],
  })
})

const vcard = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

test('a card with two birthdays is a problem of its row, counted from 1; the correction is taken', async () => {
  const context = withAccounts('恒岳建材')
  const cards = vcard('FN:甲', 'BDAY:1970-01-01', 'BDAY:1971-02-02') + vcard('FN:乙', 'BDAY:1970-01-01')
  const plan = await planFor(context, fileOf(cards, '名片.vcf'))
  const { rows, problems } = await previewImport(context, plan)
  expect(rows.numbers).toEqual([1, 2])
  expect(problems).toMatchObject([{ row: 1, text: '1971-02-02', problem: { code: 'birthdaysDiffer' } }])
  const column = problems[0]?.column ?? -1
  await run(context, { ...plan, corrections: [{ row: 1, column, text: '' }] })
  expect(everybody(context).get('甲')).toMatchObject({ birthday: '1970-01-01' })
  expect(ImportPlanInput.safeParse({ ...plan, leaveOut: [1] }).success).toBe(true)
})

test.each([
  ['', 'notAVcard'],
  ['FN:甲\r\nTEL:13800000001\r\nEND:VCARD\r\n', 'notAVcard'],
  [`${vcard('FN:甲')}BEGIN:VCARD\r\nFN:乙\r\n`, 'vcardOpen'],
])('a broken file of cards %j is refused as %s', async (text, reason) => {
  await expect(planFor(withAccounts(), fileOf(text, '名片.vcf'))).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    data: { reason },
  })
})

test('people leave as vCards that come back; private phones only where chosen, and then each is a recorded look', async () => {
  const context = withAccounts('恒岳建材')
  const file = listOf(
    ['姓名', '公司', '职务', '手机', '私人电话', '生日'],
    ['褚卉', '恒岳建材', '采购总监', '13800000001', '021-55550001', '农历十月廿一'],
  )
  await run(context, await planFor(context, file))
  const [chu] = pages(context)
  if (!chu) throw new Error('nobody was imported')
  const give = (withPrivate: boolean) =>
    exportVcards(context, { commandId: command(), personIds: [chu.id], withPrivate, language: 'zh' })
  expect(await give(false).text()).not.toContain('55550001')
  expect(getPerson(context.kernel, chu.id).reveals).toEqual([])
  const card = give(true)
  expect(card.name).toMatch(/^褚卉 \d{4}-\d\d-\d\d\.vcf$/)
  expect(await card.text()).toContain('021-55550001')
  expect(getPerson(context.kernel, chu.id).reveals).toMatchObject([{ field: 'privatePhone' }])
  const again = await planFor(context, card)
  expect((await previewImport(context, again)).rows.fates).toEqual(['same'])
})
