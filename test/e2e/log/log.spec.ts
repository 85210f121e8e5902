import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { backToAccounts, toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

const dialog = (app: Page) => app.getByRole('dialog', { name: '记日志' })
const words = (app: Page) => dialog(app).getByLabel('发生了什么')

/** Opens an account's page. */
async function openAccount(app: Page, name: string): Promise<void> {
  await app.getByRole('link', { name: `打开 ${name}` }).click()
  await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
}

test('the log: files, a visit with all that comes of it, and the whole of it filtered', async ({ app }) => {
  await test.step('a file named ../../x.exe is kept under a plain name, said to be a program, and only ever downloaded', async () => {
    await openAccount(app, '恒岳家居集团')
    await app.getByRole('link', { name: '文件', exact: true }).click()
    await expect(app.getByText('还没有文件')).toBeVisible()
    const choose = app.getByLabel('附文件')
    await choose.setInputFiles({ name: '../../x.exe', mimeType: 'text/html', buffer: Buffer.from('MZ') })
    const row = app.getByRole('listitem').filter({ hasText: 'x.exe' })
    await expect(row).toContainText('程序或脚本')
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await choose.setInputFiles({
      name: '样板.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png, 'base64'),
    })
    await app.getByRole('button', { name: '样板.png', exact: true }).click()
    const picture = app.getByRole('img', { name: '样板.png' })
    await expect(picture).toBeVisible()
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await app.keyboard.press('Escape')
    await expect(picture).toBeHidden()
    const coming = app.waitForEvent('download')
    await row.getByRole('button', { name: '下载 x.exe' }).click()
    expect((await coming).suggestedFilename()).toBe('x.exe')
    await row.getByRole('button', { name: '取下 x.exe' }).click()
    await expect(row).toBeHidden()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(row).toBeVisible()
    expect(await findings(app)).toEqual([])
  })
  await backToAccounts(app)
  await test.step('a visit is logged with a mention, a next step and a promise; a fact is lifted; the entry is corrected', async () => {
    await openAccount(app, '恒岳家居集团')
    await app.keyboard.press('l')
    await words(app).pressSequentially('和@thp')
    await app
      .getByRole('option', { name: /唐海平/ })
      .or(app.getByRole('menuitem', { name: /唐海平/ }))
      .first()
      .click()
    await words(app).pressSequentially('吃饭，他喜欢下象棋。')
    await dialog(app).getByLabel('下一步做什么').fill('送色板')
    await dialog(app).getByLabel('哪天').last().fill('明天')
    await dialog(app).getByRole('button', { name: '带出承诺' }).click()
    await dialog(app).getByLabel('承诺什么').fill('驻线两天')
    await app.keyboard.press('Control+Enter')
    await expect(dialog(app)).toBeHidden()
    await expect(toast(app)).toContainText('已记日志“恒岳家居集团”')
    const newest = app.getByRole('listitem').filter({ hasText: '他喜欢下象棋' })
    await expect(newest).toContainText('沈知远 与 唐海平')
    await expect(newest).toContainText('带出 1 条承诺')
    await newest.getByText('他喜欢下象棋').click({ position: { x: 200, y: 8 } })
    await expect(app.getByRole('heading', { name: '带出的承诺' })).toBeVisible()
    await expect(app.getByText('驻线两天', { exact: true })).toBeVisible()
    await app.getByRole('button', { name: /记入画像 唐海平 · 爱好/ }).click()
    await expect(app.getByRole('link', { name: '唐海平 · 爱好' })).toBeVisible()
    await app.getByRole('checkbox', { name: /送色板/ }).click()
    await expect(app.getByText('已办')).toBeVisible()
    await app.getByRole('button', { name: '更正' }).click()
    const correcting = app.getByRole('form', { name: '更正日志' })
    await correcting.getByLabel('发生了什么').fill('吃饭，他喜欢下围棋。')
    await correcting.getByLabel('为什么更正').fill('听错了')
    await correcting.getByRole('button', { name: '保存更正' }).click()
    await expect(app.getByRole('heading', { name: '原文' })).toBeVisible()
    await expect(app.getByText('@唐海平 吃饭，他喜欢下象棋。')).toBeVisible()
    await expect(app.getByText(/听错了/)).toBeVisible()
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '删除' }).click()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(app.getByText('他喜欢下围棋')).toBeVisible()
  })
  await backToAccounts(app)
  await test.step('the whole log is filtered and its open next steps are ticked off', async () => {
    await app.getByRole('link', { name: '日志', exact: true }).click()
    await expect(app.getByRole('heading', { name: '日志', level: 1 })).toBeVisible()
    expect(await findings(app)).toEqual([])
    await app.getByText('未了的下一步').click()
    const steps = app.getByRole('checkbox', { name: /^完成 / })
    await expect(steps.first()).toBeVisible()
    const first = await steps.first().getAttribute('aria-label')
    const before = await steps.count()
    await steps.first().click()
    await expect(toast(app)).toContainText('下一步')
    await expect(steps).toHaveCount(before - 1)
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(steps.first()).toHaveAttribute('aria-label', first ?? '')
    expect(await findings(app)).toEqual([])
  })
})
