import {
  markBallot,
  noteBallot,
  openBallot,
  submitBallot,
  takeBallotBack,
} from '../evaluation/ballots/service/ballot.ts'
import {
  clearPin,
  readGroup,
  recuse,
  remindEvaluators,
  seatEvaluators,
  setRules,
  unseatEvaluator,
} from '../evaluation/ballots/service/group.ts'
import { enterBallot, leaveBallot, presentWith } from '../evaluation/ballots/service/presence.ts'
import { takeStep } from '../evaluation/ballots/service/steps.ts'
import { agreeOn, disagreeOn } from '../evaluation/consensus/service/agreements.ts'
import { openConsensus, readCell } from '../evaluation/consensus/service/consensus.ts'
import { meetingMinutes } from '../evaluation/consensus/service/minutes.ts'
import { engine } from './implementer.ts'

/** Evaluation groups: contract to services. */
export const evaluatorsRouter = {
  get: engine.evaluators.get.handler(({ context, input }) => readGroup(context.kernel, input.roundId)),
  seat: engine.evaluators.seat.handler(({ context, input }) => seatEvaluators(context.kernel, input)),
  unseat: engine.evaluators.unseat.handler(({ context, input }) => unseatEvaluator(context.kernel, input)),
  recuse: engine.evaluators.recuse.handler(({ context, input }) => recuse(context.kernel, input)),
  setRules: engine.evaluators.setRules.handler(({ context, input }) => setRules(context.kernel, input)),
  remind: engine.evaluators.remind.handler(({ context, input }) => remindEvaluators(context.kernel, input)),
  clearPin: engine.evaluators.clearPin.handler(({ context, input }) => clearPin(context.kernel, input)),
}

/** The way of a round through its states: contract to services. */
export const stepsRouter = {
  take: engine.steps.take.handler(({ context, input }) => takeStep(context.kernel, input)),
}

/** Ballots: contract to services. */
export const ballotsRouter = {
  enter: engine.ballots.enter.handler(({ context, input }) => enterBallot(context.kernel, input)),
  leave: engine.ballots.leave.handler(({ context, input }) => leaveBallot(context.kernel, input)),
  present: engine.ballots.present.handler(({ context, input }) => presentWith(context.kernel, input)),
  open: engine.ballots.open.handler(({ context, input }) => openBallot(context.kernel, input)),
  mark: engine.ballots.mark.handler(({ context, input }) => markBallot(context.kernel, input)),
  note: engine.ballots.note.handler(({ context, input }) => noteBallot(context.kernel, input)),
  submit: engine.ballots.submit.handler(({ context, input }) => submitBallot(context.kernel, input)),
  takeBack: engine.ballots.takeBack.handler(({ context, input }) => takeBallotBack(context.kernel, input)),
}

/** What the ballots come to: contract to services. */
export const consensusRouter = {
  open: engine.consensus.open.handler(({ context, input }) => openConsensus(context.kernel, input.roundId)),
  cell: engine.consensus.cell.handler(({ context, input }) => readCell(context.kernel, input)),
  agree: engine.consensus.agree.handler(({ context, input }) => agreeOn(context.kernel, input)),
  disagree: engine.consensus.disagree.handler(({ context, input }) => disagreeOn(context.kernel, input)),
  minutes: engine.consensus.minutes.handler(({ context, input }) => meetingMinutes(context, input)),
}
