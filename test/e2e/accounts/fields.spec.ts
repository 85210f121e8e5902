import { expect, type Page, test } from '../fixtures.ts'
import { loadSample } from '../shell/steps.ts'

/** Opens the details of an account from the list. */
async function openDetails(app: Page, name: string): Promise<void> {
  await app.getByRole('link', { name: `打开 ${name}` }).click()
  await app.getByRole('navigation', { name }).getByRole('link', { name: '资料', exact: true }).click()
  await expect(app.getByRole('heading', { name: '基本情况' })).toBeVisible()
}

/** Picks a company as the parent in the details that are open. */
async function pickParent(app: Page, typed: string, name: string): Promise<void> {
  const parent = app.getByRole('combobox', { name: '母公司' })
  await parent.click()
  await parent.fill(typed)
  await app.locator('.ant-select-dropdown:visible').getByText(name).click()
}

test('a colleague takes a seat in the working group', async ({ app }) => {
  await loadSample(app)
  await openDetails(app, '佛山美颂家具')
  await app.getByRole('combobox', { name: '加一位同事' }).click()
  await app.locator('.ant-select-dropdown:visible').getByText('方佩').click()
  const task = app.getByRole('textbox', { name: '方佩 负责什么' })
  await task.fill('技术支持')
  await task.press('Enter')
  await app.reload()
  await expect(app.getByRole('textbox', { name: '方佩 负责什么' })).toHaveValue('技术支持')
})

test('companies of a group add up, and none stands above itself', async ({ app }) => {
  await loadSample(app)
  await openDetails(app, '佛山美颂家具')
  await pickParent(app, '川渝', '川渝宏泰建材')
  const tree = app.getByRole('region', { name: '集团公司' }).getByRole('table')
  await expect(tree.getByRole('row').filter({ hasText: '合计' })).toContainText('7,423')
  await tree.getByRole('link', { name: '川渝宏泰建材' }).click()
  await app.getByRole('navigation', { name: '川渝宏泰建材' }).getByRole('link', { name: '资料' }).click()
  await expect(app.getByLabel('客户名称')).toHaveValue('川渝宏泰建材')
  await pickParent(app, '佛山', '佛山美颂家具')
  await expect(app.getByText('“佛山美颂家具”本身就属于“川渝宏泰建材”或它的下级公司。')).toBeVisible()
  await app.reload()
  await expect(tree.getByRole('row').nth(1)).toContainText('川渝宏泰建材')
})
