import { addEvent, cancelEvent, changeEvents, removeEvents } from '../channel/club/service/events.ts'
import {
  changeInvitations,
  invite,
  replyToInvitation,
  sendInvitations,
  uninvite,
} from '../channel/club/service/invitations.ts'
import { addLevel, changeLevel, moveLevel, removeLevel } from '../channel/club/service/levels.ts'
import { changeMemberships, enrol, removeMemberships } from '../channel/club/service/memberships.ts'
import { candidates, readClub } from '../channel/club/service/read.ts'
import { clubOfAccount, getEvent, listEvents } from '../channel/club/service/readEvents.ts'
import { engine } from './implementer.ts'

const { club } = engine

/** The key-account club: contract to services. */
export const clubRouter = {
  read: club.read.handler(({ context }) => readClub(context.kernel)),
  ofAccount: club.ofAccount.handler(({ context, input }) => clubOfAccount(context.kernel, input)),
  candidates: club.candidates.handler(({ context, input }) => candidates(context.kernel, input)),
  addLevel: club.addLevel.handler(({ context, input }) => addLevel(context.kernel, input)),
  changeLevel: club.changeLevel.handler(({ context, input }) => changeLevel(context.kernel, input)),
  moveLevel: club.moveLevel.handler(({ context, input }) => moveLevel(context.kernel, input)),
  removeLevel: club.removeLevel.handler(({ context, input }) => removeLevel(context.kernel, input)),
  enrol: club.enrol.handler(({ context, input }) => enrol(context.kernel, input)),
  changeMemberships: club.changeMemberships.handler(({ context, input }) =>
    changeMemberships(context.kernel, input),
  ),
  removeMemberships: club.removeMemberships.handler(({ context, input }) =>
    removeMemberships(context.kernel, input),
  ),
  events: club.events.handler(({ context }) => listEvents(context.kernel)),
  event: club.event.handler(({ context, input }) => getEvent(context.kernel, input)),
  addEvent: club.addEvent.handler(({ context, input }) => addEvent(context.kernel, input)),
  changeEvents: club.changeEvents.handler(({ context, input }) => changeEvents(context.kernel, input)),
  cancelEvent: club.cancelEvent.handler(({ context, input }) => cancelEvent(context.kernel, input)),
  removeEvents: club.removeEvents.handler(({ context, input }) => removeEvents(context.kernel, input)),
  invite: club.invite.handler(({ context, input }) => invite(context.kernel, input)),
  uninvite: club.uninvite.handler(({ context, input }) => uninvite(context.kernel, input)),
  send: club.send.handler(({ context, input }) => sendInvitations(context.kernel, input)),
  reply: club.reply.handler(({ context, input }) => replyToInvitation(context.kernel, input)),
  changeInvitations: club.changeInvitations.handler(({ context, input }) =>
    changeInvitations(context.kernel, input),
  ),
}
