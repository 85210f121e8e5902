import { readCycle } from '../evaluation/cycle/service/read.ts'
import { engine } from './implementer.ts'

/** Accounts over several years: contract to services. */
export const cycleRouter = {
  read: engine.cycle.read.handler(({ context, input }) => readCycle(context.kernel, input)),
}
