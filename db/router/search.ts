import { searchAll } from '../accounts/search/service/all.ts'
import { engine } from './implementer.ts'

/** Finding anything. */
export const searchRouter = {
  all: engine.search.all.handler(({ context, input }) => searchAll(context.kernel, input)),
}
