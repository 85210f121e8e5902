import { truncateSync, writeFileSync } from 'node:fs'
import { findings, findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

// a Tuesday morning at five past nine
test.use({ department: 'sample', startsAt: '2026-11-24T01:05:00Z' })

test('a complaint is recorded on the phone, worked to its end with the customer’s word, and is still there', async ({
  app,
}, info) => {
  await test.step('it is recorded by keyboard; what is due stands there before it is saved', async () => {
    await app.keyboard.press('Control+6')
    await expect(app.getByRole('button', { name: /^记个案/ })).toBeVisible()
    await app.keyboard.press('n')
    const dialog = app.getByRole('dialog', { name: '记个案' })
    await dialog.getByRole('combobox', { name: '客户' }).click()
    await app.keyboard.insertText('南浔木业')
    await app.locator('.ant-select-item-option').filter({ hasText: '南浔木业' }).waitFor()
    await app.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: '什么事（一句话）' }).fill('UV 面漆又发白')
    await dialog.getByRole('textbox', { name: '客户原话' }).fill('赔多少先不说，我要知道下一批会不会再白')
    await dialog.getByRole('textbox', { name: '可能损失（元）' }).fill('-5')
    // a key account is one step graver: 12 working hours for a major case
    await expect(dialog).toContainText('按严重 2 级')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(dialog.getByRole('alert')).toContainText('不能是负数')
    await dialog.getByRole('textbox', { name: '可能损失（元）' }).fill('30万')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { level: 1, name: 'UV 面漆又发白' })).toBeVisible()
    await expect(app.getByText('C-0039 · 林晓舟')).toBeVisible()
    expect(await findingsInBothThemes(app)).toEqual([])
  })

  const step = (name: string) => app.getByRole('button', { name, exact: true }).click()
  const stands = app.locator('[aria-current="step"]')

  await test.step('a grave one is contained first; what is missing is said', async () => {
    await step('答复受理')
    await expect(toast(app)).toContainText('记下“C-0039 UV 面漆又发白”已答复受理')
    // Tab goes on from where the pressed button was
    await expect(app.locator(':focus')).toContainText('已答复受理')
    await step('定级')
    await step('确定')
    await expect(stands).toContainText('已定级')
    await step('已核实')
    await expect(app.getByRole('alert')).toContainText('要先控制住损害')
    await step('已控制')
    await step('已核实')
    await expect(app.getByRole('alert')).toContainText('还没有写核实的结论')
    await app.getByRole('radiogroup', { name: '属实吗' }).getByText('属实', { exact: true }).click()
    await step('已核实')
    await expect(stands).toContainText('已核实')
    await expect(app.getByText('先写给客户的解释或补救措施')).toBeVisible()
    await app.getByRole('textbox', { name: '给客户的解释' }).fill('换料没有品质会签，已经改了流程')
    await app.keyboard.press('Tab')
    await expect(app.getByText('先写给客户的解释或补救措施')).toBeHidden()
  })

  await test.step('what the customer said is part of its course', async () => {
    const note = app.getByRole('textbox', { name: '记一条经过' })
    await app.locator('body').click({ position: { x: 400, y: 4 } })
    await app.keyboard.press('e')
    await expect(note).toBeFocused()
    await note.fill('她看重检测报告，报告已晚两天')
    await app.getByRole('checkbox', { name: '客户说的' }).click()
    await app.reload()
    await expect(note).toHaveValue('她看重检测报告，报告已晚两天')
    await note.press('Control+Enter')
    await expect(app.getByRole('complementary')).toContainText('她看重检测报告，报告已晚两天')
  })

  await test.step('photos are kept together; one that is too large is named, and the others are there', async () => {
    const files = app.getByRole('region', { name: '照片与文件' })
    const large = info.outputPath('现场录像.bin')
    writeFileSync(large, '')
    truncateSync(large, 51 * 1024 * 1024)
    const photo = info.outputPath('发白 1.txt')
    writeFileSync(photo, '发白')
    await files.locator('input[type="file"]').setInputFiles([photo, large])
    await expect(files).toContainText('发白 1.txt')
    await expect(files.getByRole('alert')).toContainText('现场录像.bin')
    const many = Array.from({ length: 201 }, (_, at) => ({
      name: `${at}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.from(`${at}`),
    }))
    await files.locator('input[type="file"]').setInputFiles(many)
    await expect(files.getByRole('alert')).toContainText('一次选了 201 个，最多 200 个')
    await files.locator('input[type="file"]').setInputFiles(many.slice(0, 3))
    await expect(files.getByRole('listitem')).toHaveCount(4)
    await expect(toast(app)).toContainText('给个案附 3 个文件')
    // out of the field for notes, whose own undo it would be
    await app.getByRole('heading', { level: 1 }).click()
    await app.keyboard.press('Control+z')
    await expect(files.getByRole('listitem')).toHaveCount(1)
  })

  await test.step('why it happened is asked to the end, and what is done costs what it costs', async () => {
    await step('再问一个为什么')
    await app.getByRole('textbox', { name: '为什么', exact: true }).fill('UV 面漆为什么发白')
    await app.getByRole('textbox', { name: '因为' }).fill('固化后内层残留水汽')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('button', { name: 'UV 面漆为什么发白', exact: true })).toBeVisible()
    await step('新的根因')
    await app.getByRole('textbox', { name: /^根因/ }).fill('供应商变更没有品质会签')
    await app.keyboard.press('Enter')
    await expect(toast(app)).toContainText('根因')
    await step('加一项')
    await app.getByRole('textbox', { name: '做什么' }).fill('换货 412 桶，两天内送达')
    await app.getByRole('textbox', { name: '金额（元）' }).fill('9.4万')
    await app.keyboard.press('Enter')
    await expect(app.getByText('1 项，合计 9.4 万元')).toBeVisible()
    expect(await findings(app)).toEqual([])
  })

  await test.step('it is not closed before the customer answered', async () => {
    await step('方案已定')
    await step('做到了')
    await expect(app.getByRole('alert')).toContainText('还没有批')
    await step('批准方案')
    await step('已执行')
    await expect(app.getByRole('alert')).toContainText('还有补救措施没有做完')
    await step('做到了')
    await step('已执行')
    await step('已告知客户')
    await expect(stands).toContainText('已告知客户')
    await step('客户接受')
    await expect(app.getByRole('alert')).toContainText('客户还没有答复接受与否')
    await app.getByRole('radiogroup', { name: '客户答复' }).getByText('接受', { exact: true }).click()
    await step('客户接受')
    await expect(stands).toContainText('观察恢复')
    expect(await findings(app)).toEqual([])
  })

  await test.step('it stands in the list after a reload, is closed there, and that can be taken back', async () => {
    await app.keyboard.press('Control+6')
    await expect(app.getByRole('button', { name: /^记个案/ })).toBeVisible()
    await app.reload()
    const row = app.locator('.ag-row').filter({ hasText: '观察恢复' })
    await expect(row).toContainText('严重 2 级')
    await app.getByRole('link', { name: /^打开 UV 面漆又发白/ }).click()
    await step('结案')
    await expect(stands).toContainText('已结案')
    await expect(app.getByRole('textbox', { name: '给客户的解释' })).toBeDisabled()
    await expect(app.getByText('要改别的，先重新打开')).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(stands).toContainText('观察恢复')
  })
})

test('what is half written for one case stays with it, and two that are one lead to each other', async ({
  app,
}) => {
  const open = async (name: RegExp): Promise<void> => {
    await app.keyboard.press('Control+6')
    await app.getByRole('link', { name }).click()
  }
  const explanation = app.getByRole('textbox', { name: '给客户的解释' })

  await test.step('a form that lies open closes with its case; a text is saved by Escape and by a reload', async () => {
    await open(/^打开 UV 面漆批次发白/)
    await app.getByRole('button', { name: '加一项', exact: true }).first().click()
    await app.getByRole('textbox', { name: '做什么' }).fill('只是南浔的')
    await explanation.fill('换料没有会签')
    await explanation.press('Escape')
    await app
      .getByRole('complementary')
      .getByRole('link', { name: /C-0031/ })
      .click()
    await expect(app.getByRole('heading', { level: 1, name: /批次间色差/ })).toBeVisible()
    await expect(app.getByRole('textbox', { name: '做什么' })).toHaveCount(0)
    await open(/^打开 UV 面漆批次发白/)
    await expect(explanation).toHaveValue('换料没有会签')
    await explanation.fill('换料没有会签，已经改了')
    await app.reload()
    await expect(explanation).toHaveValue('换料没有会签，已经改了')
  })

  await test.step('which one stays is asked; the other one says where it is worked on, and can be split off', async () => {
    const same = app.getByRole('complementary').getByRole('button', { name: '是同一案' }).first()
    await same.click()
    await app.getByRole('button', { name: /^留本案 C-0037/ }).click()
    await expect(toast(app)).toContainText('C-0031')
    const other = app.getByRole('complementary').getByRole('listitem').filter({ hasText: '已并入本案' })
    await other.getByRole('link', { name: /批次间色差/ }).click()
    await expect(app.getByRole('status').filter({ hasText: '与这一案合成一案' })).toContainText('C-0037')
    await expect(app.getByRole('button', { name: '结案', exact: true })).toHaveCount(0)
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '拆开，各办各的' }).click()
    await expect(app.getByText('要改别的，先重新打开')).toBeVisible()
  })
})
