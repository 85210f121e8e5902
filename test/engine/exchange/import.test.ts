import { describe, expect, test } from 'vitest'
import { addFigure } from '../../../db/accounts/service/figures.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import type { EngineContext } from '../../../db/context.ts'
import { addMember, listMembers } from '../../../db/department/service/members.ts'
import type { ColumnUse } from '../../../db/exchange/contract.ts'
import { exportAccounts } from '../../../db/exchange/service/accounts.ts'
import { importList } from '../../../db/exchange/service/importList.ts'
import { exportProblems, previewImport } from '../../../db/exchange/service/preview.ts'
import { uploadList } from '../../../db/exchange/service/uploads.ts'
import { listBackups } from '../../../db/kernel/backupFiles.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { command } from '../newKernel.ts'
import { fixture, textsOf } from './files.ts'
import { newContext, planFor, run } from './importing.ts'
import { fileOf, type RawCell, xlsxOf } from './makeXlsx.ts'
import { refusalOf } from './refusal.ts'

const listOf = (...rows: RawCell[][]) => xlsxOf(rows, '客户台账.xlsx')
const names = ({ kernel }: EngineContext) => listAccounts(kernel).rows.map(({ name }) => name)
const field = (name: Extract<ColumnUse, { kind: 'field' }>['field']): ColumnUse => ({
  kind: 'field',
  field: name,
})

describe('columns are guessed', () => {
  test('from Chinese and English headers, units and values', async () => {
    const context = newContext()
    const { figureId } = addFigure(context.kernel, { commandId: command(), name: '年利润', unit: 'money' })
    const { guesses, worksheets } = await uploadList(context, {
      file: listOf(
        [
          '客户名称',
          'Code',
          '负责人',
          '年交易额(万元)',
          '年利润（元）',
          '合作年限',
          '逾期天数',
          '同比增长%',
          '序号',
          '口号',
          '忠诚度(12%)',
        ],
        ['甲', 'C1', '林晓舟', 1, 2, 3, 4, 5, 1, '你好', 8],
      ),
    })
    expect(worksheets[0]).toMatchObject({ rows: 1, columns: 11 })
    expect(guesses[0]).toEqual([
      field('name'),
      field('code'),
      field('ownerId'),
      { kind: 'newFigure', name: '年交易额', unit: 'money', multiplier: 10_000 },
      { kind: 'figure', figureId, multiplier: 1 },
      { kind: 'newFigure', name: '合作年限', unit: 'years', multiplier: 1 },
      { kind: 'newFigure', name: '逾期天数', unit: 'days', multiplier: 1 },
      { kind: 'newFigure', name: '同比增长', unit: 'percent', multiplier: 1 },
      { kind: 'ignore' },
      { kind: 'ignore' },
      { kind: 'ignore' },
    ])
  })

  test('from what an earlier import made of the same headers', async () => {
    const context = newContext()
    const file = () => listOf(['户名', '金额'], ['甲', 1])
    const columns = [field('name'), { kind: 'ignore' } as const]
    await run(context, await planFor(context, file(), { columns }))
    expect((await planFor(context, file())).columns).toEqual(columns)
  })
})

describe('what an import would do', () => {
  test('bad cells are explained, with what would mend them', async () => {
    const context = newContext()
    addMember(context.kernel, { commandId: command(), name: '林晓舟', role: '' })
    const year = new Date(context.kernel.now()).getFullYear()
    const plan = await planFor(
      context,
      listOf(
        ['客户名称', '负责人', '类别', '合作年限', '年交易额(万元)', '逾期天数'],
        ['甲', '林晓丹', '生产', '2017年', '1,O14', '无'],
        [null, '周启明', '生产型', 3, 12.3456789, { attributes: 't="e"', inner: '<f>A1</f><v>#N/A</v>' }],
        ['甲', null, null, { inner: '<f>1+1</f>' }, null, null],
        ['长'.repeat(500), null, null, null, null, null],
      ),
    )
    const { problems, counts, newMembers, rows } = await previewImport(context, plan)
    expect(
      problems.map(({ row, column, problem, proposal }) => [row, column, problem.code, proposal]),
    ).toEqual([
      [2, 1, 'ownerClose', '林晓舟'],
      [2, 2, 'kindUnknown', '生产型'],
      [2, 3, 'yearInYears', String(year - 2017)],
      [2, 4, 'letterInNumber', '1014'],
      [2, 5, 'wordInNumber', '0'],
      [3, 4, 'tooFine', '12.345679'],
      [3, 5, 'errorCell', null],
      [3, 0, 'nameMissing', null],
      [4, 3, 'formulaNoValue', null],
      [4, 0, 'nameTwice', null],
      [5, 0, 'nameTooLong', null],
    ])
    expect(counts).toEqual({ insert: 0, update: 0, same: 0, problem: 4, skip: 0 })
    expect(rows.numbers).toEqual([2, 3, 4, 5])
    expect(newMembers).toEqual(['周启明'])
  })

  test('taking the proposals, correcting and leaving out rows clears it; a corrected owner may stay as typed', async () => {
    const context = newContext()
    addMember(context.kernel, { commandId: command(), name: '林晓舟', role: '' })
    const file = listOf(
      ['客户名称', '负责人', '逾期天数'],
      ['甲', '林晓丹', '无'],
      ['乙', '林晓丹', 1],
      [null, null, 7],
    )
    const plan = await planFor(context, file, {
      corrections: [
        { row: 2, column: 1, text: '林晓舟' },
        { row: 2, column: 2, text: '0' },
        { row: 3, column: 1, text: '林晓丹' },
      ],
      leaveOut: [4],
    })
    const preview = await previewImport(context, plan)
    expect(preview.problems).toEqual([])
    expect(preview.rows.fates).toEqual(['insert', 'insert', 'skip'])
    expect(preview.newMembers).toEqual(['林晓丹'])
  })

  test('matched by code: update, same, skip; duplicates in the file and in the data are told', async () => {
    const context = newContext()
    addAccounts(context.kernel, {
      commandId: command(),
      accounts: [
        { code: 'C1', name: '甲', phone: '0571-1234567' },
        { code: 'C2', name: '乙' },
      ],
    })
    const file = () =>
      listOf(
        ['客户编号', '客户名称', '电话'],
        ['c1', '甲新', null],
        ['C2', '乙', null],
        ['C3', '丙', null],
        ['C3', '丁', null],
      )
    const preview = await previewImport(context, await planFor(context, file(), { matchBy: 'code' }))
    expect(preview.rows.fates).toEqual(['update', 'same', 'insert', 'problem'])
    expect(preview.rows.changes[0]).toEqual([1])
    expect(preview.problems.map(({ row, problem }) => [row, problem.code])).toEqual([[5, 'codeTwice']])
    const skipping = await planFor(context, file(), { matchBy: 'code', existing: 'skip', leaveOut: [5] })
    expect((await previewImport(context, skipping)).counts).toMatchObject({ insert: 1, skip: 3 })
    const byName = await planFor(context, listOf(['客户编号', '客户名称'], ['C2', '新']))
    expect((await previewImport(context, byName)).problems[0]?.problem).toEqual({
      code: 'codeTaken',
      params: { name: '乙' },
    })
  })

  test('look-alikes by legal form, sound and phone are shown, and stop nothing', async () => {
    const context = newContext()
    addAccounts(context.kernel, {
      commandId: command(),
      accounts: [
        { name: '南浔木业' },
        { name: '济南泉诚涂装' },
        { name: '东莞利昌', phone: '0769 8888 1234' },
      ],
    })
    const plan = await planFor(
      context,
      listOf(
        ['客户名称', '电话'],
        ['南浔木业有限公司', null],
        ['济南泉城涂装', null],
        ['利昌五金', '0769-88881234'],
        ['全新', '110'],
      ),
    )
    const { lookAlikes, counts } = await previewImport(context, plan)
    expect(lookAlikes.map(({ row, existing, likeness }) => [row, existing, likeness])).toEqual([
      [2, '南浔木业', 'name'],
      [3, '济南泉诚涂装', 'pinyin'],
      [4, '东莞利昌', 'phone'],
    ])
    expect(counts.insert).toBe(4)
  })

  test('without a column for names or codes it is refused by what is missing', async () => {
    const context = newContext()
    const plan = await planFor(context, listOf(['x', 'y'], [1, 2]))
    expect((await refusalOf(previewImport(context, plan))).code).toBe('NAME_NOT_MAPPED')
    expect((await refusalOf(previewImport(context, { ...plan, matchBy: 'code' }))).code).toBe(
      'CODE_NOT_MAPPED',
    )
    expect((await refusalOf(previewImport(context, { ...plan, worksheet: '?' }))).code).toBe(
      'WORKSHEET_NOT_FOUND',
    )
  })

  test('uploads wait, the newest two', async () => {
    const context = newContext()
    const plans = []
    for (const name of ['甲', '乙', '丙'])
      plans.push(await planFor(context, listOf(['客户名称', '行业'], [name, 'x'])))
    const [first, second] = plans
    if (!first || !second) throw new Error('no plans')
    expect((await refusalOf(previewImport(context, first))).code).toBe('UPLOAD_GONE')
    expect((await previewImport(context, second)).rows.texts).toEqual([['乙', 'x']])
  })
})

describe('importing', () => {
  test('the 440 wholesale customers, numbered for want of names, with their figures; one undo takes all back', async () => {
    const context = newContext()
    const plan = await planFor(context, fixture('wholesale-customers.csv'), { nameRowsAs: '批发客户' })
    const { done, progress } = await run(context, plan)
    expect(done).toMatchObject({ inserted: 440, updated: 0, figures: 7, members: 0 })
    expect(progress.map(({ phase }) => phase)).toEqual(['backup', 'writing'])
    const { figures, rows } = listAccounts(context.kernel)
    expect(rows).toHaveLength(440)
    const first = rows.find(({ name }) => name === '批发客户 0001')
    expect(first?.region).toBe('3')
    expect(first?.figures[figures.findIndex(({ name }) => name === 'Fresh')]).toBe(12_669_000)
    undo(context.kernel, command())
    expect(listAccounts(context.kernel)).toEqual({ figures: [], custom: [], rows: [] })
    redo(context.kernel, command())
    expect(listAccounts(context.kernel)).toEqual({ figures, custom: [], rows })
  })

  test('万元 arrive as fen; owners and kinds in words; blank cells erase nothing; unchanged rows write nothing', async () => {
    const context = newContext()
    const head = ['客户名称', '负责人', '类别', '合作周期', '年交易额(万元)', '电话']
    await run(
      context,
      await planFor(context, listOf(head, ['甲', '林晓舟', '生产型', 'Seasonal', 6842.5, '123'])),
    )
    const update = await planFor(context, listOf(head, ['甲', null, null, '长期性', null, null]))
    expect((await run(context, update)).done).toMatchObject({
      inserted: 0,
      updated: 1,
      members: 0,
      figures: 0,
    })
    const [row] = listAccounts(context.kernel).rows
    expect(row).toMatchObject({
      kind: 'production',
      cycle: 'longTerm',
      phone: '123',
      figures: [6_842_500_000],
    })
    expect(listMembers(context.kernel)).toMatchObject([{ name: '林晓舟', accounts: 1 }])
    const again = await planFor(context, listOf(head, ['甲', '林晓舟', null, null, '6842.5', null]))
    expect((await run(context, again)).done).toMatchObject({ txnId: null, updated: 0 })
  })

  test('emoji and =cmd|… are names like others', async () => {
    const context = newContext()
    await run(
      context,
      await planFor(context, fileOf("客户名称,行业\n🐟鱼水,a\n=cmd|'/c calc'!A0,b\n", 'list.csv')),
    )
    expect(new Set(names(context))).toEqual(new Set(["=cmd|'/c calc'!A0", '🐟鱼水']))
    const texts = await textsOf(await exportAccounts(context, { language: 'zh' }), '客户台账')
    expect(new Set(texts.map((row) => row[1]))).toEqual(new Set(['客户名称', "=cmd|'/c calc'!A0", '🐟鱼水']))
  })

  test('a verified backup is made first', async () => {
    const context = newContext()
    await run(context, await planFor(context, listOf(['客户名称', '行业'], ['甲', 'x'])))
    expect(listBackups(context.kernel.dataFolder).map(({ reason }) => reason)).toContain('import')
  })

  test('problems left, a lost upload, a cancel: nothing is written', async () => {
    const context = newContext()
    const bad = await planFor(
      context,
      listOf(['客户名称', '逾期天数'], ['甲', '无'], ['乙', 1], ['丙', 2], ['丁', 2]),
    )
    expect(await refusalOf(run(context, bad))).toEqual({ code: 'PROBLEMS_LEFT', data: { problems: 1 } })
    const gone = { ...bad, uploadId: crypto.randomUUID() }
    expect((await refusalOf(run(context, gone))).code).toBe('UPLOAD_GONE')
    const good = { ...bad, leaveOut: [2] }
    const controller = new AbortController()
    const steps = importList(context, { commandId: command(), plan: good }, { signal: controller.signal })
    expect((await steps.next()).value).toMatchObject({ phase: 'backup' })
    controller.abort()
    expect((await refusalOf(steps.next())).code).toBe('CANCELLED')
    expect(names(context)).toEqual([])
  })

  test('a retry of the same command answers as before and writes nothing twice, even when the upload is gone', async () => {
    const context = newContext()
    const commandId = command()
    const plan = await planFor(context, listOf(['客户名称', '行业'], ['甲', 'x']))
    const first = await run(context, plan, commandId)
    expect((await run(context, plan, commandId)).done).toEqual(first.done)
    expect((await run(context, { ...plan, uploadId: crypto.randomUUID() }, commandId)).done).toEqual(
      first.done,
    )
    expect(names(context)).toEqual(['甲'])
  })

  test('the engine answers others while a long list is checked', async () => {
    const context = newContext()
    const rows = Array.from({ length: 5_000 }, (_, at) => `客户${at},${at}`)
    const plan = await planFor(context, fileOf(`客户名称,年销量\n${rows.join('\n')}`, 'list.csv'))
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const { progress } = await run(context, plan)
    clearInterval(timer)
    expect(progress.filter(({ phase }) => phase === 'checking').length).toBeGreaterThan(3)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('files that come back', () => {
  test('problem rows as a workbook, with the reasons', async () => {
    const context = newContext()
    const plan = await planFor(
      context,
      listOf(['客户名称', '逾期天数'], ['甲', '无'], ['乙', 1], ['丙', 1], ['丁', 1]),
    )
    const file = await exportProblems(context, { ...plan, language: 'zh' })
    expect(file.name).toBe('客户台账-问题行.xlsx')
    expect(await textsOf(file, '问题')).toEqual([
      ['行', '客户名称', '逾期天数', '问题'],
      ['2', '甲', '无', '逾期天数: 填了 “无”，应为数字'],
    ])
  })

  test('exported accounts import again without a change', async () => {
    const context = newContext()
    await run(context, await planFor(context, fixture('sample-accounts.csv')))
    const exported = await exportAccounts(context, { language: 'zh' })
    const preview = await previewImport(context, await planFor(context, exported))
    expect(preview.problems).toEqual([])
    expect(preview.counts).toEqual({ insert: 0, update: 0, same: 48, problem: 0, skip: 0 })
  })
})
