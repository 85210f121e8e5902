import { findings } from '../axe.ts'
import { copyBlock } from '../evaluation/steps.ts'
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

test('tasks: moved on the board, pasted by thousands, written and put off', async ({ app }) => {
  await test.step('on the board a card is moved and done by keyboard', async () => {
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
  await app.getByText('列表', { exact: true }).click()
  await expect(app.locator('.ag-row').first()).toBeVisible()
  await test.step('3,000 rows pasted into the line for one task are many tasks, all or none', async () => {
    const open = app.getByRole('button', { name: /^未了/ })
    const before = Number((await open.innerText()).replaceAll(/\D/g, ''))
    const rows = Array.from({ length: 3_000 }, (_, at) => [
      `寄样 ${at + 1}`,
      '恒岳家居集团',
      '沈知远',
      '2027-01-05',
    ])
    const line = app.getByRole('textbox', { name: '记一件事' })
    const dialog = app.getByRole('dialog', { name: '批量粘贴任务' })
    const add = dialog.getByRole('button', { name: /^加入/ })
    await copyBlock(app, [...rows.slice(0, 2), ['寄样 3', '恒岳家居集团', '查无此人', '2027-01-05']])
    await line.focus()
    await app.keyboard.press('Control+v')
    await expect(dialog).toContainText('第 3 行 负责人：部门里没有“查无此人”')
    await expect(add).toBeDisabled()
    await app.keyboard.press('Escape')
    await copyBlock(app, rows)
    await line.focus()
    await app.keyboard.press('Control+v')
    await expect(add).toHaveText('加入 3,000 条')
    await add.click()
    await expect(dialog).toBeHidden()
    await expect(line).toHaveValue('')
    await expect(open).toContainText(String(before + 3_000))
    await app.keyboard.press('Control+z')
    await expect(open).toContainText(String(before))
  })
  await test.step('a task is written in plain words, done by Space, undone, and put off with a reason', async () => {
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
})
