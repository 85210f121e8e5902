import { expect, type Page } from '../fixtures.ts'

/** The sample's 恒岳家居集团, on its relationship map. */
export async function openMap(app: Page): Promise<void> {
  await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
  await app.getByRole('navigation', { name: '恒岳家居集团' }).getByRole('link', { name: '关系图' }).click()
  await expect(person(app, '吴国梁')).toBeVisible()
}

/** Somebody's card on the map. */
export const person = (app: Page, name: string) =>
  app.getByRole('button', { name: new RegExp(`^${name}[，,]`) })

/** A line on the map, by its name as read out. */
export const line = (app: Page, name: string) => app.getByRole('button', { name, exact: true })

/** The middle of somebody's card in the window. */
export async function middle(app: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await person(app, name).locator('rect').boundingBox()
  if (!box) throw new Error(`${name} is not on the map`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags from one point to another, over some points between, as a hand does. */
export async function drag(
  app: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await app.mouse.move(from.x, from.y)
  await app.mouse.down()
  await app.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await app.mouse.move(to.x, to.y, { steps: 4 })
  await app.mouse.up()
}

/** Draws a line from a card's handle to another card; the menu for its meaning is then open. */
export async function drawTo(app: Page, from: string, to: string): Promise<void> {
  await person(app, from).hover()
  const handle = await person(app, from).locator('[data-handle]').boundingBox()
  if (!handle) throw new Error(`${from} has no handle`)
  await drag(app, { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }, await middle(app, to))
}
