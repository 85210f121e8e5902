import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { backToAccounts, cell, toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

/** Gives an account of the list another name. */
async function rename(app: Page, from: string, to: string): Promise<void> {
  await app.getByLabel('筛选：名称、编号、拼音').fill(from)
  await cell(app, from).click()
  await app.keyboard.type(to)
  await app.keyboard.press('Enter')
  await app.getByLabel('筛选：名称、编号、拼音').fill(to)
  await expect(cell(app, to)).toBeVisible()
}

const goTo = (app: Page, place: string) => app.evaluate((hash) => window.location.replace(hash), `#${place}`)

test('accounts that look alike are merged or told apart', async ({ app }) => {
  await test.step('two accounts that are one are found, compared, merged with the chosen values, and told apart again by undo', async () => {
    await rename(app, '唐山曹妃甸钢构', '南浔木业有限公司')
    await goTo(app, '/duplicates')
    await expect(app.getByText('发现 1 对可能重复的客户')).toBeVisible()
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '合并“南浔木业”和“南浔木业有限公司”' }).click()
    await test.step('in a narrow window the way back is readable: only the last step of the path is cut', async () => {
      await app.setViewportSize({ width: 1280, height: 720 })
      await expect(app.getByRole('radio').first()).toBeVisible()
      const steps = app.getByRole('navigation', { name: '位置' }).getByRole('listitem')
      await expect(steps).toHaveCount(3)
      for (const at of [0, 1]) {
        const words = await steps.nth(at).getByRole('link').boundingBox()
        const next = await steps.nth(at + 1).boundingBox()
        expect((words?.x ?? 0) + (words?.width ?? 0), `step ${at + 1}`).toBeLessThanOrEqual(next?.x ?? 0)
      }
      await app.setViewportSize({ width: 1440, height: 900 })
    })
    await app.getByRole('radio', { name: '用“南浔木业有限公司”的地区' }).check()
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '合并', exact: true }).click()
    await expect(toast(app)).toContainText('已把客户“南浔木业有限公司”并入“南浔木业”')
    await app.getByRole('link', { name: '资料' }).click()
    await expect(app.getByLabel('地区')).toHaveValue('河北唐山')
    await expect(app.getByLabel('客户编号')).toHaveValue('KH-003')
    await goTo(app, '/duplicates')
    await expect(app.getByText('没有发现可能重复的客户', { exact: false })).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(app.getByText('发现 1 对可能重复的客户')).toBeVisible()
  })
  await backToAccounts(app)
  await test.step('two that are not the same rest, also after a restart of the window', async () => {
    await rename(app, '南浔木业有限公司', '南寻木业')
    await goTo(app, '/duplicates')
    await expect(app.getByText('读音相同')).toBeVisible()
    await app.getByRole('button', { name: /不是同一个/ }).click()
    await expect(app.getByText('没有发现可能重复的客户', { exact: false })).toBeVisible()
    await app.reload()
    await expect(app.getByText('没有发现可能重复的客户', { exact: false })).toBeVisible()
  })
})
