import { findings } from '../axe.ts'
import { expect, type LaptopClock, type Page, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

// a Tuesday morning at nine
test.use({ department: 'sample', startsAt: '2026-11-24T01:00:00Z' })

/** Goes to Today by its key. */
async function goToday(app: Page): Promise<void> {
  await app.keyboard.press('Control+1')
  await expect(app.getByRole('region', { name: '已晚' })).toBeVisible()
  // the keys of the lists work at once
  await expect(app.locator('[data-line]').first()).toBeFocused()
}

/** Notes something in the line at the foot. */
async function note(app: Page, text: string): Promise<void> {
  const line = app.getByRole('textbox', { name: '记一件事' })
  await app.keyboard.press('n')
  await expect(line).toBeFocused()
  await app.keyboard.insertText(text)
  await expect(app.locator('[aria-live]').filter({ hasText: '恒岳家居集团' })).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(line).toHaveValue('')
}

const lineOf = (app: Page, text: string) => app.locator('[data-key]').filter({ hasText: text })

test('what comes to mind is noted, done with a key, taken back and opened', async ({ app }) => {
  await goToday(app)
  await note(app, '今天给恒岳送色板')
  const line = lineOf(app, '送色板')
  await expect(line).toContainText('恒岳家居集团')
  expect(await findings(app)).toEqual([])

  const link = line.locator('[data-line]')
  // beside the words a click selects the line; on them it opens the record
  await line.click({ position: { x: 60, y: 4 } })
  await expect(link).toBeFocused()
  await app.keyboard.press('Space')
  await expect(line).toHaveAttribute('data-done', 'true')
  // what is done moves to the head of its list, with the focus
  await expect(link).toBeFocused()
  await toast(app).getByRole('button', { name: '撤销' }).click()
  await expect(line).not.toHaveAttribute('data-done', 'true')

  await line.getByRole('button', { name: /^完成/ }).click()
  await expect(line).toHaveAttribute('data-done', 'true')
  await app.keyboard.press('Control+z')
  await expect(line).not.toHaveAttribute('data-done', 'true')
  await link.focus()
  await app.keyboard.press('s')
  await expect(app.getByRole('dialog').getByLabel('原因（必填）')).toBeFocused()
  await app.keyboard.press('Escape')
  await expect(link).toBeFocused()
  await app.keyboard.press('ArrowUp')
  await expect(link).not.toBeFocused()
  await app.keyboard.press('ArrowDown')
  await expect(link).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/#\/channel\/tasks\/[0-9a-f-]{36}$/)
  await expect(app.getByRole('heading', { name: 'VIP 通道' })).toBeVisible()

  // of a long list every line is there, though the first ones alone come at once
  await goToday(app)
  await app.getByText('本部门', { exact: true }).click()
  const week = app.getByRole('region', { name: '未来 7 天' })
  const lines = week.getByRole('listitem')
  await expect(lines.nth(8)).toBeVisible()
  const told = await week.getByRole('heading').locator('+ span').innerText()
  await expect(lines).toHaveCount(Number.parseInt(told, 10))
})

test('a laptop that lands in another time zone reckons its days by the zone where it is', async ({
  app,
  browser,
  host,
  laptop,
}) => {
  await laptop.set('2026-11-25T03:00:00+08:00')
  await goToday(app)
  const day = (window: Page) => window.getByRole('main').getByText(/^2026-11-2\d 周.$/)
  await app.reload()
  await expect(day(app)).toHaveText('2026-11-25 周三')

  // a system's zone can't be changed here: a window of a browser that is there says the same to the engine
  const berlin = await browser.newContext({ timezoneId: 'Europe/Berlin', locale: 'zh-CN' })
  const window = await berlin.newPage()
  await window.goto(host.url)
  await window.keyboard.press('Control+1')
  await expect(day(window)).toHaveText('2026-11-24 周二')
  await berlin.close()
})

test.describe('a notice', () => {
  /** What the system was asked to show, in order. */
  const shown = (app: Page): Promise<string[]> =>
    app.evaluate(() =>
      (document.documentElement.dataset.shown ?? '').split('\n').filter((title) => title !== ''),
    )

  test.beforeEach(async ({ context }) => {
    // the system itself can't be looked at: its interface is, with the permission that a person would give in the settings
    await context.addInitScript(() => {
      const told: string[] = []
      class Shown extends EventTarget {
        static readonly permission = 'granted'
        constructor(title: string) {
          super()
          told.push(title)
          document.documentElement.dataset.shown = told.join('\n')
          // a person clicks on it at once
          if (title === '已晚：任务') setTimeout(() => this.dispatchEvent(new Event('click')))
        }
        close(): void {}
      }
      Object.defineProperty(window, 'Notification', { value: Shown })
    })
  })

  const at = (laptop: LaptopClock, wall: string) => laptop.set(`2026-11-24T${wall}:00+08:00`)

  test('is given once when its time comes, whatever the clock does, and leads to the record', async ({
    app,
    laptop,
  }) => {
    const titled = async (start: string) =>
      (await shown(app)).filter((title) => title.startsWith(start)).length
    await goToday(app)
    await note(app, '今天16:40给恒岳送色板')
    await expect(lineOf(app, '送色板')).toContainText('16:40')
    // what else comes due on this day is told of first: in one with the next it would be only "n notices"
    await at(laptop, '16:20')
    const notices = app.getByRole('complementary')
    await expect(notices).toContainText('今天 16:20')
    const before = await titled('快到时间：任务')

    await at(laptop, '16:26')
    await expect.poll(() => titled('快到时间：任务')).toBe(before + 1)
    await expect(notices.getByText('送色板')).toBeVisible()
    await at(laptop, '15:00')
    await at(laptop, '16:27')
    await at(laptop, '16:41')
    // the click of the stand-in leads to the record
    await expect(app).toHaveURL(/#\/channel\/tasks\/[0-9a-f-]{36}$/)
    expect(await titled('快到时间：任务')).toBe(before + 1)
  })
})
