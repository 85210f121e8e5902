import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { backToAccounts, toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

/** Opens a person of the sample through their account. */
async function openPerson(app: Page, account: string, name: string): Promise<void> {
  await app.getByRole('link', { name: `打开 ${account}` }).click()
  await app.getByRole('link', { name, exact: true }).first().click()
  await expect(app.getByRole('heading', { name: new RegExp(name) }).first()).toBeVisible()
}

test('what is kept about a person: masked, told in full, erased', async ({ app, dataFolder }) => {
  await test.step('a masked fact shows itself once asked for, and the look is on record', async () => {
    await openPerson(app, '恒岳家居集团', '吴国梁')
    await expect(app.getByText('膝盖不好', { exact: false })).toBeHidden()
    await app.getByRole('button', { name: /查看.*健康/ }).click()
    await expect(app.getByRole('textbox', { name: '健康' })).toHaveValue(/膝盖不好/)
    await app.getByRole('link', { name: '部门' }).click()
    await app.getByRole('link', { name: '隐私' }).click()
    const looks = app.getByRole('row').filter({ hasText: '吴国梁' })
    await expect(looks).toHaveCount(1)
    await expect(looks).toContainText('沈知远')
    await expect(looks).toContainText('健康')
    expect(await findings(app)).toEqual([])
  })
  await backToAccounts(app)
  await test.step('everything that is kept about a person comes as a page and as a Word file, after a word on what looking means', async () => {
    await openPerson(app, '恒岳家居集团', '吴国梁')
    await app.getByRole('button', { name: '更多' }).click()
    await app.getByRole('menuitem', { name: '我们保存了什么' }).click()
    await expect(app.getByText('膝盖不好', { exact: false })).toBeHidden()
    await app.getByRole('button', { name: '显示并记录' }).click()
    // in the portrait, and in the brief that was frozen with it
    await expect(app.getByText('膝盖不好', { exact: false })).toHaveCount(2)
    expect(await findings(app)).toEqual([])
    const coming = app.waitForEvent('download')
    await app.getByRole('button', { name: '导出 Word' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('我们保存的关于吴国梁的信息.docx')
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
  await backToAccounts(app)
  await test.step('a person is erased: gone from screens, search, history and the file itself, and no undo brings them back', async () => {
    await openPerson(app, '恒岳家居集团', '高卉')
    await app.getByRole('button', { name: '更多' }).click()
    await app.getByRole('menuitem', { name: /抹去此人/ }).click()
    const dialog = app.getByRole('dialog', { name: '抹去高卉的全部信息' })
    await expect(dialog.getByText(/条日志/).first()).toBeVisible()
    await expect(dialog.getByRole('button', { name: '抹去，不能撤销' })).toBeDisabled()
    expect(await findings(app)).toEqual([])
    await dialog.getByLabel('应谁的要求、依据什么').fill('本人书面要求')
    await dialog.getByRole('button', { name: '抹去，不能撤销' }).click()
    await expect(toast(app)).toContainText('已抹去')
    await expect(app.getByRole('heading', { name: '恒岳家居集团' })).toBeVisible()
    await expect(app.getByText('高卉')).toHaveCount(0)
    await app.keyboard.press('Control+k')
    await app.getByRole('dialog').getByRole('combobox').fill('高卉')
    await expect(app.getByText('没有找到', { exact: false })).toBeVisible()
    await app.keyboard.press('Escape')
    await app.keyboard.press('Control+z')
    await expect(app.getByText('高卉')).toHaveCount(0)
    const bytes = readFileSync(join(dataFolder, 'yushui.db'))
    expect(bytes.includes(Buffer.from('高卉'))).toBe(false)
  })
})
