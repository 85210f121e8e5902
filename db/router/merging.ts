import { compare } from '../accounts/merging/service/compare.ts'
import { merge, survivorOf } from '../accounts/merging/service/merge.ts'
import { pairs, tellApart } from '../accounts/merging/service/pairs.ts'
import { engine } from './implementer.ts'

const { merging } = engine

/** Finding and joining accounts or people that are the same. */
export const mergingRouter = {
  pairs: merging.pairs.handler(({ context, input }) => pairs(context.kernel, input)),
  survivor: merging.survivor.handler(({ context, input }) => {
    const id = survivorOf(context.kernel.db, input.subject, input.id)
    return { id: id === input.id ? null : id }
  }),
  tellApart: merging.tellApart.handler(({ context, input }) => tellApart(context.kernel, input)),
  compare: merging.compare.handler(({ context, input }) => compare(context.kernel, input)),
  merge: merging.merge.handler(({ context, input }) => merge(context.kernel, input)),
}
