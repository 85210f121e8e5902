import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from './fixtures.ts'

/** The rules that look at colours: all that can differ between light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What axe finds on the screen, serious or not; in dark, of what colours can be at fault. */
export async function findings(app: Page, within = 'html'): Promise<string[]> {
  // half a megabyte of script, once a page is enough
  const isThere = await app.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder(isThere ? { page: app, axeSource: ';' } : { page: app })
    .include(within)
    .options({
      // of the rest only what is needed to know that there are no violations: large grids are read in half the time
      resultTypes: ['violations'],
      // style sheets and sounds, for rules about playing by itself and locked orientation: there is nothing of the kind
      preload: false,
    })
  // all in the page itself, which has no frames, instead of carrying every node of it to a second page
  axe.setLegacyMode()
  const dark = await app.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark')
  const { violations } = await (dark ? axe.withRules(COLOUR_RULES) : axe).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** The same in light, where a window opens, and in dark, to which it follows the system and back: one walk for both. */
export async function findingsInBothThemes(app: Page): Promise<string[]> {
  const root = app.locator('html')
  await expect(root).toHaveAttribute('data-theme', 'light')
  const light = await findings(app)
  await app.emulateMedia({ colorScheme: 'dark' })
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await coloursSettled(app)
  const dark = await findings(app)
  await app.emulateMedia({ colorScheme: 'light' })
  await expect(root).toHaveAttribute('data-theme', 'light')
  await coloursSettled(app)
  return [...light.map((finding) => `light ${finding}`), ...dark.map((finding) => `dark ${finding}`)]
}

/** Waits until nothing is on its way from one colour to another: half-way, no contrast is what it will be. */
async function coloursSettled(app: Page): Promise<void> {
  await app.waitForFunction(() =>
    document
      .getAnimations()
      .every((animation) => animation.playState !== 'running' || !(animation instanceof CSSTransition)),
  )
}
