import { readFileSync } from 'node:fs'
import { findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'
import { holdCalls } from '../slowAnswer.ts'

test.use({ department: 'sample', startsAt: '2026-11-24T03:20:00Z' })

const CALENDAR = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
  ...['BEGIN:VEVENT', 'UID:1', 'DTSTART:20261126T010000Z', 'DURATION:PT3H', 'SUMMARY:董事会', 'END:VEVENT'],
  ...[
    'BEGIN:VEVENT',
    'UID:2',
    'DTSTART:20261127T010000Z',
    'DURATION:PT1H',
    'CLASS:PRIVATE',
    'SUMMARY:体检',
    'END:VEVENT',
  ],
  'END:VCALENDAR',
].join('\r\n')

test('the calendar: paged by keys, an executive’s calendar taken in and refused, the year handed over', async ({
  app,
}) => {
  const month = await holdCalls(app, 'visitCalendar/span')
  await app.evaluate(() => {
    window.location.hash = '#/visits/calendar'
  })
  const head = app.getByRole('heading', { level: 2 })
  await expect(head).toHaveText('2026年11月')
  await app.keyboard.press('ArrowRight')
  await expect(head).toHaveText('2026年12月')
  await app.keyboard.press('t')
  await expect(head).toHaveText('2026年11月')

  const open = app.getByRole('button', { name: '更多' })
  await open.click()
  await app.getByRole('menuitem', { name: '导入某位高层的日历…' }).click()
  const dialog = app.getByRole('dialog', { name: '导入日历' })
  const take = (text: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) })
  // a file can't be taken before it is known whose it is
  await expect(dialog.getByRole('button', { name: /选/ })).toBeDisabled()
  month.letGo()
  await expect(dialog.getByRole('button', { name: /选/ })).toBeEnabled()
  await take(CALENDAR.replace('UID:2', 'oops'))
  await expect(dialog.getByRole('alert')).toContainText('第 10 行看不懂：oops')
  await take(CALENDAR)
  await expect(dialog.getByRole('status')).toContainText('顾长风有 2 段日程')
  await app.keyboard.press('Escape')
  await expect(app.getByText('顾长风 09:00–12:00 董事会')).toBeVisible()
  await expect(app.getByText('体检')).toBeHidden()
  expect(await findingsInBothThemes(app)).toEqual([])

  await app.getByText('周', { exact: true }).click()
  await expect(head).toHaveText('2026-11-23 – 2026-11-29')
  await app.reload()
  await expect(head).toHaveText('2026-11-23 – 2026-11-29')

  const saved = app.waitForEvent('download')
  await open.click()
  await app.getByRole('menuitem', { name: '2026 年日历（.ics）' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('2026 年高层拜访.ics')
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR[\s\S]+END:VCALENDAR/)
  await expect(toast(app)).toContainText('2026 年高层拜访.ics')
})
