import { beforeEach, describe, expect, test } from 'vitest'
import { moveAccounts } from '../../../db/accounts/handover/service/move.ts'
import { erase } from '../../../db/accounts/privacy/service/erase.ts'
import { held } from '../../../db/accounts/privacy/service/held.ts'
import { searchAll } from '../../../db/accounts/search/service/all.ts'
import type { NewRequest } from '../../../db/channel/requests/contract.ts'
import { NewRequest as NewRequestSchema } from '../../../db/channel/requests/contract.ts'
import { changeRequests, removeRequests } from '../../../db/channel/requests/service/change.ts'
import { logRequest } from '../../../db/channel/requests/service/log.ts'
import { deliverPart, savePart } from '../../../db/channel/requests/service/parts.ts'
import { promiseFor } from '../../../db/channel/requests/service/promise.ts'
import { getRequest, listRequests } from '../../../db/channel/requests/service/read.ts'
import { stepRequests } from '../../../db/channel/requests/service/step.ts'
import { removeMember } from '../../../db/department/service/members.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import type { AccountId, MemberId, PersonId, RequestId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'

/** Shanghai's wall clock as epoch ms: a Tuesday morning. */
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`)
const iso = (wall: string): string => new Date(at(wall)).toISOString()

let now: number
let kernel: Kernel
let accountId: AccountId

beforeEach(() => {
  now = at('2026-11-24T09:05')
  kernel = newSampleKernel(() => now)
  accountId = accountNamed('恒岳家居集团')
})

function accountNamed(name: string): AccountId {
  const id = kernel.db.prepare<[string], AccountId>('SELECT id FROM account WHERE name = ?').pluck().get(name)
  if (id === undefined) throw new Error(`no account ${name}`)
  return id
}

function memberNamed(name: string): MemberId {
  const id = kernel.db.prepare<[string], MemberId>('SELECT id FROM member WHERE name = ?').pluck().get(name)
  if (id === undefined) throw new Error(`no member ${name}`)
  return id
}

const log = (more: Partial<NewRequest> = {}) =>
  logRequest(kernel, {
    commandId: command(),
    request: NewRequestSchema.parse({ accountId, title: '加急 40 桶水性底漆', ...more }),
  })

type Step = Parameters<typeof stepRequests>[1]
const step = (requestId: RequestId, event: Step['event'], more: Partial<Step> = {}) =>
  stepRequests(kernel, {
    commandId: command(),
    requestIds: [requestId],
    event,
    note: '',
    waitingFor: '',
    ...more,
  })

const read = (requestId: RequestId) => getRequest(kernel, { requestId }).request
const open = () => listRequests(kernel, { show: 'open', offset: 0, limit: 1_000 }).rows

describe('a request', () => {
  test('is promised what its account’s tier gets, by the owner’s calendar, and has the next number', () => {
    const first = log()
    const second = log({ priority: 'urgent' })
    const number = (code: string): number => Number(code.slice(2))
    expect(number(second.code)).toBe(number(first.code) + 1)
    const request = read(first.requestId)
    expect(request).toMatchObject({ tier: 'key', state: 'new', owner: '林晓舟', code: first.code })
    const promised = promiseFor(kernel, { accountId, priority: 'normal' })
    expect(request.times).toEqual(promised.times)
    const { first: clock } = request.clocks
    expect(clock.kind === 'running' && clock.due).toBe(promised.due.first)
  })

  test('keeps what it was promised when its account falls, and when its priority is changed', () => {
    const { requestId } = log()
    const before = read(requestId).clocks
    changeRequests(kernel, {
      commandId: command(),
      edits: [{ requestId, field: 'priority', before: 'normal', after: 'urgent' }],
    })
    kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE result SET deleted = 1 WHERE account_id = ?').run(accountId)
      return {}
    })
    expect(read(requestId).clocks).toEqual(before)
  })

  test('goes from new to closed, its clocks stopping for the customer, and figures tell how long it took', () => {
    const { requestId } = log()
    now = at('2026-11-24T09:20')
    step(requestId, 'respond')
    now = at('2026-11-24T10:00')
    step(requestId, 'waitCustomer', { waitingFor: '邓总助' })
    expect(read(requestId)).toMatchObject({ state: 'waitingCustomer', waitingFor: '邓总助' })
    now = at('2026-11-25T10:00')
    step(requestId, 'resume')
    now = at('2026-11-25T11:00')
    step(requestId, 'solve')
    step(requestId, 'confirm')
    step(requestId, 'close')
    const { clocks, state, endedAt, events } = read(requestId)
    expect({ state, endedAt }).toEqual({ state: 'closed', endedAt: now })
    const { solution, first } = clocks
    if (solution.kind !== 'met' || first.kind !== 'met') throw new Error('not met')
    expect((first.span - first.left) / 60_000).toBe(15)
    expect((solution.span - solution.left) / 60_000).toBe(55 + 60)
    expect(events.map(({ kind }) => kind)).toEqual([
      'respond',
      'waitCustomer',
      'resume',
      'solve',
      'confirm',
      'close',
    ])
    expect(open().some(({ id }) => id === requestId)).toBe(false)
  })

  test('answered late, keeps in its history what was missed and who was told', () => {
    const owner = memberNamed('林晓舟')
    const { requestId } = log({ ownerId: owner, backupId: memberNamed('马骁') })
    const askedAt = now
    now += 60 * 60_000
    step(requestId, 'respond')
    expect(read(requestId).misses).toEqual([
      { clock: 'first', run: 1, at: askedAt + 30 * 60_000, told: ['林晓舟', '马骁'] },
    ])
    // whoever answers for it afterwards was not told then
    step(requestId, 'solve')
    expect(read(requestId).misses).toHaveLength(1)
    undo(kernel, command())
    undo(kernel, command())
    expect(read(requestId).misses).toEqual([])
  })

  test('closed by mistake, is as it was after one undo, and closed again after a redo', () => {
    const { requestId } = log()
    step(requestId, 'solve')
    const before = read(requestId)
    step(requestId, 'close', { note: '客户没有回音' })
    undo(kernel, command())
    expect(read(requestId)).toEqual(before)
    redo(kernel, command())
    expect(read(requestId).state).toBe('closed')
  })

  test('opened again, goes on with what was left and counts it', () => {
    const { requestId } = log()
    now = at('2026-11-24T10:05')
    step(requestId, 'solve')
    now = at('2026-11-26T10:00')
    step(requestId, 'reopen', { note: '又发白了' })
    const { reopened, clocks, state } = read(requestId)
    expect({ reopened, state }).toEqual({ reopened: 1, state: 'working' })
    expect(clocks.solution).toMatchObject({
      kind: 'running',
      left: clocks.solution.kind === 'running' ? clocks.solution.span - 60 * 60_000 : 0,
    })
  })
})

describe('what is refused', () => {
  test('a step that its state doesn’t allow, all of a selection or none', () => {
    const one = log().requestId
    const other = log().requestId
    step(one, 'solve')
    expect(() =>
      stepRequests(kernel, {
        commandId: command(),
        requestIds: [other, one],
        event: 'start',
        note: '',
        waitingFor: '',
      }),
    ).toThrow(expect.objectContaining(refusal('STEP_REFUSED')))
    expect(read(other).state).toBe('new')
  })

  test('cancelling, reopening, and closing without the customer’s word, when no reason is given', () => {
    const { requestId } = log()
    expect(() => step(requestId, 'cancel')).toThrow(expect.objectContaining(refusal('STEP_NEEDS_REASON')))
    step(requestId, 'solve')
    expect(() => step(requestId, 'close')).toThrow(expect.objectContaining(refusal('STEP_NEEDS_REASON')))
    step(requestId, 'confirm')
    step(requestId, 'close')
    expect(() => step(requestId, 'reopen')).toThrow(expect.objectContaining(refusal('STEP_NEEDS_REASON')))
  })

  test('a step before what happened last, or in the future', () => {
    const { requestId } = log()
    now = at('2026-11-24T11:00')
    step(requestId, 'respond', { at: iso('2026-11-24T09:30') })
    expect(() => step(requestId, 'start', { at: iso('2026-11-24T09:20') })).toThrow(
      expect.objectContaining(refusal('STEP_TIME_REFUSED')),
    )
    expect(() => step(requestId, 'start', { at: iso('2026-11-24T12:00') })).toThrow(
      expect.objectContaining(refusal('STEP_TIME_REFUSED')),
    )
  })

  test('one asked in the future, in 1970, or in 9999', () => {
    for (const askedAt of [iso('2026-11-25T09:00'), '1970-01-01T00:00:00.000Z', '9999-01-01T00:00:00.000Z'])
      expect(() => log({ askedAt })).toThrow(expect.objectContaining(refusal('ASKED_AT_REFUSED')))
    expect(
      listRequests(kernel, { show: 'all', accountId, offset: 0, limit: 10 }).rows.filter(
        ({ askedAt }) => askedAt > now,
      ),
    ).toEqual([])
  })

  test('an account, person or member who isn’t there', () => {
    const nobody = '019a0000-0000-7000-8000-000000000000'
    expect(() => log({ accountId: nobody })).toThrow(expect.objectContaining(refusal('ACCOUNT_NOT_FOUND')))
    expect(() => log({ ownerId: nobody })).toThrow(expect.objectContaining(refusal('MEMBER_NOT_FOUND')))
    expect(() => log({ personId: nobody })).toThrow(expect.objectContaining(refusal('PERSON_NOT_FOUND')))
  })

  test('an edit over another window’s', () => {
    const { requestId } = log()
    const edit = (before: string, after: string) =>
      changeRequests(kernel, { commandId: command(), edits: [{ requestId, field: 'title', before, after }] })
    edit('加急 40 桶水性底漆', '加急 50 桶')
    expect(() => edit('加急 40 桶水性底漆', '加急 60 桶')).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED')),
    )
    expect(read(requestId).title).toBe('加急 50 桶')
  })
})

describe('a laptop whose clock', () => {
  test('is set back, puts what happens now right after what happened last', () => {
    const { requestId } = log()
    now = at('2026-11-24T10:00')
    step(requestId, 'respond')
    now = at('2026-11-20T08:00')
    step(requestId, 'start')
    const { since, clocks } = read(requestId)
    expect(since).toBe(at('2026-11-24T10:00'))
    expect(clocks.update).toMatchObject({ kind: 'running' })
  })
})

describe('a package solution', () => {
  test('has parts with owners and days, delivered one by one, and undone', () => {
    const { requestId } = log()
    const part = (what: string) =>
      savePart(kernel, {
        commandId: command(),
        requestId,
        partId: null,
        what,
        ownerId: memberNamed('赵敏'),
        dueOn: '2026-11-26',
      })
    const { partId } = part('专车直送')
    part('驻厂指导')
    deliverPart(kernel, { commandId: command(), partId, done: true, note: '' })
    expect(read(requestId).parts.map(({ what, owner, done }) => [what, owner, done?.on ?? null])).toEqual([
      ['专车直送', '赵敏', '2026-11-24'],
      ['驻厂指导', '赵敏', null],
    ])
    undo(kernel, command())
    expect(read(requestId).parts[0]?.done).toBeNull()
  })
})

test('deleted requests are gone from lists, come back with undo, and their numbers are not given again', () => {
  const { requestId, code } = log()
  removeRequests(kernel, { commandId: command(), requestIds: [requestId] })
  expect(open().some(({ id }) => id === requestId)).toBe(false)
  expect(log().code).not.toBe(code)
  undo(kernel, command())
  undo(kernel, command())
  expect(open().some(({ id }) => id === requestId)).toBe(true)
})

describe('a request of people who go', () => {
  test('passes to the backup when its owner leaves, else to the account’s owner, and comes back with undo', () => {
    const owner = memberNamed('赵敏')
    const withBackup = log({ ownerId: owner, backupId: memberNamed('唐棣') }).requestId
    const without = log({ ownerId: owner }).requestId
    removeMember(kernel, { commandId: command(), memberId: owner })
    expect([read(withBackup).owner, read(without).owner]).toEqual(['唐棣', '林晓舟'])
    undo(kernel, command())
    expect([read(withBackup).owner, read(without).owner]).toEqual(['赵敏', '赵敏'])
  })

  test('goes with its account to the manager who takes it over; one that has ended stays', () => {
    const [fromId, toId] = [memberNamed('林晓舟'), memberNamed('方佩')]
    const open = log().requestId
    const ended = log().requestId
    step(ended, 'cancel', { note: '客户撤回' })
    kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
      moveAccounts(tx, { fromId, toId, accountIds: [accountId] })
      return {}
    })
    expect([read(open).owner, read(ended).owner]).toEqual(['方佩', '林晓舟'])
  })

  test('names nobody any more who was erased, in its words, its history and what happened to it', async () => {
    const person = kernel.db
      .prepare<[AccountId], { id: PersonId; name: string }>(
        `SELECT p.id, p.name FROM person p JOIN employment e ON e.person_id = p.id
         WHERE e.account_id = ? AND p.name = '唐海平'`,
      )
      .get(accountId)
    if (!person) throw new Error('nobody there')
    const { requestId } = log({ personId: person.id, title: `${person.name}要加急` })
    step(requestId, 'waitCustomer', { waitingFor: person.name })
    expect(
      held(kernel, { commandId: command(), personId: person.id, language: 'zh' }).parts.map(
        ({ part }) => part,
      ),
    ).toContain('requests')
    await erase(kernel, {
      commandId: command(),
      personId: person.id,
      basis: '本人要求',
      blankEntries: false,
      removeBackups: false,
    })
    const { title, waitingFor, person: named, events } = read(requestId)
    expect([title.includes(person.name), waitingFor, named, events[0]?.waitingFor]).not.toContain(person.name)
    expect(title).not.toContain(person.name)
    expect(kernel.db.serialize().includes(person.name)).toBe(false)
  })
})

test('a request is found by its number, its words and its account’s letters, until it is deleted', () => {
  const { requestId, code } = log({ title: '展厅专色打样' })
  const found = (text: string): readonly string[] =>
    searchAll(kernel, { text, scope: 'all', limit: 10 }).found.flatMap((one) =>
      one.group === 'promises' && one.kind === 'request' ? [one.id] : [],
    )
  expect(found(code)).toContain(requestId)
  expect(found('专色打样')).toContain(requestId)
  removeRequests(kernel, { commandId: command(), requestIds: [requestId] })
  expect(found('专色打样')).not.toContain(requestId)
})
