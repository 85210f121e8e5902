import { expect, it } from 'vitest'
import { merge } from '../../../db/accounts/merging/service/merge.ts'
import { erase } from '../../../db/accounts/privacy/service/erase.ts'
import { addEvent } from '../../../db/channel/club/service/events.ts'
import { invite, replyToInvitation } from '../../../db/channel/club/service/invitations.ts'
import { addLevel } from '../../../db/channel/club/service/levels.ts'
import { enrol } from '../../../db/channel/club/service/memberships.ts'
import { readClub } from '../../../db/channel/club/service/read.ts'
import { getEvent, listEvents } from '../../../db/channel/club/service/readEvents.ts'
import { addConsultation } from '../../../db/channel/consultations/service/consultations.ts'
import { answerOpinion, askAccounts } from '../../../db/channel/consultations/service/opinions.ts'
import { getConsultation } from '../../../db/channel/consultations/service/read.ts'
import { enterIncentive } from '../../../db/channel/incentives/service/entries.ts'
import { listIncentives } from '../../../db/channel/incentives/service/read.ts'
import { listVisits } from '../../../db/channel/mystery/service/read.ts'
import { addSheet } from '../../../db/channel/mystery/service/sheets.ts'
import { addVisit } from '../../../db/channel/mystery/service/visits.ts'
import { addIncident } from '../../../db/channel/quality/service/incidents.ts'
import { listIncidents } from '../../../db/channel/quality/service/read.ts'
import { listMembers } from '../../../db/department/service/members.ts'
import { removeSample } from '../../../db/department/service/sample.ts'
import { undo } from '../../../db/kernel/history.ts'
import { type AccountId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { sharedTables } from '../../../db/tables.ts'
import { insertOne } from '../accounts/rows.ts'
import { command, newSampleKernel } from '../newKernel.ts'
import { newLedgers, TODAY } from './newLedgers.ts'

const words = { kind: 'product', severity: 'slight', title: '起颗粒', happenedOn: TODAY } as const

/** Both accounts with a row in each of the five ledgers. */
function fill(kernel: Kernel, accountIds: AccountId[]) {
  const { consultationId } = addConsultation(kernel, {
    ...{ commandId: command(), title: '调价', kind: 'price', closesOn: TODAY, decidesOn: TODAY },
  })
  askAccounts(kernel, { commandId: command(), consultationId, accountIds })
  const { levelId } = addLevel(kernel, { commandId: command(), name: '金卡', benefits: [] })
  enrol(kernel, { commandId: command(), accountIds, levelId, sinceOn: TODAY })
  const { eventId } = addEvent(kernel, { commandId: command(), name: '年会', kind: 'awards', day: TODAY })
  invite(kernel, { commandId: command(), eventId, accountIds })
  const sheet = { name: '暗访表', items: [{ key: 'all', text: '全部', points: 100 }] }
  const { sheetId } = addSheet(kernel, { commandId: command(), ...sheet })
  for (const accountId of accountIds) {
    addIncident(kernel, { commandId: command(), accountId, ...words })
    const entry = { ruleId: null, unit: 'points', given: { amount: 10 }, day: TODAY, why: '' } as const
    enterIncentive(kernel, { commandId: command(), accountId, ...entry })
    const visit = { place: '展厅', day: TODAY, way: 'visit', points: [] } as const
    addVisit(kernel, { commandId: command(), accountId, sheetId, ...visit, points: [] })
  }
  return { consultationId, eventId }
}

it('two accounts with rows in all ledgers merge into one, and an undo parts them again', async () => {
  const { kernel, a, b } = newLedgers()
  const { consultationId, eventId } = fill(kernel, [a, b])
  const opinions = () => getConsultation(kernel, { consultationId }).opinions
  const invitations = () => getEvent(kernel, { eventId }).invitations
  const gone = opinions().find(({ accountId }) => accountId === b)
  const invited = invitations().find(({ accountId }) => accountId === b)
  if (!gone || !invited) throw new Error('not asked')
  const given = { stance: 'for', text: '同意', on: TODAY } as const
  answerOpinion(kernel, {
    commandId: command(),
    opinionId: gone.id,
    personId: null,
    before: null,
    after: given,
  })
  const reply = { answer: 'yes', on: TODAY, seats: 3, note: '' } as const
  replyToInvitation(kernel, { commandId: command(), ids: [invited.id], reply })
  const count = () => ({
    incidents: listIncidents(kernel, {}).rows.map(({ accountId }) => accountId),
    entries: listIncentives(kernel, {}).rows.map(({ accountId, balance }) => [accountId, balance]),
    visits: listVisits(kernel, {}).visits.map(({ accountId }) => accountId),
    members: readClub(kernel).levels.map(({ members }) => members),
  })
  const before = count()
  merge(kernel, { commandId: command(), subject: 'account', keepId: a, goneId: b, take: [] })
  // asked and invited once, with what the other one answered
  expect(opinions()).toMatchObject([{ accountId: a, given: { text: '同意' } }])
  expect(invitations()).toMatchObject([{ accountId: a, reply: { seats: 3 } }])
  expect(count()).toMatchObject({
    incidents: [a, a],
    entries: [
      [a, 20],
      [a, 10],
    ],
    visits: [a, a],
  })
  expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true, foreignKeys: 0 })
  undo(kernel, command())
  expect(count()).toEqual(before)
  expect(opinions()).toHaveLength(2)
})

it('an erasure takes a person’s name out of the texts of all ledgers', async () => {
  const { kernel, a } = newLedgers()
  const NAME = '吴国樑'
  const person = insertOne(kernel, 'person', { name: NAME })
  insertOne(kernel, 'employment', { person_id: person, account_id: a })
  fill(kernel, [a])
  addIncident(kernel, { commandId: command(), accountId: a, ...words, title: `${NAME}来电说起颗粒` })
  const entry = { ruleId: null, unit: 'points', given: { amount: 10 }, day: TODAY } as const
  enterIncentive(kernel, { commandId: command(), accountId: a, ...entry, why: `送${NAME}` })
  await erase(kernel, {
    ...{ commandId: command(), personId: PersonId.parse(person), basis: '本人要求' },
    blankEntries: true,
    removeBackups: true,
  })
  const left = [
    ...listIncidents(kernel, {}).rows.map(({ title }) => title),
    ...listIncentives(kernel, {}).rows.map(({ why }) => why),
  ].join()
  expect(left).not.toContain(NAME)
  expect(left).toContain('来电说起颗粒')
})

it('what the user added to the sample’s ledgers keeps what it stands on when the sample goes', () => {
  const kernel = newSampleKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  const account = kernel.db
    .prepare<[], { id: AccountId }>("SELECT id FROM account WHERE name = '徽杭装饰工程'")
    .get()
  if (!account) throw new Error('the sample has changed')
  const eventId = getEventId(kernel)
  invite(kernel, { commandId: command(), eventId, accountIds: [account.id] })
  removeSample(kernel, { commandId: command() })
  expect(getEvent(kernel, { eventId })).toMatchObject({
    event: { name: '年度客户颁奖', owner: '沈知远' },
    invitations: [{ account: '徽杭装饰工程' }],
  })
  expect(listIncidents(kernel, {}).rows).toEqual([])
  expect(listMembers(kernel).map(({ name }) => name)).toContain('沈知远')
})

function getEventId(kernel: Kernel) {
  const [first] = listEvents(kernel).rows
  if (!first) throw new Error('the sample has changed')
  return first.id
}
