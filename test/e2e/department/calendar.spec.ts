import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

const day = (app: Page, on: string) => app.locator(`[data-day="${on}"]`)

/** The calendar of a year for which nobody has published holidays yet. */
async function open2027(app: Page): Promise<void> {
  await app.goto(`${app.url().replace(/#.*/, '')}#/department/calendar?year=2027`)
}

test('a day is made free by keyboard, named, undone; holidays come from a file; all is there after a reload', async ({
  app,
}) => {
  await open2027(app)
  await expect(app.getByText('2027 年还没有列出节假日')).toBeVisible()
  // arrows go from day to day, Space turns one
  await day(app, '2027-01-01').focus()
  await app.keyboard.press('PageDown')
  await app.keyboard.press('ArrowRight')
  await expect(day(app, '2027-02-02')).toBeFocused()
  await app.keyboard.press('Space')
  await expect(toast(app)).toContainText('已把 2027-02-02 改为休息')
  await expect(day(app, '2027-02-02')).toHaveAccessibleName(/周二 放假/)
  await expect(app.getByText(/260 个工作日：放假 1 个工作日/)).toBeVisible()
  await app.getByRole('textbox', { name: '这一天的名称' }).fill('厂庆')
  await app.keyboard.press('Enter')
  await expect(day(app, '2027-02-02')).toHaveAccessibleName(/放假 厂庆/)
  await day(app, '2027-03-06').click()
  await expect(day(app, '2027-03-06')).toHaveAccessibleName(/周六 调休上班/)
  await toast(app).getByRole('button', { name: '撤销' }).click()
  await expect(day(app, '2027-03-06')).toHaveAccessibleName(/周六 休息/)

  // faults by line first, nothing written; then all at once
  await app.getByRole('button', { name: '导入节假日' }).click()
  const dialog = app.getByRole('dialog')
  const choose = (text: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '2027.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('日期,类型,名称\n2027-02-06~2027-02-12,休,春节\n2027-02-30,班,无')
  await expect(dialog.getByRole('alert')).toContainText('日期看不懂：2027-02-30')
  await choose('日期,类型,名称\n2027-02-06~2027-02-12,休,春节\n2027-02-14,班,春节调休')
  await dialog.getByRole('button', { name: '导入 8 天' }).click()
  await expect(dialog).toBeHidden()
  await app.reload()
  await expect(day(app, '2027-02-02')).toHaveAccessibleName(/放假 厂庆/)
  await expect(day(app, '2027-02-14')).toHaveAccessibleName(/调休上班 春节调休/)
  await expect(day(app, '2027-03-06')).toHaveAccessibleName(/周六 休息/)
  expect(await findings(app)).toEqual([])
})
