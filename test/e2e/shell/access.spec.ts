import { findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { loadSample, toast } from './steps.ts'

test('from the first run on, axe finds nothing on the shell, the accounts and the department', async ({
  app,
}) => {
  // ten screens, each read whole by axe
  test.setTimeout(240_000)
  await expect(app.getByText('从哪里开始？')).toBeVisible()
  expect(await findingsInBothThemes(app), 'first run').toEqual([])
  await test.step('the first run offers an empty department or the sample, which goes again in one click', async () => {
    await expect(app.getByRole('button', { name: /空白部门/ })).toBeVisible()
    await loadSample(app)
    await expect(app.getByText('48 户').first()).toBeVisible()
    await app.getByRole('button', { name: '移除示例' }).click()
    await expect(toast(app)).toContainText('已移除示例部门')
    await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(app.getByText('恒岳家居集团')).toBeVisible()
  })
  expect(await findingsInBothThemes(app), 'accounts').toEqual([])
  await app.getByRole('button', { name: '数据列' }).click()
  await expect(app.getByText('评分表的区间从这些数据得分。')).toBeVisible()
  expect(await findingsInBothThemes(app), 'figures').toEqual([])
  await app.keyboard.press('Escape')
  await app.keyboard.press('Control+k')
  await expect(app.getByRole('option').first()).toBeVisible()
  expect(await findingsInBothThemes(app), 'palette').toEqual([])
  await app.keyboard.type('hyjj')
  await expect(app.locator('mark').first()).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: '恒岳家居集团' })).toBeVisible()
  await expect(app.getByText('档案完整度')).toBeVisible()
  expect(await findingsInBothThemes(app), 'account').toEqual([])
  await app.keyboard.press('Control+8')
  for (const tab of ['成员', '数据安全', '历史', '设置', '帮助']) {
    const link = app.getByRole('navigation', { name: '部门' }).getByRole('link', { name: tab })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    expect(await findingsInBothThemes(app), tab).toEqual([])
  }
  await test.step('everything of the window can be reached by Tab, and shows where it is', async () => {
    await app.keyboard.press('Control+8')
    await expect(app.getByRole('heading', { name: '部门' })).toBeVisible()
    await app.getByRole('link', { name: '帮助' }).click()
    await expect(app.getByRole('heading', { name: '五分钟上手' })).toBeVisible()
    const reached = new Set<string>()
    for (let step = 0; step < 40; step += 1) {
      await app.keyboard.press('Tab')
      const focus = await app.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element === document.body) return null
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
        return { name, visible: outlineStyle !== 'none' && outlineWidth !== '0px' }
      })
      if (!focus) continue
      reached.add(focus.name)
      expect(focus.visible, `the focus on “${focus.name}” can be seen`).toBe(true)
    }
    for (const name of ['客户', '评级', '部门', '成员', '数据安全', '元 / 万元', '中文'])
      expect([...reached], name).toContain(name)
  })
})
