import { expect, type Page } from '../fixtures.ts'

/** Goes to the sample's round by the rail. */
export async function openRound(app: Page): Promise<void> {
  await app.getByRole('navigation', { name: '房间' }).getByRole('link', { name: '评级' }).click()
  await app
    .getByRole('link', { name: /2026 下半年评级/ })
    .first()
    .click()
  await expect(app.getByRole('heading', { name: '2026 下半年评级' })).toBeVisible()
  await expect(row(app, '恒岳家居集团')).toBeVisible()
}

/** The row of an account; grids of several pages may have one, the visible one counts. */
const row = (app: Page, account: string) =>
  app
    .locator('.ag-row')
    .filter({ has: app.locator('.ag-cell[col-id="account"]', { hasText: account }) })
    .first()

/** The cell of an account under a header. */
export async function cellOf(app: Page, account: string, header: string) {
  const id = await row(app, account).getAttribute('row-id')
  const column = await app.getByRole('columnheader', { name: header }).first().getAttribute('col-id')
  return app.locator(`.ag-row[row-id="${id}"] .ag-cell[col-id="${column}"]`)
}

/** Everything marked so far has reached the disk. */
export const saved = (app: Page) => expect(app.locator('[data-state="saved"]')).toBeVisible()

/** Puts a block on the clipboard as Excel does. */
export async function copyBlock(app: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await app.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.evaluate(
    (text) => navigator.clipboard.writeText(text),
    rows.map((cells) => cells.join('\t')).join('\r\n'),
  )
}
