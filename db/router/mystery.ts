import { listVisits } from '../channel/mystery/service/read.ts'
import { addSheet, changeSheet, removeSheets } from '../channel/mystery/service/sheets.ts'
import { addVisit, changeVisits, markVisit, removeVisits } from '../channel/mystery/service/visits.ts'
import { engine } from './implementer.ts'

const { mystery } = engine

/** Mystery visits: contract to services. */
export const mysteryRouter = {
  list: mystery.list.handler(({ context, input }) => listVisits(context.kernel, input)),
  addSheet: mystery.addSheet.handler(({ context, input }) => addSheet(context.kernel, input)),
  changeSheet: mystery.changeSheet.handler(({ context, input }) => changeSheet(context.kernel, input)),
  removeSheets: mystery.removeSheets.handler(({ context, input }) => removeSheets(context.kernel, input)),
  addVisit: mystery.addVisit.handler(({ context, input }) => addVisit(context.kernel, input)),
  changeVisits: mystery.changeVisits.handler(({ context, input }) => changeVisits(context.kernel, input)),
  mark: mystery.mark.handler(({ context, input }) => markVisit(context.kernel, input)),
  removeVisits: mystery.removeVisits.handler(({ context, input }) => removeVisits(context.kernel, input)),
}
