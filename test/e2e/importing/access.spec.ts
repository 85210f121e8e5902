import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '../fixtures.ts'
import { newSheet, openEvaluation, sheetCell } from '../sheets/steps.ts'
import { loadSample } from '../shell/steps.ts'
import { csv, openImport, pick, preview } from './files.ts'

/** What axe finds on the screen, serious or not. */
async function findings(app: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the import wizard, the evaluation home and the sheet editor', async ({
      app,
    }) => {
      // six screens, each read whole by axe
      test.setTimeout(180_000)
      await loadSample(app)
      await openImport(app)
      expect(await findings(app), 'choosing a file').toEqual([])
      await pick(
        app,
        csv('名单.csv', [
          ['客户名称', '年交易额(万元)', '类别'],
          ['恒岳家居集团', '7000', '生产型'],
          ['南浔木业有限公司', '无', '贸易'],
        ]),
      )
      await expect(app.getByRole('button', { name: '看预览' })).toBeVisible()
      expect(await findings(app), 'columns').toEqual([])
      await preview(app)
      expect(await findings(app), 'preview').toEqual([])
      await openEvaluation(app)
      await app.getByRole('button', { name: '新建评级' }).click()
      await expect(app.getByRole('button', { name: '开始评级' })).toBeVisible()
      expect(await findings(app), 'evaluation').toEqual([])
      await newSheet(app)
      await sheetCell(app, 2, 'name').click()
      await app.keyboard.press('Escape')
      expect(await findings(app), 'sheet').toEqual([])
    })
  })
