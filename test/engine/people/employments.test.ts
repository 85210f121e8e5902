import { beforeEach, describe, expect, it } from 'vitest'
import {
  addEmployment,
  changeEmployment,
  moveJob,
  removeEmployment,
} from '../../../db/accounts/people/service/employments.ts'
import { peopleOfAccount } from '../../../db/accounts/people/service/ofAccount.ts'
import { getPerson } from '../../../db/accounts/people/service/read.ts'
import { addPeople } from '../../../db/accounts/people/service/write.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, EmploymentId, type PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

type Attitude = 'champion' | 'friendly' | 'neutral'

const NOW = new Date(2026, 10, 24, 10).getTime()
const noAccount = AccountId.parse('01890000-0000-7000-8000-000000000000')
let kernel: Kernel
let old = noAccount
let next = noAccount

beforeEach(() => {
  kernel = newKernel(() => NOW)
  const accounts = [{ name: '南浔木业' }, { name: '川渝宏泰' }]
  const ids = addAccounts(kernel, { commandId: command(), accounts }).accountIds
  old = ids[0] ?? noAccount
  next = ids[1] ?? noAccount
})

function someone(attitude: Attitude, since: string | null = '2015'): { id: PersonId; job: EmploymentId } {
  const employments = [{ accountId: old, title: '采购部长', department: '', since, until: null }]
  const people = [{ name: '老周', attitude, employments, custom: [] }]
  const [id] = addPeople(kernel, { commandId: command(), people, entryId: null }).personIds
  if (!id) throw new Error('nobody was added')
  return { id, job: EmploymentId.parse(getPerson(kernel, id).allEmployments[0]?.id) }
}

const move = (employmentId: EmploymentId, on: string, toAccountId = next) =>
  moveJob(kernel, { commandId: command(), employmentId, toAccountId, title: '副总', department: '', on })
const moves = (accountId: AccountId) => peopleOfAccount(kernel, accountId).moves

describe('a change of employer', () => {
  it('of somebody for us is a risk to the account they left and a lead at the new one; both are kept', () => {
    const { id, job } = someone('champion')
    move(job, '2026-05')
    expect(getPerson(kernel, id).allEmployments).toMatchObject([
      { accountName: '川渝宏泰', title: '副总', since: '2026-05', until: null, current: true },
      { accountName: '南浔木业', title: '采购部长', since: '2015', until: '2026-05', current: false },
    ])
    expect(moves(old)).toMatchObject([
      { kind: 'risk', name: '老周', accountName: '川渝宏泰', title: '副总', on: '2026-05' },
    ])
    expect(moves(next)).toMatchObject([
      { kind: 'lead', accountName: '南浔木业', title: '采购部长', on: '2026-05' },
    ])
    undo(kernel, command())
    expect(getPerson(kernel, id).allEmployments).toHaveLength(1)
    expect(moves(old)).toEqual([])
  })

  it.each([
    ['of somebody neutral', 'neutral', '2026-05'],
    ['of years ago', 'champion', '2023-01'],
  ] as const)('%s says nothing', (_, attitude, on) => {
    move(someone(attitude).job, on)
    expect([...moves(old), ...moves(next)]).toEqual([])
  })

  it('says nothing of somebody who is still here as well', () => {
    const { id } = someone('friendly')
    const employment = { accountId: next, title: '顾问', department: '', since: '2026', until: null }
    addEmployment(kernel, { commandId: command(), personId: id, employment })
    expect([...moves(old), ...moves(next)]).toEqual([])
    expect(getPerson(kernel, id).employments).toHaveLength(2)
  })

  it('is refused to an account that is gone, and before they came', () => {
    const { job } = someone('champion')
    expect(() => move(job, '2026-05', noAccount)).toThrow(
      expect.objectContaining({ code: 'ACCOUNT_NOT_FOUND' }),
    )
    expect(() => move(job, '2014-12')).toThrow(
      expect.objectContaining({
        code: 'VALUE_REFUSED',
        data: expect.objectContaining({ reason: 'endsBeforeItBegins' }),
      }),
    )
  })
})

describe('a place of work', () => {
  const change = (
    employmentId: EmploymentId,
    field: 'title' | 'since' | 'until',
    before: string | null,
    after: string | null,
  ) => changeEmployment(kernel, { commandId: command(), employmentId, field, before, after })

  it('takes other titles and dates as far as they are known', () => {
    const { id, job } = someone('neutral', null)
    change(job, 'title', '采购部长', '总监')
    change(job, 'since', null, '2019-03')
    change(job, 'until', null, '2026-11-25')
    expect(getPerson(kernel, id).allEmployments[0]).toMatchObject({
      title: '总监',
      since: '2019-03',
      current: true,
    })
    change(job, 'until', '2026-11-25', '2026-11-24')
    expect(getPerson(kernel, id).allEmployments[0]).toMatchObject({ current: false })
    expect(peopleOfAccount(kernel, old).cards[0]).toMatchObject({ current: false })
  })

  it.each([
    ['since', '去年'],
    ['until', '2026-02-30'],
    ['until', '2014'],
  ] as const)('refuses %s %s', (field, value) => {
    const { job } = someone('neutral')
    expect(() => change(job, field, field === 'since' ? '2015' : null, value)).toThrow(
      expect.objectContaining({ code: 'VALUE_REFUSED' }),
    )
  })

  it('is not overwritten when another window changed it, and can be taken back', () => {
    const { id, job } = someone('neutral')
    change(job, 'title', '采购部长', '总监')
    expect(() => change(job, 'title', '采购部长', '副总')).toThrow(
      expect.objectContaining({ code: 'CELLS_CHANGED' }),
    )
    removeEmployment(kernel, { commandId: command(), employmentId: job })
    expect(getPerson(kernel, id).allEmployments).toEqual([])
    expect(peopleOfAccount(kernel, old).cards).toEqual([])
  })
})

describe('the people of an account', () => {
  it('are counted beyond those who have a card, and whoever left takes no place of who is there', () => {
    const at = (until: string | null) => [{ accountId: old, title: '', department: '', since: '2015', until }]
    const many = (name: string, until: string | null, influence: number) =>
      Array.from({ length: 203 }, (_, nth) => ({
        name: `${name}${nth}`,
        influence,
        employments: at(until),
        custom: [],
      }))
    const people = [...many('走', '2020', 5), ...many('留', null, 2)]
    addPeople(kernel, { commandId: command(), people, entryId: null })
    const last = { name: '最重要的人', influence: 4, employments: at(null), custom: [] }
    addPeople(kernel, { commandId: command(), people: [last], entryId: null })
    const { cards, counts } = peopleOfAccount(kernel, old)
    expect(counts).toEqual({ current: 204, former: 203 })
    expect(cards.filter(({ current }) => current)).toHaveLength(200)
    expect(cards.filter(({ current }) => !current)).toHaveLength(200)
    expect(cards[0]?.name).toBe('最重要的人')
  })

  it.each(['2026-11-25', '2026-12', '2027', '2026-11-24', '2026-11', '2026'])(
    'who left on %s is counted as their card says',
    (until) => {
      const employments = [{ accountId: old, title: '', department: '', since: '2015', until }]
      const people = [{ name: '老周', employments, custom: [] }]
      addPeople(kernel, { commandId: command(), people, entryId: null })
      const { cards, counts } = peopleOfAccount(kernel, old)
      expect(counts.current).toBe(cards[0]?.current ? 1 : 0)
      expect(counts.current + counts.former).toBe(1)
    },
  )
})
