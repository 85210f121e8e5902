import { makePaper, openPaper } from '../recovery/papers/service/paper.ts'
import { listPapers } from '../recovery/papers/service/sent.ts'
import { listTemplates, resetTemplate, saveTemplate } from '../recovery/papers/service/templates.ts'
import { engine } from './implementer.ts'

const { papers } = engine

/** Papers about cases: contract to services. */
export const papersRouter = {
  list: papers.list.handler(({ context, input }) => listPapers(context.kernel, input)),
  open: papers.open.handler(({ context, input }) => openPaper(context.kernel, input)),
  make: papers.make.handler(({ context, input }) => makePaper(context, input)),
  templates: papers.templates.handler(({ context }) => listTemplates(context.kernel)),
  saveTemplate: papers.saveTemplate.handler(({ context, input }) => saveTemplate(context.kernel, input)),
  resetTemplate: papers.resetTemplate.handler(({ context, input }) => resetTemplate(context.kernel, input)),
}
