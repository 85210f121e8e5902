import { readFileSync } from 'node:fs'
import { saved } from '../evaluation/steps.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { csv, openImport, pick, preview } from '../importing/files.ts'
import { backToAccounts, cell } from '../shell/steps.ts'

test.use({ department: 'sample' })

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

test('the details of an account: a seat in the working group, companies of a group, fields saved as they are left', async ({
  app,
}) => {
  await test.step('a colleague takes a seat in the working group', async () => {
    await openDetails(app, '佛山美颂家具')
    await app.getByRole('combobox', { name: '加一位同事' }).click()
    await app.locator('.ant-select-dropdown:visible').getByText('方佩').click()
    const task = app.getByRole('textbox', { name: '方佩 负责什么' })
    await task.fill('技术支持')
    await task.press('Enter')
    await app.reload()
    await expect(app.getByRole('textbox', { name: '方佩 负责什么' })).toHaveValue('技术支持')
  })
  await backToAccounts(app)
  await test.step('companies of a group add up, and none stands above itself', async () => {
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
  await backToAccounts(app)
  await test.step('one account is one page, whose fields are saved as they are left', async () => {
    await app.getByRole('link', { name: '打开 佛山美颂家具' }).click()
    await expect(app.getByRole('heading', { name: '佛山美颂家具' })).toBeVisible()
    await app.getByRole('link', { name: '资料' }).click()
    const phone = app.getByLabel('电话')
    await phone.fill('0757-5550 9999')
    await phone.blur()
    await expect(app.getByText('已保存')).toBeVisible()
    const volume = app.getByLabel('年交易额 万元')
    await volume.fill('很多')
    await volume.blur()
    await expect(app.getByText('“很多”不是数字')).toBeVisible()
    await expect(volume).toHaveValue('很多')
    await volume.fill('5300')
    await volume.press('Enter')
    await expect(volume).toHaveValue('5,300')
    await app.reload()
    await expect(app.getByLabel('电话')).toHaveValue('0757-5550 9999')
    await expect(app.getByLabel('年交易额 万元')).toHaveValue('5,300')
  })
})

/** Adds a field of the department's own to the list that is shown. */
async function addField(app: Page, name: string, kind: string, choices?: string): Promise<void> {
  await app.getByRole('button', { name: '字段', exact: true }).click()
  await app.getByRole('textbox', { name: '字段名称' }).fill(name)
  await app.getByRole('combobox', { name: '类型' }).click()
  await app.locator('.ant-select-dropdown:visible').getByText(kind, { exact: true }).click()
  if (choices !== undefined) await app.getByPlaceholder('可选项，用顿号隔开', { exact: false }).fill(choices)
  await app.getByRole('button', { name: '新增字段' }).click()
  await expect(app.getByRole('textbox', { name: `改名 ${name}` })).toBeVisible()
  await app.keyboard.press('Escape')
}

/** Types into the last column of a row: where new fields stand. */
async function typeLast(app: Page, row: string, text: string): Promise<void> {
  await cell(app, row).click()
  await app.keyboard.press('End')
  await app.keyboard.type(text)
  await app.keyboard.press('Enter')
}

test('accounts and people have fields of the department’s own', async ({ app }) => {
  await test.step('a field of the department’s own is typed, filtered, taken out, brought in, and found', async () => {
    await addField(app, '采购系统', '单选', '用友、金蝶')
    await typeLast(app, '恒岳家居集团', '用友')
    await expect(cell(app, '用友')).toBeVisible()
    await typeLast(app, '佛山美颂家具', '浪潮')
    await expect(app.getByText('用友 · 金蝶', { exact: false })).toBeVisible()
    await app.keyboard.press('Escape')

    const filter = app.getByLabel('筛选：名称、编号、拼音')
    await filter.fill('用友')
    await expect(cell(app, '佛山美颂家具')).toBeHidden()
    await expect(cell(app, '恒岳家居集团')).toBeVisible()
    const coming = app.waitForEvent('download')
    await app.getByRole('button', { name: '导出' }).click()
    await app.getByRole('menuitem', { name: /CSV/ }).click()
    const [header = '', line = ''] = readFileSync(await (await coming).path(), 'utf8').split('\r\n')
    expect(header).toContain('采购系统')
    expect(line).toMatch(/恒岳家居集团.*,用友/)
    await filter.fill('')

    await openImport(app)
    await pick(
      app,
      csv('采购系统.csv', [
        ['客户名称', '采购系统'],
        ['佛山美颂家具', '金蝶'],
      ]),
    )
    await preview(app)
    await app.getByRole('button', { name: '导入 1 行' }).click()
    await app.getByRole('button', { name: '去看客户' }).click()
    await cell(app, '佛山美颂家具').click()
    await app.keyboard.press('End')
    await expect(cell(app, '金蝶')).toBeVisible()

    await app.keyboard.press('Control+k')
    await app.getByRole('combobox', { name: '搜索与命令' }).fill('金蝶')
    await expect(app.getByRole('option').first()).toContainText('佛山美颂家具')
  })
  await app.keyboard.press('Escape')
  await backToAccounts(app)
  await test.step('people have fields of the department’s own too, in their list and on their page', async () => {
    await app.getByRole('navigation', { name: '客户' }).getByRole('link', { name: '联系人' }).click()
    await app.getByLabel('筛选：姓名、拼音、电话').fill('吴国梁')
    await expect(cell(app, '吴国梁')).toBeVisible()
    await addField(app, '球龄', '数字')
    await typeLast(app, '吴国梁', '12.5')
    await expect(cell(app, '12.5')).toBeVisible()
    await saved(app)
    await app.reload()
    await app.getByLabel('筛选：姓名、拼音、电话').fill('12.5')
    await cell(app, '吴国梁').click()
    await app.keyboard.press('Control+Enter')
    const fact = app.getByRole('textbox', { name: '球龄' })
    await expect(fact).toHaveValue('12.5')
    await app.keyboard.press('Control+z')
    await expect(fact).toHaveValue('')
  })
})
