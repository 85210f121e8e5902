import { expect, it } from 'vitest'
import { addReferral } from '../../../db/accounts/analysis/service/referrals.ts'
import { addEvent, cancelEvent } from '../../../db/channel/club/service/events.ts'
import {
  changeInvitations,
  invite,
  replyToInvitation,
  sendInvitations,
  uninvite,
} from '../../../db/channel/club/service/invitations.ts'
import { addLevel, changeLevel, moveLevel, removeLevel } from '../../../db/channel/club/service/levels.ts'
import { changeMemberships, enrol } from '../../../db/channel/club/service/memberships.ts'
import { candidates, readClub } from '../../../db/channel/club/service/read.ts'
import { clubOfAccount, getEvent, listEvents } from '../../../db/channel/club/service/readEvents.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'
import { newLedgers, TODAY } from './newLedgers.ts'

function withClub() {
  const { kernel, a, b } = newLedgers()
  const level = (name: string) =>
    addLevel(kernel, { commandId: command(), name, benefits: ['先排产'] }).levelId
  const gold = level('金卡')
  const silver = level('银卡')
  const join = (accountIds: (typeof a)[], more: Partial<Parameters<typeof enrol>[1]> = {}) =>
    enrol(kernel, { commandId: command(), accountIds, levelId: gold, sinceOn: '2026-01-01', ...more })
  return { kernel, a, b, gold, silver, level, join }
}

it('keeps its levels in order, each name once, and none that members stand at goes', () => {
  const { kernel, a, gold, silver, level, join } = withClub()
  const names = () => readClub(kernel).levels.map(({ name }) => name)
  moveLevel(kernel, { commandId: command(), levelId: silver, after: null })
  expect(names()).toEqual(['银卡', '金卡'])
  expect(() => level('金卡')).toThrow('NAME_TAKEN')
  const before = { name: '金卡', benefits: ['先排产'] }
  changeLevel(kernel, {
    commandId: command(),
    levelId: gold,
    before,
    after: { name: '白金卡', benefits: [] },
  })
  expect(names()).toEqual(['银卡', '白金卡'])
  join([a])
  expect(() => removeLevel(kernel, { commandId: command(), levelId: gold })).toThrow(
    expect.objectContaining(refusal('LEVEL_USED', { name: '白金卡', accounts: 1 })),
  )
})

it('has an account at one level at a time, and tells who ends soon and what they brought', () => {
  const { kernel, a, b, silver, join } = withClub()
  addReferral(kernel, {
    ...{ commandId: command(), fromId: a, toId: b, fromPersonId: null, happenedOn: '2020' },
    brought: 69_000_000,
    note: '',
  })
  join([a], { untilOn: '2026-12-31' })
  expect(readClub(kernel).members).toMatchObject([
    { account: '恒岳家居集团', state: 'ending', referred: 1, brought: 69_000_000 },
  ])
  expect(() => join([a, b], { levelId: silver, sinceOn: '2026-12-31' })).toThrow(
    expect.objectContaining(refusal('MEMBERSHIP_OVERLAPS', { name: '恒岳家居集团', level: '金卡' })),
  )
  join([a], { levelId: silver, sinceOn: '2027-01-01' })
  const [now] = readClub(kernel).members
  if (!now) throw new Error('nobody')
  const edit = { id: now.id, field: 'untilOn', before: '2026-12-31', after: null } as const
  expect(() => changeMemberships(kernel, { commandId: command(), edits: [edit] })).toThrow(
    'MEMBERSHIP_OVERLAPS',
  )
  expect(candidates(kernel, { tiers: [], levelIds: [now.levelId] })).toMatchObject([
    { account: '恒岳家居集团' },
  ])
  expect(candidates(kernel, { tiers: ['key'], levelIds: [] })).toEqual([])
})

it('invites, sends, takes replies and counts who came; an over-booked event says so', () => {
  const today = TODAY
  const { kernel, a, b } = newLedgers()
  const { eventId } = addEvent(kernel, {
    commandId: command(),
    name: '颁奖',
    kind: 'awards',
    day: '2026-12-18',
    seats: 3,
  })
  expect(invite(kernel, { commandId: command(), eventId, accountIds: [a, b, a] }).invited).toBe(2)
  const list = () => getEvent(kernel, { eventId })
  const ids = list().invitations.map(({ id }) => id)
  sendInvitations(kernel, { commandId: command(), ids, on: today })
  const reply = { answer: 'yes', on: today, seats: 2, note: '' } as const
  replyToInvitation(kernel, { commandId: command(), ids, reply })
  expect(list().event).toMatchObject({ overbooked: 1, attendance: { sent: 2, yes: 2, seatsTaken: 4 } })
  undo(kernel, command())
  expect(list().event).toMatchObject({ overbooked: 0, attendance: { silent: 2 } })
  const [first] = ids
  if (!first) throw new Error('nobody')
  const count = { id: first, field: 'came', before: null, after: 2 } as const
  expect(() => changeInvitations(kernel, { commandId: command(), edits: [count] })).toThrow('DAY_TO_COME')
  uninvite(kernel, { commandId: command(), ids: [first] })
  expect(list().invitations).toHaveLength(1)
  expect(() => sendInvitations(kernel, { commandId: command(), ids: [first], on: today })).toThrow(
    'ROW_NOT_FOUND',
  )
})

it('an event that is called off invites nobody until it is on again', () => {
  const { kernel, a } = newLedgers()
  const { eventId } = addEvent(kernel, { commandId: command(), name: '年会', kind: 'awards', day: TODAY })
  cancelEvent(kernel, { commandId: command(), eventId, reason: '场地漏水' })
  expect(listEvents(kernel).rows).toMatchObject([
    { state: 'cancelled', cancelled: { reason: '场地漏水', by: '林晓舟' } },
  ])
  const ask = () => invite(kernel, { commandId: command(), eventId, accountIds: [a] })
  expect(ask).toThrow('EVENT_CANCELLED')
  cancelEvent(kernel, { commandId: command(), eventId, reason: null })
  ask()
  expect(clubOfAccount(kernel, { accountId: a }).invitations).toMatchObject([
    { event: '年会', state: 'today' },
  ])
})

it('the sample’s awards are over-booked by two, and two memberships end soon', () => {
  const kernel = newSampleKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  expect(listEvents(kernel).rows[0]).toMatchObject({ name: '年度客户颁奖', seats: 8, overbooked: 2 })
  const { members, levels } = readClub(kernel)
  expect(levels.map(({ name, members: count }) => [name, count])).toEqual([
    ['金卡会员', 5],
    ['银卡会员', 3],
  ])
  expect(
    members
      .filter(({ state }) => state === 'ending')
      .map(({ account }) => account)
      .sort(),
  ).toEqual(['南浔木业', '苏州新垲整木'])
})
