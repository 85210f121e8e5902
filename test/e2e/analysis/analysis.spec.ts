import { readFileSync } from 'node:fs'
import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { backToAccounts, cell, toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

/** Opens an account's analysis from the list. */
async function openAnalysis(app: Page, name: string): Promise<void> {
  await app.getByRole('link', { name: `打开 ${name}` }).click()
  await app.getByRole('navigation', { name }).getByRole('link', { name: '分析', exact: true }).click()
  await expect(app.getByRole('heading', { name: 'SWOT' })).toBeVisible()
}

/** Types into a field and presses Enter. */
async function enter(app: Page, field: string, text: string): Promise<void> {
  const input = app.getByRole('textbox', { name: field, exact: true })
  await input.fill(text)
  await input.press('Enter')
}

/** Adds products and competitors that the department doesn't have yet. */
async function fillCatalogue(
  app: Page,
  products: readonly string[],
  rivals: readonly string[],
): Promise<void> {
  await app.getByRole('button', { name: '产品与对手' }).first().click()
  for (const [field, names] of [
    ['新产品名称', products],
    ['新对手名称', rivals],
  ] as const)
    for (const name of names) {
      const known = app.getByRole('textbox', { name: `改名 ${name}`, exact: true })
      await expect(app.getByRole('textbox', { name: field })).toBeVisible()
      if ((await known.count()) > 0) continue
      await enter(app, field, name)
      await expect(known).toBeVisible()
    }
  await app.getByRole('heading', { name: 'SWOT' }).click()
}

test('the analysis of an account: SWOT, judgements, amounts by product', async ({ app }) => {
  await openAnalysis(app, '常州武进地板')
  await test.step('a SWOT is written, moved with the keyboard, and undone', async () => {
    const square = (name: string) => app.getByRole('region', { name, exact: true })
    await enter(app, '加一条优势', '付款准时')
    const point = app.getByRole('textbox', { name: '修改 付款准时' })
    await expect(square('优势').getByText('沈知远')).toBeVisible()
    await point.press('Alt+ArrowRight')
    await expect(square('劣势').getByRole('textbox', { name: '修改 付款准时' })).toBeVisible()
    await square('劣势').getByRole('textbox', { name: '修改 付款准时' }).fill('付款慢')
    await app.keyboard.press('Enter')
    await expect(square('劣势').getByRole('textbox', { name: '修改 付款慢' })).toBeVisible()
    await app.getByRole('button', { name: '删除 付款慢' }).click()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(square('劣势').getByRole('textbox', { name: '修改 付款慢' })).toBeVisible()
  })
  await test.step('value, stickiness and a decision are judged, signed, and stand beside the account’s name', async () => {
    await app.getByRole('radiogroup', { name: /感知/ }).getByText('4', { exact: true }).click()
    await enter(app, '感知层的凭据', '交期三年没误过')
    await expect(app.getByRole('textbox', { name: '感知层的凭据' })).toHaveValue('交期三年没误过')
    for (const [item, grade] of [
      ['产品价值', 8],
      ['服务价值', 7],
      ['人员价值', 8],
      ['形象价值', 7],
      ['货币成本', 5],
      ['时间成本', 6],
      ['精力成本', 3],
      ['体力成本', 3],
    ] as const) {
      const input = app.getByRole('spinbutton', { name: `${item}，1–10` })
      await input.fill(String(grade))
      await input.press('Enter')
      await expect(app.getByRole('spinbutton', { name: `${item}，1–10` })).toHaveValue(String(grade))
    }
    await expect(app.getByText(/让渡价值 \+13：价值 30 − 成本 17/)).toBeVisible()
    await app.getByText('投入', { exact: true }).click()
    await enter(app, '理由', '份额还能翻一番')
    await expect(app.getByText('现行决定：投入。份额还能翻一番')).toBeVisible()
    await expect(app.locator('header').getByText('投入')).toBeVisible()
    await app.reload()
    await expect(app.getByRole('spinbutton', { name: '体力成本，1–10' })).toHaveValue('3')
    expect(await findings(app)).toEqual([])
  })
  await test.step('amounts pasted from Excel tell the share of wallet and the white space, here and in the department', async () => {
    await fillCatalogue(app, ['水性木器漆', '密封条'], ['鑫彩'])
    const rivals = app
      .locator('section')
      .filter({ has: app.getByRole('heading', { name: '竞争对手与动作' }) })
    await rivals.getByRole('combobox', { name: '选择竞争对手' }).first().click()
    await app.locator('.ant-select-dropdown:visible').getByTitle('鑫彩').click()
    await enter(app, '强在哪里：鑫彩', '价格低')
    const year = new Date().getFullYear()
    const line = (product: string, supplier: string) =>
      app.locator('.ag-row').filter({ hasText: product }).filter({ hasText: supplier })
    const amount = (product: string, supplier: string) =>
      line(product, supplier).locator(`.ag-cell[col-id="year:${year}"]`)
    // the newest product stands at the end of the table
    await amount('水性木器漆', '我们').click()
    await app.keyboard.press('Control+ArrowDown')
    await amount('密封条', '鑫彩').click()
    await app.keyboard.type('40')
    await app.keyboard.press('Enter')
    await expect(amount('密封条', '鑫彩')).toHaveText('40')
    await app.keyboard.press('Control+ArrowUp')
    await amount('水性木器漆', '我们').click()
    await app.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '160')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await expect(amount('水性木器漆', '我们')).toHaveText('160')
    await expect(app.getByText('密封条每年约用 40 万元，现购自他家。')).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(amount('水性木器漆', '我们')).not.toHaveText('160')
    await app.keyboard.press('Control+y')
    await expect(amount('水性木器漆', '我们')).toHaveText('160')

    await app.getByRole('link', { name: '客户', exact: true }).first().click()
    await app.getByRole('link', { name: '产品空白', exact: true }).click()
    await app.getByRole('combobox', { name: '谁没买' }).click()
    await app.locator('.ant-select-dropdown:visible').getByTitle('密封条').click()
    await expect(cell(app, '常州武进地板')).toBeVisible()
    await expect(app.getByText(/户没买密封条，已知买自他家 40 万元/)).toBeVisible()
    await app.getByRole('button', { name: '导出' }).click()
    const coming = app.waitForEvent('download')
    await app.getByRole('menuitem', { name: /CSV/ }).click()
    const file = await coming
    const csv = readFileSync(await file.path(), 'utf8')
    expect(csv.startsWith('\uFEFF客户名称')).toBe(true)
    expect(csv).toContain('常州武进地板')
  })
})

test('accounts beside each other: a comparison, a referral, a rival’s move', async ({ app }) => {
  await test.step('two accounts stand side by side, and the comparison leaves as a workbook', async () => {
    await cell(app, '长沙湘江集成房屋').click()
    await app.keyboard.press('Shift+ArrowDown')
    await app.getByRole('button', { name: '对比', exact: true }).click()
    const row = app.getByRole('row', { name: /年交易额/ })
    await expect(row.getByRole('img', { name: '最好' })).toHaveCount(1)
    await expect(row.getByRole('img', { name: '最差' })).toHaveCount(1)
    const lines = app.getByRole('rowheader')
    const before = await lines.count()
    await app.getByRole('checkbox', { name: '只看不同' }).check()
    await expect.poll(() => lines.count()).toBeLessThan(before)
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '导出' }).click()
    const coming = app.waitForEvent('download')
    await app.getByRole('menuitem', { name: /Excel/ }).click()
    expect((await coming).suggestedFilename()).toBe('客户对比.xlsx')
  })
  await backToAccounts(app)
  await test.step('a referral names who introduced, and a rival’s move the entry that tells of it', async () => {
    await openAnalysis(app, '恒岳家居集团')
    const section = (title: string) =>
      app
        .locator('section')
        .filter({ has: app.getByRole('heading', { name: title }) })
        .last()
    const referrals = section('推荐链')
    await referrals.getByRole('combobox', { name: '客户', exact: true }).click()
    await app.keyboard.type('常州武进')
    await app.locator('.ant-select-dropdown:visible').getByText('常州武进地板').click()
    await referrals.getByRole('combobox', { name: '谁介绍的' }).click()
    const someone = app.locator('.ant-select-dropdown:visible .ant-select-item-option').first()
    const name = (await someone.locator('span').nth(1).innerText()).trim()
    await someone.click()
    await referrals.getByRole('button', { name: '添加' }).click()
    const line = referrals.getByRole('listitem').filter({ hasText: '常州武进地板' })
    await expect(line).toContainText(name)

    const rivals = section('竞争对手与动作')
    await rivals.getByRole('textbox', { name: '对手做了什么' }).fill('派人驻厂')
    await rivals.getByRole('combobox', { name: '来自哪条日志' }).click()
    const entry = app.locator('.ant-select-dropdown:visible .ant-select-item-option').first()
    const day = (await entry.innerText()).slice(0, 10)
    await entry.click()
    await expect(rivals.getByRole('textbox', { name: '哪天' })).toHaveValue(day)
    await rivals.getByRole('button', { name: '记下动作' }).click()
    await rivals.getByRole('link', { name: '打开日志：派人驻厂' }).click()
    await expect(app).toHaveURL(/\/log\//)
    await expect(app.getByText(day.slice('2026-'.length)).first()).toBeVisible()
  })
})
