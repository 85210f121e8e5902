import type { Whose } from '../../db/channel/today/rules/sections.ts'
import { api } from './engine.ts'

/** The lists of the page Today: asked for ahead, and by the page. */
export const todayQuery = (whose: Whose) => api.today.open.queryOptions({ input: { whose } })
