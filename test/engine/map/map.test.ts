import { beforeEach, describe, expect, it } from 'vitest'
import { setCoverage } from '../../../db/accounts/map/service/coverage.ts'
import { addRelation, changeRelation, removeRelations } from '../../../db/accounts/map/service/lines.ts'
import { placeNodes, resetPlaces } from '../../../db/accounts/map/service/places.ts'
import { readMap } from '../../../db/accounts/map/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember, removeMember } from '../../../db/department/service/members.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, type MemberId, PersonId, RowId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import type { Tx } from '../../../db/kernel/unit.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

const NOW = new Date('2026-11-24T10:00:00').getTime()
let kernel: Kernel
let account: AccountId
let elsewhere: AccountId
let lin: MemberId

beforeEach(() => {
  kernel = newKernel(() => NOW)
  lin = addMember(kernel, { commandId: command(), name: '林晓舟', role: '客户经理' }).memberId
  const added = addAccounts(kernel, {
    commandId: command(),
    accounts: [{ name: '恒岳', ownerId: lin }, { name: '宏泰' }],
  }).accountIds
  account = AccountId.parse(added[0])
  elsewhere = AccountId.parse(added[1])
})

const rows = (work: (tx: Tx) => void) =>
  kernel.write({ commandId: command(), label: { command: 'rows', params: {} } }, (tx) => {
    work(tx)
    return {}
  })

function person(name: string, until: string | null = null, at = account): PersonId {
  let id = ''
  rows((tx) => {
    id = tx.newId()
    tx.db.prepare('INSERT INTO person (id, name) VALUES (?, ?)').run(id, name)
    tx.db
      .prepare(
        `INSERT INTO employment (id, person_id, account_id, title, since, until) VALUES (?, ?, ?, '总监', '2020', ?)`,
      )
      .run(tx.newId(), id, at, until)
  })
  return PersonId.parse(id)
}

const contact = (personId: PersonId, happenedOn: string, deleted = 0) =>
  rows((tx) => {
    const entry = tx.newId()
    tx.db
      .prepare(
        `INSERT INTO log_entry (id, account_id, happened_on, channel, text, recorded_at, deleted)
         VALUES (?, ?, ?, 'call', '问好', ?, ?)`,
      )
      .run(entry, account, happenedOn, tx.now, deleted)
    tx.db
      .prepare('INSERT INTO log_person (id, entry_id, person_id) VALUES (?, ?, ?)')
      .run(tx.newId(), entry, personId)
  })

const draw = (fromId: PersonId, toId: PersonId, kind: 'reports' | 'influences' | 'conflicts' = 'reports') =>
  addRelation(kernel, { commandId: command(), accountId: account, fromId, toId, kind }).relationId
const map = () => readMap(kernel, account)

describe('what the map shows', () => {
  it('who works there now, when they were last in contact, and who of ours has to do with them', () => {
    const wu = person('吴国梁')
    person('走了的人', '2026-06')
    person('要走的人', '2026-12-31')
    person('别家的人', null, elsewhere)
    contact(wu, '2026-10-01')
    contact(wu, '2026-11-03')
    contact(wu, '2026-11-20', 1)
    contact(wu, '2026-12-24')
    expect(
      map()
        .people.map(({ name }) => name)
        .sort(),
    ).toEqual(['吴国梁', '要走的人'])
    expect(map().people.find(({ id }) => id === wu)).toMatchObject({ title: '总监', lastMet: '2026-11-03' })
    expect(map().members).toEqual([{ id: lin, name: '林晓舟', role: '客户经理', owner: true }])
    expect(map()).toMatchObject({ today: '2026-11-24', tier: null, interval: 90 })
  })

  it('is refused for an account that is not there', () => {
    const noAccount = AccountId.parse('01890000-0000-7000-8000-000000000000')
    expect(() => readMap(kernel, noAccount)).toThrow(expect.objectContaining(refusal('ACCOUNT_NOT_FOUND')))
  })

  it('an account of forty people is read as one', () => {
    const first = person('甲0')
    for (let at = 1; at < 40; at += 1) draw(person(`甲${at}`), first)
    expect(map().people).toHaveLength(40)
    expect(map().relations).toHaveLength(39)
  })
})

describe('lines', () => {
  it('are drawn, changed, turned round and removed, and each undo takes one step back', () => {
    const [wu, tang] = [person('吴国梁'), person('唐海平')]
    const relationId = draw(tang, wu)
    const before = { fromId: tang, toId: wu, kind: 'reports' as const, note: '' }
    const after = { fromId: wu, toId: tang, kind: 'influences' as const, note: '老同学' }
    changeRelation(kernel, { commandId: command(), relationId, before, after })
    expect(map().relations).toEqual([{ id: relationId, ...after }])
    removeRelations(kernel, { commandId: command(), relationIds: [relationId] })
    expect(map().relations).toEqual([])
    undo(kernel, command())
    expect(map().relations).toEqual([{ id: relationId, ...after }])
    undo(kernel, command())
    expect(map().relations).toEqual([{ id: relationId, ...before }])
    undo(kernel, command())
    expect(map().relations).toEqual([])
  })

  it('nobody reports to themselves or in a circle, neither by a new line nor by a changed one', () => {
    const [a, b, c] = [person('甲'), person('乙'), person('丙')]
    draw(a, b)
    draw(b, c)
    expect(() => draw(a, a)).toThrow(expect.objectContaining(refusal('LINE_TO_SELF', { name: '甲' })))
    const circle = refusal('REPORTS_IN_CIRCLE', { names: '丙 → 甲 → 乙 → 丙' })
    expect(() => draw(c, a)).toThrow(expect.objectContaining(circle))
    const relationId = draw(c, a, 'influences')
    const before = { fromId: c, toId: a, kind: 'influences' as const, note: '' }
    const after = { ...before, kind: 'reports' as const }
    expect(() => changeRelation(kernel, { commandId: command(), relationId, before, after })).toThrow(
      expect.objectContaining(circle),
    )
    expect(
      map()
        .relations.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['influences', 'reports', 'reports'])
  })

  it('the same line is not drawn twice; being at odds has no direction', () => {
    const [a, b] = [person('甲'), person('乙')]
    draw(a, b, 'conflicts')
    const exists = expect.objectContaining(refusal('LINE_EXISTS', { from: '乙', to: '甲' }))
    expect(() => draw(b, a, 'conflicts')).toThrow(exists)
    draw(a, b, 'influences')
    draw(b, a, 'influences')
    expect(map().relations).toHaveLength(3)
  })

  it('go only between people who work there now', () => {
    const [a, other] = [person('甲'), person('别家的人', null, elsewhere)]
    expect(() => draw(a, other)).toThrow(expect.objectContaining(refusal('MAP_PERSON_NOT_FOUND')))
  })

  it('another window’s change is not overwritten', () => {
    const [a, b] = [person('甲'), person('乙')]
    const relationId = draw(a, b)
    const before = { fromId: a, toId: b, kind: 'reports' as const, note: '' }
    const noted = { ...before, note: '虚线' }
    changeRelation(kernel, { commandId: command(), relationId, before, after: noted })
    changeRelation(kernel, { commandId: command(), relationId, before, after: noted })
    const late = { ...before, note: '实线' }
    expect(() => changeRelation(kernel, { commandId: command(), relationId, before, after: late })).toThrow(
      expect.objectContaining({ code: 'CELLS_CHANGED' }),
    )
    expect(map().relations[0]?.note).toBe('虚线')
    const gone = RowId.parse('01890000-0000-7000-8000-000000000000')
    expect(() => removeRelations(kernel, { commandId: command(), relationIds: [relationId, gone] })).toThrow(
      expect.objectContaining(refusal('RELATION_NOT_FOUND')),
    )
    expect(map().relations).toHaveLength(1)
  })
})

describe('coverage', () => {
  it('says how well one of ours knows them; a colleague who left is no longer on the map', () => {
    const wu = person('吴国梁')
    const { memberId } = addMember(kernel, { commandId: command(), name: '秦素', role: '财务经理' })
    const set = (before: Parameters<typeof setCoverage>[1]['before'], depth: number, wanted: number | null) =>
      setCoverage(kernel, {
        commandId: command(),
        personId: wu,
        memberId,
        before,
        after: { depth, wanted },
      })
    set(null, 1, 3)
    expect(map().coverage).toEqual([{ personId: wu, memberId, depth: 1, wanted: 3 }])
    expect(
      map()
        .members.map(({ name }) => name)
        .sort(),
    ).toEqual(['林晓舟', '秦素'])
    expect(() => set(null, 2, 3)).toThrow(expect.objectContaining({ code: 'CELLS_CHANGED' }))
    set({ depth: 1, wanted: 3 }, 3, 3)
    undo(kernel, command())
    expect(map().coverage[0]?.depth).toBe(1)
    removeMember(kernel, { commandId: command(), memberId })
    expect(map().coverage).toEqual([])
    expect(map().members.map(({ name }) => name)).toEqual(['林晓舟'])
  })
})

describe('places', () => {
  it('are kept for many at once, moved, undone and forgotten', () => {
    const wu = person('吴国梁')
    const place = (x: number, y: number) =>
      placeNodes(kernel, {
        commandId: command(),
        accountId: account,
        places: [
          { nodeId: wu, x, y },
          { nodeId: lin, x: -4, y: 0 },
        ],
      })
    const where = () => map().places.find(({ nodeId }) => nodeId === wu)
    place(10, -20)
    place(12, 30)
    expect(map().places).toHaveLength(2)
    expect(where()).toMatchObject({ x: 12, y: 30 })
    expect(place(12, 30).txnId).toBeNull()
    undo(kernel, command())
    expect(where()).toMatchObject({ x: 10, y: -20 })
    resetPlaces(kernel, { commandId: command(), accountId: account })
    expect(map().places).toEqual([])
    undo(kernel, command())
    expect(where()).toMatchObject({ x: 10, y: -20 })
    resetPlaces(kernel, { commandId: command(), accountId: account })
    place(1, 2)
    expect(where()).toMatchObject({ x: 1, y: 2 })
  })
})
