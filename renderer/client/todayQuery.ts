import type { Section, Whose } from '../../db/channel/today/rules/sections.ts'
import { api } from './engine.ts'

/** The lists of the page Today: asked for ahead, and by the page. */
export const todayQuery = (whose: Whose, lines?: Partial<Record<Section, number>>) =>
  api.today.open.queryOptions({ input: lines === undefined ? { whose } : { whose, lines } })
