import { expect, type Page, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample', startsAt: '2026-11-24T01:30:00Z' })

const goTo = (app: Page, place: string) =>
  app.evaluate((hash) => {
    window.location.hash = hash
  }, `#${place}`)

test('a brief is filled, frozen, told against its freeze, and handed out for a reader', async ({ app }) => {
  await goTo(app, '/visits/list')
  const frozen = app.locator('.ag-row').filter({ hasText: '简报已冻结' }).first()
  await app.locator('.ag-row').first().hover()
  // only rows in sight are in the page, and a wheel turned before all were there would not reach it
  await expect(async () => {
    await app.mouse.wheel(0, 200)
    await expect(frozen).toBeVisible({ timeout: 500 })
  }).toPass()
  // the account stands in the pinned part of the row, the state in the rest
  const at = await frozen.getAttribute('row-index')
  await app.locator(`.ag-row[row-index="${at}"] a`).first().click()
  await app.getByRole('button', { name: '简报', exact: true }).click()
  const paper = app.getByRole('article', { name: '拜访恒岳家居集团' })
  await expect(paper.getByRole('heading', { name: '一、一页摘要' })).toBeVisible()

  // bottom lines are for named readers: who sits here becomes one
  await expect(paper).toContainText(/您不在指定读者之列，隐去 \d+ 项/)
  await app.getByRole('checkbox', { name: '沈知远' }).click()

  // a bottom line is written beside the paper and stands on it
  await app.getByLabel('我方底线').first().fill('账期最多 52 天，秦素拍板')
  await app.keyboard.press('Tab')
  await expect(paper).toContainText('账期最多 52 天，秦素拍板')

  // sections go up by key, and are left out
  await app.getByRole('button', { name: '议题与底线' }).press('Alt+ArrowUp')
  await expect(paper.getByRole('heading', { name: /议题与底线/ })).toBeVisible()
  await app.getByRole('checkbox', { name: '显示“产品空白”' }).click()
  await expect(paper.getByRole('heading', { name: /产品空白/ })).toBeHidden()

  // who is no named reader is told how much they don't see
  await app.getByText('随行版', { exact: true }).click()
  await expect(paper).toContainText(/随行版隐去 \d+ 项/)
  await expect(paper).not.toContainText('52 天')
  await app.getByText('高层版', { exact: true }).click()

  await app.getByRole('button', { name: '重新冻结', exact: true }).click()
  await expect(toast(app)).toContainText('冻结“恒岳家居集团”的简报')
  await expect(app.getByText('冻结后没有变化')).toBeVisible()
  await app.getByLabel('我方底线').first().fill('账期最多 48 天')
  await app.keyboard.press('Tab')
  await expect(app.getByText('冻结后有 1 处变化')).toBeVisible()
  await expect(paper.locator('del')).toContainText(['52 天'])

  // the page of changes as Word: the one paper that needs no printer
  await app.getByRole('button', { name: 'Word' }).click()
  const dialog = app.getByRole('dialog')
  await dialog.getByText('只要变化的一页').click()
  const download = app.waitForEvent('download')
  await dialog.getByRole('button', { name: '生成' }).click()
  expect((await download).suggestedFilename()).toBe('恒岳家居集团 简报变化.docx')
  await expect(app.getByText(/高层版 Word 只要变化的一页，给/)).toBeVisible()

  await app.getByRole('button', { name: '接受并重新冻结' }).click()
  await expect(app.getByText('冻结后没有变化')).toBeVisible()
})
