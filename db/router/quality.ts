import {
  addIncident,
  changeIncidents,
  correctIncident,
  proveIncident,
  removeIncidents,
} from '../channel/quality/service/incidents.ts'
import { listIncidents } from '../channel/quality/service/read.ts'
import { engine } from './implementer.ts'

const { quality } = engine

/** Quality incidents: contract to services. */
export const qualityRouter = {
  list: quality.list.handler(({ context, input }) => listIncidents(context.kernel, input)),
  add: quality.add.handler(({ context, input }) => addIncident(context.kernel, input)),
  change: quality.change.handler(({ context, input }) => changeIncidents(context.kernel, input)),
  correct: quality.correct.handler(({ context, input }) => correctIncident(context.kernel, input)),
  prove: quality.prove.handler(({ context, input }) => proveIncident(context.kernel, input)),
  remove: quality.remove.handler(({ context, input }) => removeIncidents(context.kernel, input)),
}
