import { beforeEach, describe, expect, it } from 'vitest'
import { tierAverage } from '../../../db/accounts/portrait/service/average.ts'
import {
  accountCompleteness,
  completenessOf,
  completenessOfAll,
} from '../../../db/accounts/portrait/service/completeness.ts'
import { accountHead } from '../../../db/accounts/portrait/service/head.ts'
import { peopleCompleteness, personPortrait } from '../../../db/accounts/portrait/service/person.ts'
import { addPromises } from '../../../db/accounts/promises/service/add.ts'
import { settlePromises } from '../../../db/accounts/promises/service/settle.ts'
import { addFigure } from '../../../db/accounts/service/figures.ts'
import { addAccounts, removeAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { AccountId, MemberId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

const TODAY = '2026-11-24'
const nobody = '01890000-0000-7000-8000-000000000000'
let kernel: Kernel
let account = AccountId.parse(nobody)
let other = AccountId.parse(nobody)
let member = MemberId.parse(nobody)

beforeEach(() => {
  kernel = newKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  const accounts = [{ name: '恒岳家居集团' }, { name: '南浔木业' }]
  const added = addAccounts(kernel, { commandId: command(), accounts }).accountIds
  account = added[0] ?? account
  other = added[1] ?? other
  member = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' }).memberId
})

type Row = Readonly<Record<string, string | number | null>>

/** Writes a row as the part that owns its table would; answers with its id. */
function insert(table: string, row: Row): string {
  let id = ''
  kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => {
    id = tx.newId()
    const columns = Object.keys({ id, ...row })
    tx.db
      .prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
      .run(id, ...Object.values(row))
    return {}
  })
  return id
}
const set = (id: string, row: Row, table = 'account'): void => {
  kernel.write({ commandId: command(), label: { command: 'editAccounts', params: {} } }, (tx) => {
    const assignments = Object.keys(row).map((column) => `${column} = ?`)
    tx.db.prepare(`UPDATE ${table} SET ${assignments.join()} WHERE id = ?`).run(...Object.values(row), id)
    return {}
  })
}
const addPerson = (name: string, row: Row = {}, at: AccountId = account): PersonId => {
  const id = PersonId.parse(insert('person', { name, ...row }))
  insert('employment', { person_id: id, account_id: at })
  return id
}
const entry = (on: string, row: Row = {}) =>
  insert('log_entry', {
    account_id: account,
    member_id: member,
    happened_on: on,
    channel: 'visit',
    text: '参观',
    recorded_at: `${on}T02:00:00.000Z`,
    ...row,
  })
const percent = (): number => completenessOf(kernel.db, [account], TODAY).get(account) ?? -1
const completeness = () => accountCompleteness(kernel, account)
const source = (on: string) => JSON.stringify({ '*': { on, by: null, entry: null } })

describe('an account’s completeness', () => {
  it('rises with each fact wherever it is kept: fields, people, log, analyses, figures', () => {
    addFigure(kernel, { commandId: command(), name: '年交易额', unit: 'money' })
    const before = percent()
    const risen = (write: () => void): void => {
      const was = percent()
      write()
      expect(percent()).toBeGreaterThan(was)
    }
    risen(() => set(account, { owner_id: member, industry: '实木家具' }))
    risen(() => addPerson('吴国梁', { decision_role: 'decides', attitude: 'champion' }))
    risen(() => entry(TODAY))
    risen(() =>
      insert('account_decision', {
        account_id: account,
        decision: 'invest',
        reason: '份额',
        decided_on: TODAY,
      }),
    )
    expect(completenessOf(kernel.db, [other], TODAY).get(other)).toBe(before)
  })

  it('takes a fact past its shelf life for half, and for whole again once it is confirmed', () => {
    set(account, { credit_days: 45, payment_behaviour: '月结', sources: source('2024-01-01') })
    const stale = percent()
    set(account, { sources: source(TODAY) })
    expect(percent()).toBeGreaterThan(stale)
  })

  it('names the decision maker, people and contact first where nothing is known, with the points they bring', () => {
    const { percent: now, afterwards, gaps, tier } = completeness()
    expect(tier).toBeNull()
    expect(gaps.map((gap) => (gap.of === 'account' ? gap.fact : gap.name))).toEqual([
      'contact',
      'ownerId',
      'people',
    ])
    expect(gaps.map(({ points }) => points)).toEqual([10, 8, 7])
    expect(afterwards).toBe(now + 25)
  })

  it('tells what a person lacks by the person', () => {
    const words = { industry: '实木家具', region: '浙江东阳', address: '横店', phone: '0579' }
    const terms = { credit_days: 45, payment_behaviour: '月结' }
    const choices = { lifecycle: 'active', kind: 'production', cycle: 'longTerm' }
    set(account, { owner_id: member, ...words, ...terms, ...choices })
    entry(TODAY)
    insert('account_decision', { account_id: account, decision: 'invest', reason: '份额', decided_on: TODAY })
    const id = addPerson('高卉', { influence: 5 })
    const gap = completeness().gaps.find(({ of }) => of === 'person')
    expect(gap).toMatchObject({
      personId: id,
      name: '高卉',
      parts: ['birthday', 'attitude', 'decisionRole', 'coverage'],
    })
  })

  it('counts only people who work there today, each once', () => {
    const gone = addPerson('走了')
    set(gone, { birthday: 'solar:1970-01-01', native_place: '浙江' }, 'person')
    const withThem = percent()
    kernel.write({ commandId: command(), label: { command: 'editAccounts', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE employment SET until = ? WHERE person_id = ?').run('2026-10', gone)
      return {}
    })
    expect(percent()).toBeLessThan(withThem)
    const twice = addPerson('兼职')
    const once = percent()
    insert('employment', { person_id: twice, account_id: account, title: '监事' })
    expect(percent()).toBe(once)
  })

  it('says the same of one, of some, and of all, and leaves out deleted accounts', async () => {
    set(account, { owner_id: member, lifecycle: 'active' })
    addPerson('吴国梁', { attitude: 'champion' })
    entry('2026-01-01')
    const all = await completenessOfAll(kernel)
    expect(all).toEqual(completenessOf(kernel.db, [account, other], TODAY))
    expect(all.get(account)).toBe(completeness().percent)
    expect(tierAverage(kernel, null)).toEqual({
      percent: Math.round(((all.get(account) ?? 0) + (all.get(other) ?? 0)) / 2),
      accounts: 2,
    })
    expect(tierAverage(kernel, 'key')).toEqual({ percent: null, accounts: 0 })
    removeAccounts(kernel, { commandId: command(), accountIds: [other] })
    expect([...(await completenessOfAll(kernel)).keys()]).toEqual([account])
    expect(() => accountCompleteness(kernel, other)).toThrow('ACCOUNT_NOT_FOUND')
  })
})

describe('a person’s completeness', () => {
  it('rises as facts are learned, and names the most valuable gaps', () => {
    const id = addPerson('高卉')
    expect(personPortrait(kernel, id)).toMatchObject({
      percent: 0,
      gaps: [{ fact: 'attitude', points: 14 }, { fact: 'decisionRole' }, { fact: 'phone' }],
    })
    set(id, { attitude: 'cool', wechat: 'gaohui', sources: source('2026-11-01') }, 'person')
    expect(personPortrait(kernel, id).percent).toBe(24)
    set(id, { sources: source('2026-01-01') }, 'person')
    expect(peopleCompleteness(kernel.db, [id], TODAY).get(id)?.percent).toBe(17)
    expect(() => personPortrait(kernel, PersonId.parse(nobody))).toThrow('PERSON_NOT_FOUND')
  })
})

describe('the head of an account', () => {
  it('says nothing that is not known', () => {
    expect(accountHead(kernel, account)).toMatchObject({
      score: null,
      change: null,
      trend: [],
      figures: { volume: null, profit: null, share: null, growth: null },
      contact: null,
      next: null,
      owner: null,
      group: [],
      counts: { log: 0, promises: 0 },
    })
    expect(() => accountHead(kernel, AccountId.parse(nobody))).toThrow('ACCOUNT_NOT_FOUND')
  })

  it('tells owner, group, figures by what they are, newest contact, next step and the kept-rate', () => {
    const volume = addFigure(kernel, { commandId: command(), name: '年交易额', unit: 'money' }).figureId
    const profit = addFigure(kernel, { commandId: command(), name: '年利润贡献', unit: 'money' }).figureId
    set(account, {
      owner_id: member,
      figures: JSON.stringify({ [volume]: 6_842_000_000, [profit]: 1_094_000_000 }),
    })
    insert('group_seat', { account_id: account, member_id: member, function: '代管' })
    entry('2026-11-20', { channel: 'call', next_step: '送样', next_on: '2026-11-26', next_by: member })
    entry('2026-11-21')
    entry('2026-11-23', { deleted: 1 })
    const made = { accountId: account, madeOn: '2026-11-01' }
    const [kept, broken] = addPromises(kernel, {
      commandId: command(),
      promises: [
        { ...made, what: '一' },
        { ...made, what: '二' },
        { ...made, what: '三', dueOn: '2026-11-20' },
      ],
    }).promiseIds
    if (!kept || !broken) throw new Error('not added')
    settlePromises(kernel, { commandId: command(), promiseIds: [kept], to: 'kept', note: '' })
    settlePromises(kernel, { commandId: command(), promiseIds: [broken], to: 'broken', note: '' })
    expect(accountHead(kernel, account)).toMatchObject({
      owner: { id: member, name: '林晓舟' },
      group: [{ name: '林晓舟', function: '代管' }],
      figures: {
        volume: { name: '年交易额', value: 6_842_000_000 },
        profit: { name: '年利润贡献', value: 1_094_000_000 },
      },
      contact: { on: '2026-11-21', days: 3, member: '林晓舟', channel: 'visit' },
      next: { on: '2026-11-26', what: '送样', by: '林晓舟' },
      promises: { all: { open: 1, late: 1, kept: 1, broken: 1, rate: 500 } },
      counts: { log: 2, promises: 1 },
    })
  })
})
