import { findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample', startsAt: '2026-11-24T03:20:00Z' })

test('the year’s plan: a visit goes to another month by key, a confirmed one with a reason; proposals are planned at once', async ({
  app,
}) => {
  await app.evaluate(() => {
    window.location.hash = '#/visits'
  })
  const matrix = app.getByRole('table', { name: '2026 年拜访计划' })
  const rowOf = (name: string) => matrix.getByRole('row').filter({ hasText: name })
  const markOf = (name: string, words: RegExp) => rowOf(name).getByRole('button', { name: words })
  await expect(matrix).toBeVisible()
  expect(await findingsInBothThemes(app)).toEqual([])

  const planned = markOf('武汉楚江门窗', /2026-12-.+计划/)
  await planned.focus()
  await app.keyboard.press('Alt+ArrowLeft')
  const earlier = markOf('武汉楚江门窗', /2026-11-.+计划/)
  await expect(earlier).toBeFocused()
  await expect(toast(app)).toContainText('武汉楚江门窗')
  await app.keyboard.press('Control+z')
  await expect(planned).toBeVisible()

  const confirmed = markOf('川渝宏泰建材', /2026-11-.+已确认/)
  await confirmed.focus()
  await app.keyboard.press('Alt+ArrowRight')
  await app.getByRole('textbox', { name: '改期的原因' }).fill('董事长出差')
  await app.keyboard.press('Enter')
  await expect(markOf('川渝宏泰建材', /2026-12-.+已批准/)).toBeVisible()

  await app.getByRole('button', { name: '排期建议' }).click()
  const dialog = app.getByRole('dialog', { name: '排期建议' })
  await expect(dialog.getByText(/级别政策每 \d+ 天一次/).first()).toBeVisible()
  const accept = dialog.getByRole('button', { name: /安排 \d+ 次/ })
  const count = Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0])
  await dialog.getByRole('checkbox').first().uncheck()
  await expect(dialog.getByRole('button', { name: `安排 ${count - 1} 次` })).toBeVisible()
  await dialog.getByRole('button', { name: `安排 ${count - 1} 次` }).click()
  await expect(dialog).toBeHidden()
  await expect(toast(app)).toContainText('安排')
  await app.keyboard.press('Control+z')
  await expect(toast(app)).toContainText('撤销')
})
