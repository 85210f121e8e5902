import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { backToAccounts, toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

/** Opens the page of an account of the sample. */
async function openAccount(app: Page, name: string): Promise<void> {
  await app.getByLabel('筛选：名称、编号、拼音').fill(name)
  await app.getByRole('link', { name: `打开 ${name}` }).click()
  await expect(app.getByRole('heading', { name })).toBeVisible()
}

const people = (app: Page) => app.locator('section', { has: app.getByRole('heading', { name: '关键人' }) })

test('people: added in one line, their sensitive facts, their moves', async ({ app }) => {
  await test.step('people of an account are added in one line, described, and found in the grid', async () => {
    await openAccount(app, '恒岳家居集团')
    await expect(people(app).getByRole('listitem').first()).toContainText('吴国梁')
    await expect(
      people(app)
        .getByText(/农历.+ 生日/)
        .first(),
    ).toBeVisible()

    await people(app).getByRole('button', { name: '添加' }).first().click()
    await app.getByLabel('姓名').fill('单于飞')
    await app.getByLabel('职务').fill('研发总监')
    await app.getByLabel('工作电话').fill('13800008818')
    await app.keyboard.press('Enter')
    await expect(people(app).getByRole('link', { name: '单于飞' })).toBeVisible()
    await app.keyboard.press('Escape')
    await people(app).getByRole('link', { name: '单于飞' }).click()

    await app.getByLabel('生日').fill('1980-02-29、1981年3月1日')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('alert')).toContainText('一个人只记一个生日')
    await app.getByLabel('生日').fill('农历2023年正月三十')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('alert')).toContainText('小月')
    await app.getByLabel('生日').fill('1980年腊月三十')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('alert')).toBeHidden()
    await expect(app.getByLabel('生日')).toHaveValue('农历1980年腊月三十')
    await app.getByLabel('籍贯').fill('江苏常熟')
    await app.getByLabel('籍贯').blur()
    await app.keyboard.press('Control+z')
    await expect(app.getByLabel('籍贯')).toHaveValue('')
    expect(await findings(app)).toEqual([])

    await app.evaluate(() => window.location.replace('#/people'))
    await app.getByLabel('筛选：姓名、拼音、电话').fill('shanyufei')
    const row = app.getByRole('row').filter({ hasText: '单于飞' }).first()
    await expect(row).toBeVisible()
    await expect(app.getByRole('gridcell', { name: '研发总监' })).toBeVisible()
    await expect(app.getByRole('gridcell', { name: '农历1980年腊月三十' })).toBeVisible()
  })
  await test.step('of a pasted block the cells that don’t fit are counted, and one is named', async () => {
    await app.evaluate(() => window.location.replace('#/people'))
    await app.getByLabel('筛选：姓名、拼音、电话').fill('高卉')
    const row = app.getByRole('row').filter({ hasText: '高卉' }).first()
    await expect(row).toBeVisible()
    await app.locator('.ag-cell[col-id="attitude"]').first().click()
    await app.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '很好\tfoo\t4')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    const told = app.getByTestId('problem')
    await expect(told).toContainText('有 2 格没有写入')
    await expect(told).toContainText('例如“高卉”的对我方态度')
    await expect(app.locator('.ag-cell[col-id="influence"]').first()).toHaveText('4')
  })
  await backToAccounts(app)
  await test.step('a sensitive fact is masked until clicked, and every look is listed', async () => {
    await openAccount(app, '恒岳家居集团')
    await people(app).getByRole('link', { name: '高卉' }).click()
    await app.getByRole('textbox', { name: '证件号码' }).fill('330724198211030028')
    await app.getByRole('textbox', { name: '证件号码' }).blur()
    await expect(app.getByRole('button', { name: '查看证件号码（会记录）' })).toBeVisible()
    await expect(app.getByText('还没有人查看过。')).toBeVisible()
    expect(await app.content()).not.toContain('330724198211030028')

    await app.getByRole('button', { name: '查看证件号码（会记录）' }).click()
    await expect(app.getByRole('textbox', { name: '证件号码' })).toHaveValue('330724198211030028')
    const looks = app.getByRole('list', { name: '查看记录' })
    await expect(looks.getByRole('listitem')).toHaveCount(1)
    await expect(looks).toContainText('证件号码')

    await app.getByRole('button', { name: '记一条' }).click()
    await app.getByLabel('警示，例如：好赌').fill('好赌')
    await app.getByLabel('凭什么这样说').fill('司机说的')
    await app.keyboard.press('Enter')
    await expect(toast(app)).toContainText('记下警示')
    await expect(app.getByText('警示 1 条')).toBeVisible()
    await expect(app.getByText('司机说的')).toBeHidden()
    await app.getByRole('button', { name: '查看警示（会记录）' }).click()
    await expect(app.getByText('司机说的')).toBeVisible()
    await expect(looks.getByRole('listitem')).toHaveCount(2)
    expect(await findings(app)).toEqual([])
  })
  await backToAccounts(app)
  await test.step('somebody for us who moves to another firm is a risk here and a lead there', async () => {
    await openAccount(app, '恒岳家居集团')
    await people(app).getByRole('link', { name: '唐海平' }).click()
    await app.getByRole('button', { name: '修改在恒岳家居集团的任职' }).click()
    await app.getByRole('button', { name: '转到别家…' }).click()
    await app.getByLabel('客户', { exact: true }).fill('cyht')
    await app.getByTitle('川渝宏泰建材').click()
    await app.getByLabel('职务').last().fill('厂长')
    const month = new Date().toISOString().slice(0, 7)
    await app.getByLabel('何时转去').fill(month)
    await app.keyboard.press('Enter')
    await expect(toast(app)).toContainText('转到“川渝宏泰建材”任职')
    await app.getByRole('link', { name: '恒岳家居集团' }).last().click()
    await expect(app.getByText('人员流动')).toBeVisible()
    await expect(app.getByText('（支持）已转到')).toBeVisible()
    await app.getByRole('link', { name: '川渝宏泰建材' }).click()
    await expect(app.getByText('（支持）来自')).toBeVisible()
    expect(await findings(app)).toEqual([])
  })
})
