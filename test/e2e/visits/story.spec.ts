import { findings } from '../axe.ts'
import { expect, type Page, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

// a Tuesday morning at five past nine
test.use({ department: 'sample', startsAt: '2026-11-24T01:05:00Z' })

const goTo = (app: Page, place: string) =>
  app.evaluate((hash) => {
    window.location.hash = hash
  }, `#${place}`)

test('a visit to the slipping account goes from its plan to its end, and what was promised there is in Today', async ({
  app,
}) => {
  let address = ''

  await test.step('it is planned, by keyboard', async () => {
    await goTo(app, '/visits/list')
    await app.getByRole('button', { name: /^新拜访/ }).waitFor()
    await app.keyboard.press('n')
    const dialog = app.getByRole('dialog', { name: '新拜访' })
    await dialog.getByRole('combobox', { name: '客户' }).click()
    await app.keyboard.insertText('南浔木业')
    await app.locator('.ant-select-item-option').filter({ hasText: '南浔木业' }).waitFor()
    await app.keyboard.press('Enter')
    await dialog.getByRole('combobox', { name: '带队' }).click()
    await app.keyboard.insertText('顾长风')
    await app.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: '目的（一句话）' }).fill('当面致歉，把月订单恢复到 365 万元')
    await dialog.getByRole('textbox', { name: '日子' }).fill('2026-11-24')
    await dialog.getByRole('textbox', { name: '时间' }).fill('1530')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(app.getByRole('heading', { level: 1, name: '南浔木业' })).toBeVisible()
    address = await app.evaluate(() => window.location.hash.slice(1))
  })

  await test.step('it is approved, and what is missing is filled', async () => {
    await app.getByRole('button', { name: '批准', exact: true }).click()
    await expect(toast(app)).toContainText('已批准拜访“南浔木业”')
    await app.getByRole('textbox', { name: '期望的结果' }).fill('沈董接受补偿方案')
    await app.getByRole('textbox', { name: '三条所求 1' }).fill('三个月内恢复订单')
    await app.getByRole('textbox', { name: '地点' }).fill('南浔木业二楼')
    await app.getByRole('combobox', { name: '加对方的人' }).click()
    await app.locator('.ant-select-item-option').first().click()
    await expect(app.getByRole('list', { name: '还差什么' })).not.toContainText('定见对方哪些人')
    await app.getByRole('button', { name: '加议题' }).click()
    await app.getByRole('textbox', { name: '议题' }).fill('发白的原因和改正')
    await app.getByRole('textbox', { name: '底线' }).fill('补偿不超过 20 万元')
    await app.keyboard.press('Enter')
    await app.getByRole('button', { name: /^看过 \d+ 条未了事项/ }).click()
    await app.getByRole('button', { name: /^看过数字/ }).click()
    await expect(app.getByText('满 80，可以冻结简报。')).toBeVisible()
    expect(await findings(app)).toEqual([])
  })

  await test.step('the brief is frozen once the customer confirmed, and says what changed since', async () => {
    await app.getByRole('button', { name: '客户已确认', exact: true }).click()
    await app.getByRole('button', { name: '冻结简报' }).click()
    await app.getByRole('button', { name: '冻结', exact: true }).click()
    await expect(app.getByText('冻结后没有变化')).toBeVisible()
    await goTo(app, address)
    await app.getByRole('textbox', { name: '一句不要说的话' }).fill('不要提旧账')
    await app.keyboard.press('Enter')
    await goTo(app, `${address}/brief`)
    await expect(app.getByText('冻结后有 1 处变化')).toBeVisible()
    await app.getByRole('button', { name: '接受并重新冻结' }).click()
    await expect(app.getByText('冻结后没有变化')).toBeVisible()
  })

  await test.step('on the day asks are ticked, and what is heard lands in the archive', async () => {
    await goTo(app, `${address}/day`)
    await app.getByRole('button', { name: '开始拜访' }).click()
    await app.getByRole('radiogroup', { name: '三个月内恢复订单' }).getByText('部分答应').click()
    await app.getByRole('button', { name: /^发白的原因和改正/ }).click()
    const note = app.getByRole('textbox', { name: '记录内容' })
    await note.fill('会'.repeat(2_001))
    await expect(app.getByRole('alert')).toContainText('太长：2,001 字，最多 2,000 字')
    await note.fill('他们要看新的会签流程')
    // a tablet that goes dark in the middle of a sentence
    await app.reload()
    await expect(note).toHaveValue('他们要看新的会签流程')
    await note.press('Control+Enter')
    await expect(note).toHaveValue('')
    await app.getByRole('combobox', { name: '记录种类' }).click()
    await app.locator('.ant-select-item-option').filter({ hasText: '客户计划' }).click()
    await note.fill('明年三月上第二条 UV 线')
    await app.keyboard.press('Control+Enter')
    await expect(app.getByRole('link', { name: '看日志' })).toBeVisible()
    await app.getByRole('button', { name: '拜访结束' }).click()
    await expect(app.getByText('纪要 2026-11-26 前完成')).toBeVisible()
  })

  await test.step('minutes need an outcome, and commitments become promises', async () => {
    await app.getByRole('button', { name: '纪要完成' }).click()
    await expect(app.getByRole('alert')).toContainText('没有说目的达到了没有')
    await app.getByRole('radiogroup', { name: '目的达到了吗' }).getByText('达到', { exact: true }).click()
    await app.getByRole('button', { name: '加约定' }).click()
    await app.getByRole('textbox', { name: '答应什么' }).fill('送出新的会签流程')
    await app.keyboard.press('Enter')
    // without a day it would never come up in Today
    await expect(app.getByRole('alert')).toHaveText('请填写。')
    await app.getByRole('textbox', { name: '哪天之前' }).fill('2026-11-27')
    await app.keyboard.press('Enter')
    await app.getByRole('button', { name: '纪要完成' }).click()
    await goTo(app, '/today')
    await expect(app.getByRole('region', { name: /未来 7 天/ })).toContainText('送出新的会签流程')
  })

  await test.step('it is closed, in both languages, and is still so in a new window', async () => {
    await goTo(app, address)
    await app.getByRole('button', { name: '关闭', exact: true }).click()
    await expect(app.locator('[aria-current="step"]')).toHaveText('已关闭')
    await app.reload()
    await expect(app.locator('[aria-current="step"]')).toHaveText('已关闭')
    await expect(app.getByText('已关闭。要改，先“重新打开”并写明原因。')).toBeVisible()
    await expect(app.getByRole('textbox', { name: '期望的结果' })).toBeDisabled()
    await expect(app.getByRole('button', { name: '导出纪要' })).toBeEnabled()
    expect(await findings(app)).toEqual([])
  })
})
