import {
  addConsultation,
  changeConsultations,
  decideConsultation,
  removeConsultations,
} from '../channel/consultations/service/consultations.ts'
import {
  answerOpinion,
  askAccounts,
  leaveOut,
  tellBack,
  weighOpinions,
} from '../channel/consultations/service/opinions.ts'
import {
  getConsultation,
  listConsultations,
  opinionsOfAccount,
} from '../channel/consultations/service/read.ts'
import { engine } from './implementer.ts'

const { consultations } = engine

/** Planned decisions put to accounts: contract to services. */
export const consultationsRouter = {
  list: consultations.list.handler(({ context }) => listConsultations(context.kernel)),
  get: consultations.get.handler(({ context, input }) => getConsultation(context.kernel, input)),
  ofAccount: consultations.ofAccount.handler(({ context, input }) =>
    opinionsOfAccount(context.kernel, input),
  ),
  add: consultations.add.handler(({ context, input }) => addConsultation(context.kernel, input)),
  change: consultations.change.handler(({ context, input }) => changeConsultations(context.kernel, input)),
  remove: consultations.remove.handler(({ context, input }) => removeConsultations(context.kernel, input)),
  ask: consultations.ask.handler(({ context, input }) => askAccounts(context.kernel, input)),
  leaveOut: consultations.leaveOut.handler(({ context, input }) => leaveOut(context.kernel, input)),
  weigh: consultations.weigh.handler(({ context, input }) => weighOpinions(context.kernel, input)),
  answer: consultations.answer.handler(({ context, input }) => answerOpinion(context.kernel, input)),
  decide: consultations.decide.handler(({ context, input }) => decideConsultation(context.kernel, input)),
  tell: consultations.tell.handler(({ context, input }) => tellBack(context.kernel, input)),
}
