import {
  listLimits,
  listOffers,
  removeOffer,
  saveOffer,
  setLimit,
} from '../recovery/remedies/service/offers.ts'
import { endRemedy, listRemedies, removeRemedy, saveRemedy } from '../recovery/remedies/service/remedies.ts'
import { engine } from './implementer.ts'

const { remedies } = engine

/** What is done to make cases right: contract to services. */
export const remediesRouter = {
  list: remedies.list.handler(({ context, input }) => listRemedies(context.kernel, input)),
  save: remedies.save.handler(({ context, input }) => saveRemedy(context.kernel, input)),
  end: remedies.end.handler(({ context, input }) => endRemedy(context.kernel, input)),
  remove: remedies.remove.handler(({ context, input }) => removeRemedy(context.kernel, input)),
  offers: remedies.offers.handler(({ context }) => listOffers(context.kernel)),
  saveOffer: remedies.saveOffer.handler(({ context, input }) => saveOffer(context.kernel, input)),
  removeOffer: remedies.removeOffer.handler(({ context, input }) => removeOffer(context.kernel, input)),
  limits: remedies.limits.handler(({ context }) => listLimits(context.kernel)),
  setLimit: remedies.setLimit.handler(({ context, input }) => setLimit(context.kernel, input)),
}
