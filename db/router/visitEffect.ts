import { effectOverview } from '../visits/effect/service/overview.ts'
import { engine } from './implementer.ts'

const { visitEffect } = engine

/** How executive visits worked: contract to service. */
export const visitEffectRouter = {
  overview: visitEffect.overview.handler(({ context, input }) => effectOverview(context.kernel, input)),
}
