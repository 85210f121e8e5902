import { expect, type Page, test } from '../fixtures.ts'
import { csv, pick, preview } from '../importing/files.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

const goTo = (app: Page, place: string) => app.evaluate((hash) => window.location.replace(hash), `#${place}`)

/** How complete a person's portrait is, as their page says it. */
async function completeness(app: Page): Promise<number> {
  const ring = app.getByRole('img', { name: /画像完整度 \d+/ })
  return Number(/\d+/.exec((await ring.getAttribute('aria-label')) ?? '')?.[0])
}

/** Chooses a colleague in a picker by typing the name. */
async function choose(app: Page, label: string, name: string): Promise<void> {
  await app.getByLabel(label, { exact: true }).click()
  await app.keyboard.type(name)
  await app.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

test('the archive from first to last: people come in, a visit teaches, the account goes to a successor, one person is two, and one asks to be forgotten', async ({
  app,
}) => {
  test.slow()

  await test.step('import two people of 恒岳家居集团', async () => {
    await goTo(app, '/accounts/import')
    await pick(
      app,
      csv('联系人.csv', [
        ['姓名', '公司', '职务', '家庭'],
        ['顾晓梅', '恒岳家居集团', '设备主管', '女儿在读高中'],
        ['顾小梅', '恒岳家居集团', '设备科长', ''],
      ]),
    )
    await preview(app)
    await app.getByRole('button', { name: '导入 2 行' }).click()
    await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
  })

  await goTo(app, '/accounts')
  await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
  await app.getByRole('link', { name: '顾晓梅', exact: true }).first().click()
  await expect(app.getByRole('heading', { name: /顾晓梅/ })).toBeVisible()
  const person = new URL(app.url()).hash.slice(1)
  const before = await completeness(app)

  await test.step('log a visit with a promise, and lift what was learned', async () => {
    await app.goBack()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await app.keyboard.press('Control+l')
    const dialog = app.getByRole('dialog', { name: '记日志' })
    const words = dialog.getByLabel('发生了什么')
    await words.pressSequentially('见@gxm')
    await app
      .getByRole('option', { name: /顾晓梅/ })
      .or(app.getByRole('menuitem', { name: /顾晓梅/ }))
      .first()
      .click()
    await words.pressSequentially('看新线，她喜欢下象棋。')
    await dialog.getByRole('button', { name: '带出承诺' }).click()
    await dialog.getByLabel('承诺什么').fill('三天内送样板')
    await app.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    const newest = app.getByRole('listitem').filter({ hasText: '她喜欢下象棋' })
    await expect(newest).toContainText('带出 1 条承诺')
    await newest.getByRole('link').first().click()
    await app.getByRole('button', { name: /记入画像 顾晓梅 · 爱好/ }).click()
    await expect(app.getByRole('link', { name: '顾晓梅 · 爱好' })).toBeVisible()
  })

  await test.step('completeness has risen', async () => {
    await goTo(app, person)
    await expect.poll(() => completeness(app)).toBeGreaterThan(before)
  })

  await test.step('find her by pinyin, here and after a restart of the window', async () => {
    await app.reload()
    await expect(app.getByRole('heading', { name: /顾晓梅/ })).toBeVisible()
    await app.keyboard.press('Control+k')
    await app.getByRole('dialog').getByRole('combobox').fill('guxm')
    await expect(app.getByRole('option', { name: /^顾晓梅/ })).toBeVisible()
    await app.keyboard.press('Escape')
  })

  await test.step('hand the account over, and take that back', async () => {
    await goTo(app, '/handover')
    await app.getByRole('button', { name: '新交接' }).click()
    await choose(app, '移交人', '林晓舟')
    await choose(app, '接手人', '许若岚')
    await app.getByRole('button', { name: '开始交接' }).click()
    await expect(app.getByRole('heading', { name: '林晓舟 → 许若岚' })).toBeVisible()
    for (const side of ['移交人', '接手人'])
      for (const box of await app.getByRole('checkbox', { name: `${side}已办` }).all()) await box.check()
    await app.getByRole('button', { name: '代林晓舟签署' }).click()
    await app.getByRole('button', { name: '代许若岚签署' }).click()
    await expect(app.getByText(/归许若岚负责/)).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(app.getByText(/归许若岚负责/)).toBeHidden()
  })

  await test.step('merge two that are one', async () => {
    await goTo(app, '/duplicates?of=person')
    await app
      .getByRole('button', { name: /合并“顾.梅”和“顾.梅”/ })
      .first()
      .click()
    await app.getByRole('radio', { name: '用“顾晓梅”的姓名' }).check()
    await app.getByRole('button', { name: '合并', exact: true }).click()
    await expect(toast(app)).toContainText('并入')
    await expect(app.getByRole('heading', { name: /顾晓梅/ })).toBeVisible()
  })

  await test.step('a masked fact is looked at, then she is erased', async () => {
    await expect(app.getByText('女儿在读高中')).toBeHidden()
    await app.getByRole('button', { name: /查看.*家庭/ }).click()
    await expect(app.getByRole('textbox', { name: '家庭' })).toHaveValue('女儿在读高中')
    await app.getByRole('button', { name: '更多' }).click()
    await app.getByRole('menuitem', { name: /抹去此人/ }).click()
    const dialog = app.getByRole('dialog', { name: '抹去顾晓梅的全部信息' })
    await dialog.getByLabel('应谁的要求、依据什么').fill('本人要求')
    await dialog.getByRole('button', { name: '抹去，不能撤销' }).click()
    await expect(toast(app)).toContainText('已抹去')
    await expect(app.getByRole('heading', { name: '恒岳家居集团' })).toBeVisible()
    await expect(app.getByText('顾晓梅')).toHaveCount(0)
    await expect(app.getByText('看新线', { exact: false }).first()).toBeVisible()
  })
})
