import { expect, test } from '../fixtures.ts'
import { backToAccounts, cell, toast } from './steps.ts'

test.use({ department: 'sample' })

test.describe('in an empty department', () => {
  test.use({ department: 'empty' })

  test('members are added, named and removed, and accounts can choose them', async ({ app }) => {
    await app.getByRole('link', { name: '部门', exact: true }).click()
    await app.getByRole('button', { name: '新增成员' }).click()
    await expect(cell(app, '新成员')).toBeVisible()
    await cell(app, '新成员').click()
    await app.keyboard.type('林晓舟')
    await app.keyboard.press('Enter')
    await expect(cell(app, '林晓舟')).toBeVisible()
    await expect(app.getByText('已保存')).toBeVisible()
    await cell(app, '林晓舟').click()
    await app.getByRole('button', { name: '移除', exact: true }).click()
    await expect(toast(app)).toContainText('已移除成员“林晓舟”')
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(cell(app, '林晓舟')).toBeVisible()
  })
})

test('the data is backed up and verified by hand, and a backup restored', async ({
  app,
  dataFolder,
  openWindow,
}) => {
  await test.step('the data is backed up and verified by hand', async () => {
    await app.getByRole('link', { name: '部门', exact: true }).click()
    await app.getByRole('link', { name: '数据安全' }).click()
    await expect(app.getByText(dataFolder)).toBeVisible()
    await app.getByRole('button', { name: '立即备份' }).click()
    await expect(toast(app)).toContainText('已备份')
    await expect(app.getByRole('cell', { name: '手动' })).toBeVisible()
    await app.getByRole('button', { name: '开始检验' }).click()
    await expect(app.getByText('数据完好')).toBeVisible()
  })
  await test.step('a backup is restored only after a word is typed, and brings the data back to every window', async () => {
    await app.keyboard.press('Control+2')
    await cell(app, '恒岳家居集团').click()
    await app.getByRole('button', { name: '删除', exact: true }).click()
    await expect(toast(app)).toContainText('已删除客户“恒岳家居集团”')
    const beside = await openWindow()
    await expect(beside.getByText('47 户')).toBeVisible()
    await app.keyboard.press('Control+8')
    await app.getByRole('link', { name: '数据安全' }).click()
    await app
      .getByRole('button', { name: /^还原到/ })
      .last()
      .click()
    const dialog = app.getByRole('dialog')
    await expect(dialog).toContainText('撤销也找不回来')
    const restore = dialog.getByRole('button', { name: '还原这份备份' })
    await expect(restore).toBeDisabled()
    await dialog.getByRole('textbox').fill('还原')
    await restore.click()
    await expect(toast(app)).toContainText('已还原')
    await expect(beside.getByText('48 户')).toBeVisible()
    await app.keyboard.press('Control+2')
    await expect(cell(app, '恒岳家居集团')).toBeVisible()
  })
})

test('the sample is removed: what the history tells of it, and what stays for the user’s own records', async ({
  app,
}) => {
  await test.step('the history tells who did what, and what has been undone', async () => {
    await app.getByRole('link', { name: '设置', exact: true }).first().click()
    await app.getByRole('button', { name: '移除示例部门' }).click()
    await expect(toast(app)).toContainText('已移除示例部门')
    await app.keyboard.press('Control+z')
    await expect(toast(app)).toContainText('已撤销：移除示例部门')
    await app.getByRole('link', { name: '历史' }).click()
    const removal = app.getByRole('row').filter({ hasText: '移除示例部门' })
    await expect(removal.filter({ hasText: '已撤销' })).toBeVisible()
    await expect(removal.filter({ hasText: /^(?!.*已撤销).*撤销 移除示例部门/ })).toBeVisible()
  })
  await backToAccounts(app)
  await test.step('a removal of the sample tells what stays for the user’s own records, and how that goes too', async () => {
    await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await app.keyboard.press('l')
    const dialog = app.getByRole('dialog', { name: '记日志' })
    await dialog.getByLabel('发生了什么').fill('自己记的一条')
    await app.keyboard.press('Control+Enter')
    await expect(toast(app)).toContainText('已记日志')
    await app.keyboard.press('Control+2')
    await app.getByRole('button', { name: '移除示例' }).click()
    await expect(toast(app)).toContainText('已移除示例部门；1 户客户、2 位成员因为有你自己的记录而留下')
    await expect(app.getByText('示例部门已移除；1 户客户、2 位成员因为有你自己的记录而留下')).toHaveCount(1)
    await app.getByRole('link', { name: '怎样移除' }).click()
    await expect(app.getByText('但 1 户客户、2 位成员留了下来', { exact: false })).toBeVisible()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(app.getByText('现在载入着示例部门', { exact: false })).toBeVisible()
  })
})
