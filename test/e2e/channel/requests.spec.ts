import { expect, type Page, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample', startsAt: '2026-11-24T03:20:00Z' })

const goTo = (app: Page, place: string) =>
  app.evaluate((hash) => {
    window.location.hash = hash
  }, `#${place}`)

const rowOf = (app: Page, code: string) => app.locator('.ag-row').filter({ hasText: code })

test('keys act on the selected request alone: never on its neighbour once it has left the list, nor on its title', async ({
  app,
}) => {
  await goTo(app, '/channel/requests?show=late')
  const late = rowOf(app, 'R-0418')
  await late.getByText('加急 40 桶水性底漆').click()
  // on the title too a letter is a command, not the beginning of another title
  await app.keyboard.press('r')
  await expect(late).toBeHidden()
  await expect(toast(app)).toContainText('R-0418')
  const panel = app.getByRole('article', { name: /加急 40 桶水性底漆/ })
  await expect(panel).toBeVisible()
  await app.keyboard.press('s')
  await app.keyboard.press('w')
  await app.keyboard.press('ArrowDown')
  // another one is selected by the arrow alone, and was not touched before
  const next = app.getByRole('article', { name: /UV 面漆发白/ })
  await expect(next).toContainText('处理中')
  await app.keyboard.press('F2')
  await app.keyboard.press('Escape')
  await expect(next).toBeVisible()

  // the hours above the list are the department's as they are now, by whatever earlier ones requests run
  await expect(app.getByText(/工作时间 09:00–12:00.+13:30–18:00/)).toBeVisible()
  await goTo(app, '/department/calendar')
  await app.locator('[data-day="2026-11-24"]').click()
  await expect(toast(app)).toContainText('已把 2026-11-24 改为休息')
  await goTo(app, '/channel/requests')
  await expect(app.getByText(/现在 11:\d\d，不在工作时间/)).toBeVisible()
})

test('a card on the board goes on by key as often as pressed, and keeps the focus', async ({ app }) => {
  await goTo(app, '/channel/requests?view=board')
  const card = app.locator('[data-card]').filter({ hasText: 'R-0418' })
  const columnOf = (state: string) => app.getByRole('region', { name: state }).filter({ has: card })
  await card.focus()
  await app.keyboard.press('Alt+ArrowRight')
  await expect(columnOf('已受理')).toBeVisible()
  await expect(card).toBeFocused()
  await app.keyboard.press('Alt+ArrowRight')
  await expect(columnOf('处理中')).toBeVisible()
  await expect(card).toBeFocused()
  await expect(toast(app)).toContainText('R-0418')
})
