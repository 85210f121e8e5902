import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

async function openTasks(app: Page): Promise<void> {
  await app.getByRole('link', { name: /VIP 通道/ }).click()
  await app.getByRole('link', { name: '任务', exact: true }).click()
  await expect(app.locator('.ag-cell[col-id="state"]').first()).toContainText(/晚 \d+ 天/)
}

/** Writes a task in plain words; answers its row. */
async function write(app: Page, words: string, title: string) {
  const line = app.getByRole('textbox', { name: '记一件事' })
  await line.fill(words)
  await line.press('Enter')
  await expect(line).toHaveValue('')
  return app.locator('.ag-row', { hasText: title })
}

test('a task is written in plain words, done by Space, undone, and put off with a reason', async ({
  app,
}) => {
  await openTasks(app)
  const row = await write(app, '后天请沈知远给恒岳送新样板', '给恒岳送新样板')
  await expect(row).toContainText('恒岳家居集团')
  await row.locator('.ag-cell[col-id="why"]').click()
  await expect(app.getByRole('complementary')).toContainText('沈知远记下的')
  await app.keyboard.press(' ')
  await expect(toast(app)).toContainText('已完成任务“给恒岳送新样板”')
  await expect(row).toBeHidden()
  await toast(app).getByRole('button', { name: '撤销' }).click()
  await expect(row).toBeVisible()
  await row.locator('.ag-cell[col-id="why"]').click()
  await app.keyboard.press('s')
  await app.getByLabel('推迟到哪天').fill('+9')
  await app.getByLabel('为什么推迟（必填）').fill('客户出差')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('complementary')).toContainText('沈知远 推迟到')
  await app.getByRole('button', { name: /^推迟 1$/ }).click()
  await expect(row).toBeVisible()
  await app.getByText('本部门', { exact: true }).click()
  await app.getByRole('combobox', { name: '哪位同事的' }).click()
  await app.keyboard.insertText('林晓舟')
  await app.keyboard.press('Enter')
  await expect(row).toBeHidden()
  await expect(app.getByRole('button', { name: /^推迟 \d$/ })).toBeVisible()
  expect(await findings(app)).toEqual([])
})

test('on the board a card is moved and done by keyboard', async ({ app }) => {
  await openTasks(app)
  await write(app, '明天寄色卡', '寄色卡')
  await app.getByText('看板', { exact: true }).click()
  const column = (name: string) => app.getByRole('region', { name, exact: true })
  const card = (name: string) => column(name).getByRole('button', { name: /寄色卡/ })
  await card('7 天内').focus()
  await app.keyboard.press('Alt+ArrowRight')
  await card('以后').focus()
  await app.keyboard.press('Alt+ArrowLeft')
  await card('7 天内').focus()
  await app.keyboard.press(' ')
  await expect(card('已完成')).toBeVisible()
  await app.keyboard.press('Control+z')
  await expect(card('7 天内')).toBeVisible()
  expect(await findings(app)).toEqual([])
})
