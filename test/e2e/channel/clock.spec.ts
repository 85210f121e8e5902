import { expect, test } from '../clock.ts'

test.use({ department: 'empty', startsAt: '2026-11-24T01:00:00Z' })

test('a test moves the time of engine and window together, on and back', async ({ app, laptop }) => {
  const status = app.getByRole('contentinfo')
  const backUp = () => app.getByRole('button', { name: '立即备份' }).click()
  const windowHour = () => app.evaluate(() => new Date().getHours())
  await app.evaluate(() => {
    window.location.hash = '#/department/safety'
  })
  await backUp()
  await expect(status).toContainText('今天 09:0')
  expect(await windowHour()).toBe(9)
  await laptop.pass(3 * 3_600_000)
  await backUp()
  await expect(status).toContainText('今天 12:0')
  await laptop.set('2026-11-24T00:20:00Z')
  expect(await windowHour()).toBe(8)
})
