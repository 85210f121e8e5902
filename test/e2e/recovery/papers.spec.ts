import { readFileSync } from 'node:fs'
import { findPrinter } from '../../../db/host/browsers.ts'
import { findings, findingsInBothThemes } from '../axe.ts'
import { expect, type Page, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

// a Tuesday morning at five past nine
test.use({ department: 'sample', startsAt: '2026-11-24T01:05:00Z' })

/** What a file begins with that a click hands over, and its name. */
async function taken(app: Page, name: string): Promise<{ file: string; begins: string }> {
  const download = app.waitForEvent('download')
  await app.getByRole('button', { name, exact: true }).click()
  const file = await download
  return {
    file: file.suggestedFilename(),
    begins: readFileSync(await file.path()).toString('latin1', 0, 4),
  }
}

test('papers about a case are looked at, changed for once, saved, noted, and worded by the department', async ({
  app,
}) => {
  await app.keyboard.press('Control+6')
  await app.getByRole('link', { name: /^打开 UV 面漆批次发白，停线半天/ }).click()
  await app.getByRole('button', { name: '出函件' }).click()
  const paper = app.getByRole('article')
  const sent = app.getByRole('complementary', { name: '已出函件' })
  const speak = (language: string) =>
    app.getByRole('radiogroup', { name: '用什么语言' }).getByText(language).click()

  await test.step('interim news is usual where it stands; once saved, the case can say so', async () => {
    await expect(paper).toHaveAccessibleName('关于“UV 面漆批次发白，停线半天”的进展通报')
    await expect(paper).toContainText('尊敬的费志明')
    expect(await findingsInBothThemes(app)).toEqual([])
    const { file, begins } = await taken(app, 'Word')
    expect(file).toBe('关于“UV 面漆批次发白，停线半天”的进展通报.docx')
    expect(begins).toContain('PK')
    await expect(sent).toContainText('进展通报 · 中文 · Word')
    await app.getByRole('button', { name: '记下“通报进展”' }).click()
    await expect(toast(app)).toContainText('已通报进展')
  })

  await test.step('what is missing stands there, and holds the answer up until it is written or seen', async () => {
    await app.getByText('处理答复', { exact: true }).click()
    await expect(app.getByText('还空着 1 处')).toBeVisible()
    await expect(app.getByRole('button', { name: 'Word' })).toBeDisabled()
    await app.getByRole('button', { name: '改这一段：〔还没有道歉〕' }).click()
    const field = app.getByRole('textbox', { name: '这一段的文字' })
    await field.fill('不要留下的字')
    await app.keyboard.press('Escape')
    await expect(paper).not.toContainText('不要留下的字')
    await app.getByRole('button', { name: '改这一段：〔还没有道歉〕' }).click()
    await field.fill('停线半天，是我们的错。<img src=x onerror=alert(1)>')
    await app.keyboard.press('Control+Enter')
    await expect(app.getByText('还空着 1 处')).toBeHidden()
    await expect(app.getByText('这一份改过 1 段')).toBeVisible()
    await app.reload()
    await expect(paper).toContainText('停线半天，是我们的错。<img src=x onerror=alert(1)>')
    await app.getByRole('button', { name: '恢复原文' }).click()
    await app.getByRole('checkbox', { name: '空着也出' }).click()
    await expect(app.getByRole('button', { name: 'Word' })).toBeEnabled()
    expect(await findings(app)).toEqual([])
  })

  await test.step('an acknowledgement in English, as Word and as PDF', async () => {
    await app.getByText('受理函', { exact: true }).click()
    await speak('英文')
    await expect(paper).toContainText('Dear 费志明,')
    expect((await taken(app, 'Word')).file).toBe('Acknowledgement – UV 面漆批次发白，停线半天.docx')
    await expect(sent).toContainText('受理函 · 英文 · Word')
    if (findPrinter() === null) return
    expect(await taken(app, 'PDF')).toEqual({
      file: 'Acknowledgement – UV 面漆批次发白，停线半天.pdf',
      begins: '%PDF',
    })
    await expect(sent).toContainText('受理函 · 英文 · PDF')
  })

  await test.step('the department words it its own way; what there isn’t is refused; undo brings the old words back', async () => {
    await app.getByRole('button', { name: '改模板' }).click()
    const text = app.getByRole('textbox', { name: '模板文字' })
    await expect(text).toHaveValue(/^# Acknowledgement – \{subject\}/)
    await speak('中文')
    await expect(text).toHaveValue(/^# 关于“\{事由\}”的受理函/)
    await text.fill('# 受理通知\n湖州涂料收到{客户名}的来信')
    await expect(app.getByRole('alert')).toContainText('没有这些项：客户名')
    await expect(app.getByRole('button', { name: '保存模板' })).toBeDisabled()
    await text.fill('# 受理通知\n湖州涂料收到来信：')
    await app.getByRole('button', { name: '客户', exact: true }).click()
    await expect(text).toHaveValue('# 受理通知\n湖州涂料收到来信：{客户}')
    await expect(paper).toContainText('湖州涂料收到来信：南浔木业')
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '保存模板' }).click()
    await expect(toast(app)).toContainText('修改“受理函”的模板')
    await expect(app.getByText('本部门的措辞')).toBeVisible()
    await app.getByRole('button', { name: '恢复原有措辞' }).click()
    await expect(text).toHaveValue(/^# 关于/)
    await app.getByRole('heading', { level: 1, name: '服务补救' }).click()
    await app.keyboard.press('Control+z')
    await expect(text).toHaveValue('# 受理通知\n湖州涂料收到来信：{客户}')
  })

  await test.step('the case’s papers say it so, and the case has them', async () => {
    await app.goBack()
    await speak('中文')
    await expect(paper).toHaveAccessibleName('受理通知')
    await app.getByRole('link', { name: /^C-0037/ }).click()
    await expect(app.getByRole('complementary')).toContainText('受理函 · 英文')
  })
})
