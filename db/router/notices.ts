import { changeNotices, listNotices, noteSeen, watchNotices } from '../channel/notices/service/read.ts'
import { readNoticeSettings } from '../channel/notices/service/settings.ts'
import { engine } from './implementer.ts'

const { notices } = engine

/** The notices' procedures. */
export const noticesRouter = {
  list: notices.list.handler(({ context }) => listNotices(context.kernel)),
  watch: notices.watch.handler(({ context, signal }) => watchNotices(context.kernel, signal)),
  see: notices.see.handler(({ context, input }) => noteSeen(context.kernel, input)),
  settings: notices.settings.handler(({ context }) => readNoticeSettings(context.kernel)),
  changeSettings: notices.changeSettings.handler(({ context, input }) =>
    changeNotices(context.kernel, input),
  ),
}
