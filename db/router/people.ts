import {
  addEmployment,
  changeEmployment,
  moveJob,
  removeEmployment,
} from '../accounts/people/service/employments.ts'
import { peopleOfAccount } from '../accounts/people/service/ofAccount.ts'
import { namedPeople, pickPeople } from '../accounts/people/service/pick.ts'
import { getPerson, listPeople } from '../accounts/people/service/read.ts'
import { addWarning, removeWarning, revealFact } from '../accounts/people/service/sensitive.ts'
import { addPeople, confirmFacts, editPeople, removePeople } from '../accounts/people/service/write.ts'
import { engine } from './implementer.ts'

const { people } = engine

/** The procedures of our customers' people. */
export const peopleRouter = {
  get: people.get.handler(({ context, input }) => getPerson(context.kernel, input.personId)),
  ofAccount: people.ofAccount.handler(({ context, input }) =>
    peopleOfAccount(context.kernel, input.accountId),
  ),
  list: people.list.handler(({ context, input }) => listPeople(context.kernel, input)),
  pick: people.pick.handler(({ context, input }) => pickPeople(context.kernel, input)),
  named: people.named.handler(({ context, input }) => namedPeople(context.kernel, input.personIds)),
  add: people.add.handler(({ context, input }) => addPeople(context.kernel, input)),
  edit: people.edit.handler(({ context, input }) => editPeople(context.kernel, input)),
  confirm: people.confirm.handler(({ context, input }) => confirmFacts(context.kernel, input)),
  remove: people.remove.handler(({ context, input }) => removePeople(context.kernel, input)),
  addEmployment: people.addEmployment.handler(({ context, input }) => addEmployment(context.kernel, input)),
  changeEmployment: people.changeEmployment.handler(({ context, input }) =>
    changeEmployment(context.kernel, input),
  ),
  removeEmployment: people.removeEmployment.handler(({ context, input }) =>
    removeEmployment(context.kernel, input),
  ),
  moveJob: people.moveJob.handler(({ context, input }) => moveJob(context.kernel, input)),
  addWarning: people.addWarning.handler(({ context, input }) => addWarning(context.kernel, input)),
  removeWarning: people.removeWarning.handler(({ context, input }) => removeWarning(context.kernel, input)),
  reveal: people.reveal.handler(({ context, input }) => revealFact(context.kernel, input)),
}
