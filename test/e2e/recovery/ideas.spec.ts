import { findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample', startsAt: '2026-11-24T01:05:00Z' })

test('an idea from a complaint is weighed, delivered, and told to the customer who asked, and is still there', async ({
  app,
}) => {
  const step = (name: string) => app.getByRole('button', { name, exact: true }).click()
  const stands = app.locator('[aria-current="step"]')

  await test.step('it is proposed from the case, with the customer who complained as the one who asked', async () => {
    await app.keyboard.press('Control+6')
    await expect(app.getByText('没有个案。', { exact: false })).toBeVisible()
    await app.keyboard.press('n')
    const dialog = app.getByRole('dialog', { name: '记个案' })
    await dialog.getByRole('combobox', { name: '客户' }).click()
    await app.keyboard.insertText('南浔木业')
    await app.locator('.ant-select-item-option').filter({ hasText: '南浔木业' }).waitFor()
    await app.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: '什么事（一句话）' }).fill('大板进不了电梯')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(app.getByRole('heading', { level: 1, name: '大板进不了电梯' })).toBeVisible()
    await app.getByRole('complementary').getByRole('button', { name: '提一条' }).click()
    const proposal = app.getByRole('dialog', { name: '提一条改进' })
    await expect(proposal).toContainText('C-0001 大板进不了电梯')
    await proposal.getByRole('textbox', { name: '改进什么（一句话）' }).fill('大板改成两段可拼接')
    await app.keyboard.press('Enter')
    await app.getByRole('complementary').getByRole('link', { name: 'I-0001 大板改成两段可拼接' }).click()
    await expect(app.getByRole('heading', { level: 1, name: '大板改成两段可拼接' })).toBeVisible()
    await expect(app.getByRole('main')).toContainText('南浔木业')
    expect(await findingsInBothThemes(app)).toEqual([])
  })

  await test.step('it is weighed, accepted, worked on and delivered', async () => {
    await step('评估')
    await app.getByRole('combobox', { name: '对客户的价值' }).click()
    await app.getByTitle('4 分').last().click()
    await step('确定')
    await expect(app.getByText('价值 4、投入 3：排队（12/25）')).toBeVisible()
    for (const name of ['采纳', '开始做', '做到了']) await step(name)
    await expect(stands).toHaveText('已做到')
  })

  await test.step('it isn’t told before the customer who asked was, who is named', async () => {
    await step('都已告知')
    await expect(app.getByRole('alert')).toContainText('还没有告知：南浔木业')
    await step('告知了')
    await app.getByRole('textbox', { name: '哪天告知' }).press('Enter')
    await expect(app.getByText('1/1 已告知')).toBeVisible()
    await step('都已告知')
    await expect(stands).toHaveText('已答复客户')
    await app.keyboard.press('Control+z')
    await expect(stands).toHaveText('已做到')
    await app.keyboard.press('Control+y')
    await expect(stands).toHaveText('已答复客户')
  })

  await test.step('it stands in the list after a reload, and in English', async () => {
    await app.getByRole('link', { name: '改进', exact: true }).click()
    await app.getByRole('radiogroup', { name: '看哪些改进' }).getByText('全部').click()
    await app.reload()
    const row = app.locator('.ag-row').filter({ hasText: '1/1' })
    await expect(row).toContainText('南浔木业')
    await expect(row).toContainText('C-0001')
    await app.getByRole('button', { name: '中文' }).click()
    await expect(row).toContainText('Told to the customers')
    await expect(row).toContainText('In turn 12')
    await app.keyboard.press('n')
    const dialog = app.getByRole('dialog', { name: 'Propose an idea' })
    await dialog.getByRole('textbox', { name: 'What gets better, in one sentence' }).fill('Label pallets')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { level: 1, name: 'Label pallets' })).toBeVisible()
    await app.getByRole('button', { name: 'Refuse', exact: true }).click()
    await app.getByRole('textbox', { name: 'Reason' }).fill('done already')
    await app.keyboard.press('Enter')
    await expect(stands).toHaveText('Refused')
    await expect(toast(app)).toContainText('Refused the idea “I-0002 Label pallets”')
    expect(await findingsInBothThemes(app)).toEqual([])
  })
})
