import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from './fixtures.ts'

/** What axe finds on the screen, serious or not. */
export async function findings(app: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
