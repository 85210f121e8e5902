import { changeRequests, removeRequests } from '../channel/requests/service/change.ts'
import { listEscalations, setEscalation } from '../channel/requests/service/escalation.ts'
import { logRequest } from '../channel/requests/service/log.ts'
import { deliverPart, removePart, savePart } from '../channel/requests/service/parts.ts'
import { promiseFor } from '../channel/requests/service/promise.ts'
import { getRequest, listRequests } from '../channel/requests/service/read.ts'
import { remarkRequest, stepRequests } from '../channel/requests/service/step.ts'
import { engine } from './implementer.ts'

const { requests } = engine

/** The procedures of the green channel's requests. */
export const requestsRouter = {
  list: requests.list.handler(({ context, input }) => listRequests(context.kernel, input)),
  now: requests.now.handler(({ context }) => ({ now: context.kernel.now() })),
  get: requests.get.handler(({ context, input }) => getRequest(context.kernel, input)),
  promise: requests.promise.handler(({ context, input }) => promiseFor(context.kernel, input)),
  log: requests.log.handler(({ context, input }) => logRequest(context.kernel, input)),
  step: requests.step.handler(({ context, input }) => stepRequests(context.kernel, input)),
  remark: requests.remark.handler(({ context, input }) => remarkRequest(context.kernel, input)),
  change: requests.change.handler(({ context, input }) => changeRequests(context.kernel, input)),
  remove: requests.remove.handler(({ context, input }) => removeRequests(context.kernel, input)),
  savePart: requests.savePart.handler(({ context, input }) => savePart(context.kernel, input)),
  deliverPart: requests.deliverPart.handler(({ context, input }) => deliverPart(context.kernel, input)),
  escalations: requests.escalations.handler(({ context }) => listEscalations(context.kernel)),
  setEscalation: requests.setEscalation.handler(({ context, input }) => setEscalation(context.kernel, input)),
  removePart: requests.removePart.handler(({ context, input }) => removePart(context.kernel, input)),
}
