import { addEffort } from '../channel/effort/service/add.ts'
import { changeEffort, removeEffort } from '../channel/effort/service/change.ts'
import { listEffort } from '../channel/effort/service/read.ts'
import { effortReport } from '../channel/effort/service/report.ts'
import { dropTimer, startTimer, stopTimer, timerNow } from '../channel/effort/service/timer.ts'
import { engine } from './implementer.ts'

const { effort } = engine

/** The effort ledger's procedures. */
export const effortRouter = {
  list: effort.list.handler(({ context, input }) => listEffort(context.kernel, input)),
  add: effort.add.handler(({ context, input }) => addEffort(context.kernel, input)),
  change: effort.change.handler(({ context, input }) => changeEffort(context.kernel, input)),
  remove: effort.remove.handler(({ context, input }) => removeEffort(context.kernel, input)),
  report: effort.report.handler(({ context, input }) => effortReport(context.kernel, input)),
  timer: effort.timer.handler(({ context }) => timerNow(context.kernel)),
  startTimer: effort.startTimer.handler(({ context, input }) => startTimer(context.kernel, input)),
  stopTimer: effort.stopTimer.handler(({ context, input }) => stopTimer(context.kernel, input)),
  dropTimer: effort.dropTimer.handler(({ context }) => dropTimer(context.kernel)),
}
