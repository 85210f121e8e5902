import { checkAction, doAction, removeAction, saveAction } from '../recovery/causes/service/actions.ts'
import { getCauses, listRoots, removeWhy, saveWhy, setRoot } from '../recovery/causes/service/whys.ts'
import { engine } from './implementer.ts'

const { causes } = engine

/** Why cases happened, and what is done about it: contract to services. */
export const causesRouter = {
  get: causes.get.handler(({ context, input }) => getCauses(context.kernel, input)),
  roots: causes.roots.handler(({ context }) => listRoots(context.kernel)),
  saveWhy: causes.saveWhy.handler(({ context, input }) => saveWhy(context.kernel, input)),
  removeWhy: causes.removeWhy.handler(({ context, input }) => removeWhy(context.kernel, input)),
  setRoot: causes.setRoot.handler(({ context, input }) => setRoot(context.kernel, input)),
  saveAction: causes.saveAction.handler(({ context, input }) => saveAction(context.kernel, input)),
  doAction: causes.doAction.handler(({ context, input }) => doAction(context.kernel, input)),
  checkAction: causes.checkAction.handler(({ context, input }) => checkAction(context.kernel, input)),
  removeAction: causes.removeAction.handler(({ context, input }) => removeAction(context.kernel, input)),
}
