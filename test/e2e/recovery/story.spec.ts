import { cases as casesEn } from '../../../renderer/i18n/en/cases.ts'
import { ledger as ledgerEn } from '../../../renderer/i18n/en/ledger.ts'
import { winBack as winBackEn } from '../../../renderer/i18n/en/winBack.ts'
import { cases as casesZh } from '../../../renderer/i18n/zh/cases.ts'
import { ledger as ledgerZh } from '../../../renderer/i18n/zh/ledger.ts'
import { winBack as winBackZh } from '../../../renderer/i18n/zh/winBack.ts'
import { findings } from '../axe.ts'
import { expect, type Page, test } from '../clock.ts'

// the Tuesday of the pictures, at ten in the morning
test.use({ department: 'sample', startsAt: '2026-11-24T02:00:00Z' })

const goTo = (app: Page, place: string) =>
  app.evaluate((hash) => {
    window.location.hash = hash
  }, `#${place}`)

const LANGUAGES = [
  { language: 'Chinese', other: null, cases: casesZh, winBack: winBackZh, ledger: ledgerZh },
  { language: 'English', other: 'English', cases: casesEn, winBack: winBackEn, ledger: ledgerEn },
] as const

for (const { language, other, cases, winBack, ledger } of LANGUAGES) {
  const button = (app: Page, name: string) => app.getByRole('button', { name, exact: true })
  const section = (app: Page, name: string) =>
    app.locator('section').filter({ has: app.getByRole('heading', { name, exact: true }) })
  /** Saves the form that lies open in its place. */
  const save = (app: Page) =>
    app.locator('form').getByRole('button', { name: ledger.save, exact: true }).click()
  /** Chooses somebody by typing their name. */
  async function pick(app: Page, field: string, name: string): Promise<void> {
    await app.getByRole('combobox', { name: field }).click()
    await app.keyboard.insertText(name)
    await app
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .filter({ hasText: name })
      .click()
  }
  const stands = (app: Page) => app.locator('[aria-current="step"]')

  async function speak(app: Page): Promise<void> {
    if (other === null) return
    await app.getByRole('button', { name: '中文' }).click()
    await expect(app.getByRole('button', { name: other })).toBeVisible()
  }

  test(`in ${language}: a failure that repeats and was refused is made right, and proven by orders`, async ({
    app,
    laptop,
  }) => {
    await speak(app)

    await test.step('the case says what it repeats, what was refused, and whether the offer is fair', async () => {
      await goTo(app, '/recovery')
      await app.locator('a[aria-label*="停线半天"]').click()
      await expect(app.getByRole('heading', { level: 1, name: 'UV 面漆批次发白，停线半天' })).toBeVisible()
      await expect(app.getByRole('main')).toContainText('C-0031')
      await expect(app.getByRole('complementary')).toContainText(cases.event.refuse)
      await expect(section(app, cases.remedies.title)).toContainText('62%')
      await expect(section(app, cases.remedies.title)).toContainText('52%')
      // the executive visit that is paid for it
      await expect(app.getByRole('complementary').getByRole('link', { name: /2026-11-30/ })).toBeVisible()
      expect(await findings(app)).toEqual([])
    })

    await test.step('compensation is approved within the limit, and nothing is added beyond it', async () => {
      await button(app, cases.event.approve).click()
      await expect(stands(app)).toContainText(cases.state.approved)
      await button(app, cases.remedies.add).click()
      await app.getByRole('textbox', { name: cases.remedies.what }).fill('再补一点')
      await app.getByRole('textbox', { name: cases.remedies.amount }).fill('5万')
      await app.keyboard.press('Enter')
      await expect(app.getByRole('alert').first()).toContainText('18.6')
      await app.keyboard.press('Escape')
      await expect(section(app, cases.remedies.title)).not.toContainText('再补一点')
    })

    await test.step('a leader apologised in person, what was promised is done, the customer is told', async () => {
      await button(app, cases.apology.add).click()
      await pick(app, cases.apology.by, '顾长风')
      await app.getByRole('textbox', { name: cases.apology.words }).fill('换料没有会签，是我们的错')
      await save(app)
      await expect(section(app, cases.section.solution)).toContainText('顾长风')
      for (const left of [3, 2, 1]) {
        await expect(button(app, cases.remedies.deliver)).toHaveCount(left + 1)
        await button(app, cases.remedies.deliver).first().click()
      }
      await button(app, cases.event.carryOut).click()
      await button(app, cases.event.tell).click()
      await expect(stands(app)).toContainText(cases.state.told)
    })

    await test.step('it is watched once the customer accepted, and nothing is proven yet', async () => {
      await button(app, cases.event.accept).click()
      await expect(app.getByRole('alert').first()).toBeVisible()
      await app
        .getByRole('radiogroup', { name: cases.section.answer })
        .getByText(cases.answer.accepts, { exact: true })
        .click()
      await button(app, cases.event.accept).click()
      await expect(stands(app)).toContainText(cases.state.watched)
      await app.getByRole('combobox', { name: cases.field.contentAfter }).click()
      await app.getByTitle(cases.score.replace('{{score, number}}', '5'), { exact: true }).last().click()
      await expect(section(app, cases.proof.title)).toContainText(cases.trust.ordersUnknown)
    })

    await test.step('three months later orders are pasted from the ledger, and prove it', async () => {
      await laptop.set('2027-03-05T02:00:00Z')
      await app.reload()
      await button(app, cases.proof.write).click()
      const december = app.getByRole('textbox', { name: '2026-12', exact: true })
      await december.focus()
      await december.evaluate((field) => {
        const data = new DataTransfer()
        data.setData('text/plain', '340万\n352万\n366万')
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
      })
      await expect(app.getByRole('textbox', { name: '2027-02', exact: true })).toHaveValue('366万')
      await save(app)
      await expect(section(app, cases.proof.title)).toContainText(cases.trust.recovered)
      await button(app, cases.event.close).click()
      await expect(stands(app)).toContainText(cases.state.closed)
      await app.reload()
      await expect(section(app, cases.proof.title)).toContainText(cases.trust.recovered)
      expect(await findings(app)).toEqual([])
    })
  })

  test(`in ${language}: an account is lost, and deliberately not won back`, async ({ app }) => {
    await speak(app)
    await goTo(app, '/recovery/lost')
    await expect(app.locator('.ag-row').filter({ hasText: '唐山曹妃甸钢构' })).toContainText(
      winBack.state.left,
    )

    await test.step('it is noted as lost by keyboard, once', async () => {
      await app.keyboard.press('n')
      const dialog = app.getByRole('dialog', { name: winBack.new })
      await dialog.getByRole('combobox', { name: winBack.account }).click()
      await app.keyboard.insertText('烟台芝罘船配')
      await app.locator('.ant-select-item-option').filter({ hasText: '烟台芝罘船配' }).waitFor()
      await app.keyboard.press('Enter')
      await dialog.getByRole('textbox', { name: winBack.lostOn }).fill('2026-10-08')
      await app.keyboard.press('Enter')
      await expect(app.getByRole('heading', { level: 1, name: '烟台芝罘船配' })).toBeVisible()
      await expect(app.getByRole('main')).toContainText(winBack.state.unasked)
    })

    await test.step('why it left is asked, and what it would be worth is weighed', async () => {
      await button(app, winBack.interview.add).click()
      await app.getByRole('textbox', { name: winBack.guide.lastStraw }).fill('第三次催货没有人接电话')
      await app.getByRole('textbox', { name: winBack.interview.why }).fill('回应太慢')
      await app.keyboard.press('Tab')
      await save(app)
      await expect(section(app, winBack.section.interview)).toContainText('第三次催货没有人接电话')
      await button(app, winBack.decide.try).click()
      await pick(app, winBack.decide.by, '沈知远')
      await app.getByRole('textbox', { name: winBack.decide.reason }).fill('先试试')
      await save(app)
      await expect(section(app, winBack.section.decision).getByRole('alert')).toBeVisible()
      await button(app, ledger.cancel).click()
      await button(app, winBack.worth.add).click()
      await app.getByRole('textbox', { name: winBack.worth.yearly }).fill('4万')
      await app.getByRole('textbox', { name: winBack.worth.cost }).fill('6万')
      await app.keyboard.press('Enter')
      // 4 万 × 60 % × 3 years × 30 % = 2.16 万, less 6 万
      await expect(section(app, winBack.section.worth)).toContainText('3.84')
      expect(await findings(app)).toEqual([])
    })

    await test.step('it is left, with the reason and who decided; that is still there after a reload, and undone', async () => {
      await button(app, winBack.decide.leave).click()
      await pick(app, winBack.decide.by, '沈知远')
      await app.getByRole('textbox', { name: winBack.decide.reason }).fill('回来的利润抵不上要花的钱')
      await save(app)
      await expect(app.getByRole('main')).toContainText(winBack.state.left)
      await app.reload()
      await expect(section(app, winBack.section.decision)).toContainText('回来的利润抵不上要花的钱')
      await expect(section(app, winBack.section.decision)).toContainText('沈知远')
      await app.keyboard.press('Control+z')
      await expect(app.getByRole('main')).toContainText(winBack.state.undecided)
    })
  })
}
