import { arrangeBrief, keepVersion } from '../visits/briefing/service/arrange.ts'
import { briefChanges } from '../visits/briefing/service/changes.ts'
import { freezeBrief } from '../visits/briefing/service/freeze.ts'
import { briefPaper } from '../visits/briefing/service/paper.ts'
import { getBrief, revealBrief } from '../visits/briefing/service/sheet.ts'
import { engine } from './implementer.ts'

const { briefing } = engine

/** The briefing pack of a visit: contract to services. */
export const briefingRouter = {
  get: briefing.get.handler(({ context, input }) => getBrief(context.kernel, input)),
  reveal: briefing.reveal.handler(({ context, input }) => revealBrief(context.kernel, input)),
  changes: briefing.changes.handler(({ context, input }) => briefChanges(context.kernel, input)),
  freeze: briefing.freeze.handler(({ context, input }) => freezeBrief(context.kernel, input)),
  keep: briefing.keep.handler(({ context, input }) => keepVersion(context.kernel, input)),
  arrange: briefing.arrange.handler(({ context, input }) => arrangeBrief(context.kernel, input)),
  paper: briefing.paper.handler(({ context, input }) => briefPaper(context, input)),
}
