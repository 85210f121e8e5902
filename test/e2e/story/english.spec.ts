import { expect, type Page, test } from '../fixtures.ts'
import { fixture } from '../importing/files.ts'

/** What a person reads on the screen or hears from it, that is written in Chinese. */
async function chineseOn(app: Page, dataFolder: string): Promise<string[]> {
  const texts = await app.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
          found.push(node.getAttribute(name) ?? '')
        if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) found.push(node.value)
      } else if (!node.parentElement?.closest('script, style')) found.push(node.textContent ?? '')
    }
    return [document.title, ...found]
  })
  return texts
    .map((text) => text.replace(dataFolder, '').trim())
    .filter((text) => /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u.test(text))
    .filter((text) => !NAMES.has(text))
}

/** The product's own name, and the other language's, which is looked for by those who read it. */
const NAMES = new Set(['鱼水 Yushui', '中文', 'Switch language（换语言）'])

test('in English, no Chinese word is left on any screen of the main job', async ({ app, dataFolder }) => {
  const none = async (screen: string) => expect(await chineseOn(app, dataFolder), screen).toEqual([])
  await app.getByRole('button', { name: 'English' }).click()
  await expect(app.getByRole('heading', { name: 'Welcome to Yushui' })).toBeVisible()
  await none('first run')
  await app.getByRole('button', { name: /Empty department/ }).click()
  await expect(app.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await none('today')
  await app.keyboard.press('Control+2')
  await expect(app.getByRole('heading', { name: 'Accounts', exact: true })).toBeVisible()
  await none('no accounts')

  await app
    .getByRole('button', { name: /^Import( accounts)?$/ })
    .first()
    .click()
  await expect(app.getByText('Drop an Excel workbook', { exact: false })).toBeVisible()
  await none('choosing a file')
  await app
    .getByLabel('Choose a file')
    .last()
    .setInputFiles({ name: 'page.xlsx', mimeType: '', buffer: Buffer.from('<html><body>no</body></html>') })
  await expect(app.getByRole('alert')).toBeVisible()
  await none('a file that is none')
  await app.getByLabel('Choose a file').last().setInputFiles(fixture('wholesale-customers.csv'))
  await app.getByRole('button', { name: 'Name by number' }).click()
  await none('columns')
  await app.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(app.getByRole('button', { name: 'Import 440 rows' })).toBeEnabled()
  await none('preview')
  await app.getByRole('button', { name: 'Import 440 rows' }).click()
  await expect(app.getByRole('link', { name: 'Accounts' }).first()).toBeVisible()
  await expect(app.getByTestId('toast')).toContainText('440')
  await none('imported')
  await app.keyboard.press('Control+2')
  await expect(app.getByText('Account 0001')).toBeVisible()
  await none('accounts')
  await app.getByRole('link', { name: 'Open Account 0001' }).click()
  await expect(app.getByRole('heading', { name: 'Account 0001' })).toBeVisible()
  await none('account')

  await app.keyboard.press('Control+5')
  for (const tab of ['Calendar', 'List', 'Effect', 'Year']) {
    const link = app.getByRole('navigation', { name: 'Visits' }).getByRole('link', { name: tab })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await none(`visits ${tab}`)
  }
  await app
    .getByRole('button', { name: /^New visit/ })
    .first()
    .click()
  const dialog = app.getByRole('dialog', { name: 'New visit' })
  await dialog.getByRole('combobox', { name: 'Account' }).click()
  await app.keyboard.insertText('Account 0001')
  await app.locator('.ant-select-item-option').filter({ hasText: 'Account 0001' }).click()
  await dialog
    .getByRole('textbox', { name: 'Day' })
    .fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10))
  await none('a new visit')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: 'Account 0001', level: 1 })).toBeVisible()
  await none('visit')
  await app.getByRole('button', { name: 'Brief', exact: true }).click()
  await expect(app.getByRole('article')).toBeVisible()
  await none('brief')

  await app.keyboard.press('Control+6')
  await expect(app.getByRole('heading', { name: 'Recovery', level: 1 })).toBeVisible()
  await none('cases')
  await app.keyboard.press('n')
  const recording = app.getByRole('dialog', { name: 'Record a case' })
  await recording.getByRole('combobox', { name: 'Account' }).click()
  await app.keyboard.insertText('Account 0001')
  await app.locator('.ant-select-item-option').filter({ hasText: 'Account 0001' }).last().click()
  await recording.getByRole('textbox', { name: 'What happened, in one sentence' }).fill('Late again')
  await expect(recording).toContainText('answer by')
  await none('a new case')
  await recording.getByRole('textbox', { name: 'What happened, in one sentence' }).press('Enter')
  await expect(app.getByRole('heading', { name: 'Late again', level: 1 })).toBeVisible()
  await app.getByRole('button', { name: 'Acknowledge' }).click()
  await app.getByRole('button', { name: 'Grade' }).click()
  await none('case')
  await app.getByRole('button', { name: 'Papers' }).click()
  await expect(app.getByRole('article')).toBeVisible()
  await none('papers of a case')
  for (const part of ['Win back', 'Ideas', 'Surveys', 'Patterns', 'Papers', 'Settings']) {
    await app.keyboard.press('Control+6')
    await app
      .getByRole('navigation', { name: 'Recovery' })
      .getByRole('link', { name: part, exact: true })
      .click()
    await expect(app.getByRole('main').getByRole('button').first()).toBeVisible()
    await none(part)
  }
})

test('in English, no Chinese word is left on any screen of evaluation and department', async ({
  app,
  dataFolder,
}) => {
  const none = async (screen: string) => expect(await chineseOn(app, dataFolder), screen).toEqual([])
  await app.getByRole('button', { name: 'English' }).click()
  await app.getByRole('button', { name: /Empty department/ }).click()
  await expect(app.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await app.keyboard.press('Control+2')
  await app.getByRole('button', { name: 'New account' }).first().click()
  await expect(app.getByText('New account', { exact: true }).last()).toBeVisible()
  await app.keyboard.press('Control+3')
  await expect(app.getByRole('heading', { name: 'Evaluation', level: 1 })).toBeVisible()
  await none('no rounds')
  await app.getByRole('button', { name: 'New sheet' }).click()
  await none('a new sheet')
  await app.getByRole('button', { name: 'Create' }).click()
  await expect(app.getByRole('heading', { name: 'Grading sheet' })).toBeVisible()
  await app.locator('.ag-row[row-index="0"] .ag-cell[col-id="name"]').click()
  await expect(app.getByText('To be mended')).toBeVisible()
  await none('sheet with faults')
  await app.keyboard.press('Control+3')
  await app.getByRole('button', { name: 'New sheet' }).click()
  await app.getByRole('combobox', { name: 'Start from' }).click()
  await app.getByTitle('Strategic value', { exact: true }).click()
  await app.getByRole('button', { name: 'Create' }).click()
  await expect(app.getByText('This sheet is ready for grading.')).toBeVisible()
  await none('sheet')
  await app.keyboard.press('Control+3')
  await app.getByRole('button', { name: 'New round' }).click()
  await none('a new round')
  await app.getByRole('button', { name: 'Start the round' }).click()
  await expect(app.locator('.ag-row[row-index="0"]').first()).toBeVisible()
  await none('scoring')
  await app.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(app.getByRole('dialog')).toBeVisible()
  await none('publishing')
  await app.keyboard.press('Escape')
  await app.getByRole('link', { name: 'Outcome' }).click()
  await expect(app.getByRole('heading', { name: 'Outcome', level: 1 })).toBeVisible()
  await none('outcome')
  for (const tab of ['Members', 'Data safety', 'History', 'Settings', 'Help']) {
    await app.keyboard.press('Control+8')
    const link = app.getByRole('navigation', { name: 'Department' }).getByRole('link', { name: tab })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await none(tab)
  }
  await app.keyboard.press('Control+k')
  await expect(app.getByRole('option').first()).toBeVisible()
  await none('palette')
})
