import { expect, test } from '../fixtures.ts'
import { cell } from '../shell/steps.ts'

test.use({ department: 'sample' })

test('a new account is named at once, and shows itself; a sorted column is typed down', async ({ app }) => {
  await test.step('a name typed right after 新增客户 is the new account’s, and no other’s', async () => {
    const newest = app.locator('.ag-row').filter({ hasText: 'nova' }).locator('.ag-cell[col-id="name"]')
    await cell(app, '佛山美颂家具').click()
    // nothing is waited for in between, and the list is still being read while the keys come
    await app.keyboard.press('Alt+n')
    await app.keyboard.type('nova one')
    await app.keyboard.press('Enter')
    await expect(newest).toHaveText(['nova one'])
    await expect(cell(app, '佛山美颂家具')).toBeAttached()
    await app.keyboard.press('Control+Home')
    await expect(cell(app, '佛山美颂家具')).toBeVisible()
    await app.getByRole('button', { name: '新增客户' }).click()
    await app.keyboard.type('nova two')
    await app.keyboard.press('Enter')
    await expect(newest).toHaveText(['nova one', 'nova two'])
    await expect(app.getByText('50 户').first()).toBeVisible()
  })
  await test.step('a new account shows itself though filters would hide it', async () => {
    const filter = app.getByLabel('筛选：名称、编号、拼音')
    await filter.fill('佛山')
    await expect(cell(app, '恒岳家居集团')).toBeHidden()
    await app.keyboard.press('Alt+n')
    await expect(filter).toHaveValue('')
    await expect(cell(app, '新客户')).toBeVisible()
  })
  await app.keyboard.press('Escape')
  // the new account stands at the end of the list
  await app.keyboard.press('Control+Home')
  await expect(cell(app, '佛山美颂家具')).toBeVisible()
  await test.step('typing down a sorted column meets one account after the other, though rows move', async () => {
    const header = app.locator('.ag-header-cell', { hasText: '年交易额' })
    await header.click()
    await header.click()
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await cell(app, '1,823').click()
    await app.keyboard.type('4321')
    await app.keyboard.press('Enter')
    await expect(app.locator('.ag-row', { hasText: '东莞利昌五金' })).toContainText('4,321')
    await app.keyboard.type('1234')
    await app.keyboard.press('Enter')
    await expect(app.locator('.ag-row', { hasText: '临沂鲁南板材' })).toContainText('1,234')
  })
})
