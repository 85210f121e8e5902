import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { csv, fixture, gb18030, openImport, pick, preview, previewCell } from './files.ts'

test.use({ department: 'empty' })

const LIST = [
  ['客户名称', '负责人', '合作年限', '年交易额(万元)', '逾期天数', '类别'],
  ['甲木业', '林晓舟', '12', '6842', '0', '生产型'],
  ['乙家具', '林晓舟', '2017年', '5216', '3', '经营型'],
  ['丙建材', '周启明', '5', '1O14', '无', '经营型'],
  ['丁五金', '周启明', '8', '三千', '1', '贸易'],
]

const BAD_FILES = [
  ['网页.xlsx', '<html><body><table><tr><td>客户</td></tr></table></body></html>', '其实是网页'],
  ['旧表.xls', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', /旧版|密码|不是 Excel/],
  ['半截.xlsx', 'PK\u0003\u0004broken', /不完整|损坏|不是 Excel/],
  ['引号.csv', '客户名称,备注\r\n甲,"没有收尾\r\n乙,b', '引号没有配对'],
  ['空.csv', '', '没有数据'],
] as const

test('lists are imported: bad files, GB18030, no names, many rows', async ({ app }) => {
  await test.step('bad files: each says what it is and what to do, and the wizard goes on', async () => {
    await openImport(app)
    for (const [name, content, reason] of BAD_FILES) {
      await pick(app, {
        name,
        mimeType: '',
        buffer: Buffer.from(content, name.endsWith('.csv') ? 'utf8' : 'latin1'),
      })
      await expect(app.getByRole('alert'), name).toContainText(reason)
      await expect(app.getByRole('alert'), name).toContainText('这个文件读不了')
    }
    await pick(app, csv('好的.csv', LIST))
    await expect(app.getByRole('alert')).toHaveCount(0)
    await expect(app.getByRole('button', { name: '看预览' })).toBeEnabled()
  })
  await app.getByRole('button', { name: '换一个文件' }).click()
  await app.getByRole('link', { name: '客户', exact: true }).first().click()
  await test.step('a GB18030 list: columns guessed, bad cells explained and mended, imported, undone with one Ctrl+Z', async () => {
    await openImport(app)
    await pick(app, gb18030('客户台账.csv', LIST.map((row) => row.join(',')).join('\r\n')))
    await expect(app.getByText('客户台账.csv，4 行 6 列，编码识别为 GB18030')).toBeVisible()
    await expect(app.getByLabel('当作 年交易额(万元)')).toBeVisible()
    await expect(app.getByLabel('数据列名称').nth(1)).toHaveValue('年交易额')
    await preview(app)
    const panel = app.getByRole('complementary', { name: '要处理的' })
    await expect(panel).toContainText('填了年份，应是年数')
    await expect(panel).toContainText('第 2 位是字母 O')
    await expect(app.getByRole('button', { name: '还有 3 行要处理' })).toBeDisabled()
    await expect(await previewCell(app, 4, '年交易额')).toHaveText('1O14')
    await panel.getByRole('button', { name: /3 处全部采用建议/ }).click()
    await expect(await previewCell(app, 4, '年交易额')).toHaveText('1,014')
    await expect(app.getByRole('button', { name: '还有 1 行要处理' })).toBeDisabled()

    // the last two are mended by hand, in the cells
    await app.keyboard.press('F8')
    await app.keyboard.type('3000')
    await app.keyboard.press('Enter')
    await (await previewCell(app, 5, '类别')).click()
    await app.keyboard.type('经营型')
    await app.keyboard.press('Enter')
    await app.getByRole('button', { name: '导入 4 行' }).click()
    await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
    await expect(toast(app)).toContainText('新增 4 户')

    await app.getByRole('button', { name: '去看客户' }).click()
    await expect(app.getByText('丁五金')).toBeVisible()
    await expect(app.getByText('6,842')).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
  })
  await test.step('a list without names: 440 customers named by number, their figures kept', async () => {
    await openImport(app)
    await app.getByRole('button', { name: '再导入一个文件' }).click()
    await pick(app, fixture('wholesale-customers.csv'))
    await expect(app.getByText('还没有列对应“客户名称”', { exact: false })).toBeVisible()
    await expect(app.getByRole('button', { name: '看预览' })).toBeDisabled()
    await app.getByRole('button', { name: '按序号起名' }).click()
    await preview(app)
    await expect(app.getByText('客户 0001')).toBeVisible()
    await app.getByRole('button', { name: '导入 440 行' }).click()
    await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
    await expect(app.getByRole('definition').filter({ hasText: /^440$/ })).toBeVisible()
    await app.getByRole('button', { name: '撤销这次导入' }).click()
    await expect(app.getByRole('heading', { name: '这次导入已撤销' })).toBeVisible()
    await app.getByRole('button', { name: '重做这次导入' }).click()
    await app.getByRole('button', { name: '去看客户' }).click()
    await expect(app.getByText('440 户').first()).toBeVisible()
    await expect(app.getByRole('columnheader', { name: /^Fresh/ })).toBeVisible()
  })
  await app.keyboard.press('Control+z')
  await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
  await test.step('an import of many rows shows its progress, can be cancelled, and then nothing is written', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => [`K${at}`, `公司${at}号`, at, at % 90])
    await openImport(app)
    await app.getByRole('button', { name: '再导入一个文件' }).click()
    await pick(app, csv('大名单.csv', [['客户编号', '客户名称', '年交易额(万元)', '逾期天数'], ...rows]))
    await preview(app)
    await app.getByRole('button', { name: '导入 40,000 行' }).click()
    await app.getByRole('button', { name: '取消', exact: true }).click()
    await expect(app.getByRole('alert')).toContainText('已取消')
    await app.getByRole('link', { name: '客户', exact: true }).first().click()
    await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
  })
})

test.describe('in the sample department', () => {
  test.use({ department: 'sample' })

  test('existing accounts: what will change is marked, look-alikes can update them, rows can be left out', async ({
    app,
  }) => {
    await openImport(app)
    await pick(
      app,
      csv('更新.csv', [
        ['客户名称', '年交易额(万元)'],
        ['恒岳家居集团', '7000'],
        ['佛山美颂家具', '5216'],
        ['南浔木业有限公司', '4400'],
        ['', '12'],
      ]),
    )
    await preview(app)
    await expect(app.getByRole('button', { name: '更新 1', exact: true })).toBeVisible()
    await expect(await previewCell(app, 2, '年交易额')).toHaveClass(/import-changed/)
    await expect(await previewCell(app, 3, '年交易额')).not.toHaveClass(/import-changed/)
    const panel = app.getByRole('complementary', { name: '要处理的' })
    await expect(panel).toContainText('名称只差公司形式')
    await panel.getByText('更新“南浔木业”').click()
    await expect(app.getByRole('button', { name: '更新 2', exact: true })).toBeVisible()
    await panel.getByRole('button', { name: '不导入此行' }).click()
    await app.getByRole('button', { name: '导入 2 行' }).click()
    await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
    await app.getByRole('button', { name: '去看客户' }).click()
    await expect(app.getByText('7,000')).toBeVisible()
    await expect(app.getByText('4,400')).toBeVisible()
    await expect(app.getByText('48 户').first()).toBeVisible()
  })
})

test('Ctrl+Z in the preview takes back the last correction, not what was written before', async ({ app }) => {
  await openImport(app)
  await pick(app, csv('一.csv', LIST.slice(0, 2)))
  await preview(app)
  await app.getByRole('button', { name: '导入 1 行' }).click()
  await app.getByRole('button', { name: '再导入一个文件' }).click()
  await pick(app, csv('二.csv', LIST))
  await preview(app)
  await (await previewCell(app, 3, '合作年限')).click()
  await app.keyboard.type('9')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: '还有 2 行要处理' })).toBeVisible()
  await app.keyboard.press('Control+z')
  await expect(app.getByRole('button', { name: '还有 3 行要处理' })).toBeVisible()
  await expect(await previewCell(app, 3, '合作年限')).toHaveText('2017年')
  await app.keyboard.press('Control+y')
  await expect(app.getByRole('button', { name: '还有 2 行要处理' })).toBeVisible()
  await app.getByRole('link', { name: '客户', exact: true }).first().click()
  await expect(app.getByText('1 户').first()).toBeVisible()
})

test('the draft waits while one is elsewhere; a file that was let go is asked for again, corrections kept', async ({
  app,
  openWindow,
}) => {
  await openImport(app)
  await pick(app, csv('草稿.csv', LIST))
  await preview(app)
  await app.getByRole('button', { name: /3 处全部采用建议/ }).click()
  await expect(app.getByRole('button', { name: '还有 1 行要处理' })).toBeVisible()
  await app.getByRole('link', { name: '部门', exact: true }).click()
  await expect(app.getByRole('heading', { name: '部门' })).toBeVisible()
  await app.goBack()
  await expect(await previewCell(app, 3, '合作年限')).toHaveText('9')

  // two more files in another window push this one out of the engine
  const other = await openWindow()
  await other.getByRole('link', { name: '客户', exact: true }).first().click()
  await openImport(other)
  for (const name of ['另一.csv', '再一.csv']) {
    await pick(other, csv(name, LIST))
    await expect(other.getByText(`${name}，4 行 6 列`, { exact: false })).toBeVisible()
    await other.getByRole('button', { name: '换一个文件' }).click()
  }
  await (await previewCell(app, 5, '类别')).click()
  await app.keyboard.press('Delete')
  await expect(app.getByText('请再选一次“草稿.csv”', { exact: false })).toBeVisible()
  await pick(app, csv('草稿.csv', LIST))
  await expect(await previewCell(app, 3, '合作年限')).toHaveText('9')
  await expect(app.getByRole('button', { name: '还有 1 行要处理' })).toBeVisible()
})
