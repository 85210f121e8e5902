import { openAside, openToday, readBadges } from '../channel/today/service/open.ts'
import { engine } from './implementer.ts'

/** The procedures of the page Today. */
export const todayRouter = {
  open: engine.today.open.handler(({ context, input }) => openToday(context.kernel, input)),
  aside: engine.today.aside.handler(({ context, input }) => openAside(context.kernel, input)),
  badges: engine.today.badges.handler(({ context }) => readBadges(context.kernel)),
}
