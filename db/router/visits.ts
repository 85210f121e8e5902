import { addVisits } from '../visits/service/add.ts'
import {
  changeVisits,
  removeVisits,
  repeatVisit,
  reviewVisit,
  writeOutcome,
  writePoints,
} from '../visits/service/change.ts'
import { addCost, removeCost } from '../visits/service/costs.ts'
import { listExecutives, setExecutive } from '../visits/service/executives.ts'
import { approveGift, removeGift, saveGift } from '../visits/service/gifts.ts'
import { notePerson, setAccounts, setMember, setPeople } from '../visits/service/links.ts'
import { listVisits } from '../visits/service/read.ts'
import { getVisit } from '../visits/service/sheet.ts'
import { stepVisits } from '../visits/service/step.ts'
import { moveTopic, removeTopic, saveTopic } from '../visits/service/topics.ts'
import { addTrip, listTrips, removeTrip, renameTrip } from '../visits/service/trips.ts'
import { engine } from './implementer.ts'

const { visits } = engine

/** Executive visits: contract to services. */
export const visitsRouter = {
  list: visits.list.handler(({ context, input }) => listVisits(context.kernel, input)),
  get: visits.get.handler(({ context, input }) => getVisit(context.kernel, input)),
  add: visits.add.handler(({ context, input }) => addVisits(context.kernel, input)),
  change: visits.change.handler(({ context, input }) => changeVisits(context.kernel, input)),
  writePoints: visits.writePoints.handler(({ context, input }) => writePoints(context.kernel, input)),
  repeat: visits.repeat.handler(({ context, input }) => repeatVisit(context.kernel, input)),
  setAccounts: visits.setAccounts.handler(({ context, input }) => setAccounts(context.kernel, input)),
  setMember: visits.setMember.handler(({ context, input }) => setMember(context.kernel, input)),
  setPeople: visits.setPeople.handler(({ context, input }) => setPeople(context.kernel, input)),
  notePerson: visits.notePerson.handler(({ context, input }) => notePerson(context.kernel, input)),
  saveTopic: visits.saveTopic.handler(({ context, input }) => saveTopic(context.kernel, input)),
  moveTopic: visits.moveTopic.handler(({ context, input }) => moveTopic(context.kernel, input)),
  removeTopic: visits.removeTopic.handler(({ context, input }) => removeTopic(context.kernel, input)),
  saveGift: visits.saveGift.handler(({ context, input }) => saveGift(context.kernel, input)),
  approveGift: visits.approveGift.handler(({ context, input }) => approveGift(context.kernel, input)),
  removeGift: visits.removeGift.handler(({ context, input }) => removeGift(context.kernel, input)),
  addCost: visits.addCost.handler(({ context, input }) => addCost(context.kernel, input)),
  removeCost: visits.removeCost.handler(({ context, input }) => removeCost(context.kernel, input)),
  review: visits.review.handler(({ context, input }) => reviewVisit(context.kernel, input)),
  step: visits.step.handler(({ context, input }) => stepVisits(context.kernel, input)),
  writeOutcome: visits.writeOutcome.handler(({ context, input }) => writeOutcome(context.kernel, input)),
  remove: visits.remove.handler(({ context, input }) => removeVisits(context.kernel, input)),
  trips: visits.trips.handler(({ context }) => listTrips(context.kernel)),
  addTrip: visits.addTrip.handler(({ context, input }) => addTrip(context.kernel, input)),
  renameTrip: visits.renameTrip.handler(({ context, input }) => renameTrip(context.kernel, input)),
  removeTrip: visits.removeTrip.handler(({ context, input }) => removeTrip(context.kernel, input)),
  executives: visits.executives.handler(({ context }) => listExecutives(context.kernel)),
  setExecutive: visits.setExecutive.handler(({ context, input }) => setExecutive(context.kernel, input)),
}
