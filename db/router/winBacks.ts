import {
  changeWinBacks,
  decideWinBack,
  removeWinBacks,
  startWinBack,
  writeInterview,
  writeOutcome,
  writeWorth,
} from '../recovery/winBack/service/change.ts'
import { getWinBack, listWinBacks } from '../recovery/winBack/service/read.ts'
import { addSteps, changeStep, doStep, removeStep } from '../recovery/winBack/service/steps.ts'
import { engine } from './implementer.ts'

const { winBacks } = engine

/** Lost accounts: contract to services. */
export const winBacksRouter = {
  list: winBacks.list.handler(({ context, input }) => listWinBacks(context.kernel, input)),
  get: winBacks.get.handler(({ context, input }) => getWinBack(context.kernel, input)),
  start: winBacks.start.handler(({ context, input }) => startWinBack(context.kernel, input)),
  change: winBacks.change.handler(({ context, input }) => changeWinBacks(context.kernel, input)),
  writeInterview: winBacks.writeInterview.handler(({ context, input }) =>
    writeInterview(context.kernel, input),
  ),
  writeWorth: winBacks.writeWorth.handler(({ context, input }) => writeWorth(context.kernel, input)),
  decide: winBacks.decide.handler(({ context, input }) => decideWinBack(context.kernel, input)),
  addSteps: winBacks.addSteps.handler(({ context, input }) => addSteps(context.kernel, input)),
  changeStep: winBacks.changeStep.handler(({ context, input }) => changeStep(context.kernel, input)),
  doStep: winBacks.doStep.handler(({ context, input }) => doStep(context.kernel, input)),
  removeStep: winBacks.removeStep.handler(({ context, input }) => removeStep(context.kernel, input)),
  writeOutcome: winBacks.writeOutcome.handler(({ context, input }) => writeOutcome(context.kernel, input)),
  remove: winBacks.remove.handler(({ context, input }) => removeWinBacks(context.kernel, input)),
}
