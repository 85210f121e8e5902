import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { peopleOfAccount } from '../../../db/accounts/people/service/ofAccount.ts'
import { getPerson, listPeople } from '../../../db/accounts/people/service/read.ts'
import { addWarning, removeWarning, revealFact } from '../../../db/accounts/people/service/sensitive.ts'
import { addPeople, editPeople } from '../../../db/accounts/people/service/write.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { listHistory, redo, undo } from '../../../db/kernel/history.ts'
import { AccountId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

const NOW = new Date(2026, 10, 24, 10).getTime()
const SECRET = '儿子在澳洲读书，母亲卧病'
let kernel: Kernel
let here = AccountId.parse('01890000-0000-7000-8000-000000000000')
let person = PersonId.parse('01890000-0000-7000-8000-000000000000')

beforeEach(() => {
  kernel = newKernel(() => NOW)
  here = addAccounts(kernel, { commandId: command(), accounts: [{ name: '恒岳' }] }).accountIds[0] ?? here
  const { memberId } = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' })
  changeSettings(kernel, { me: memberId })
  const employments = [{ accountId: here, title: '', department: '', since: null, until: null }]
  const people = [{ name: '郑明霞', family: SECRET, idNumber: '330724198011260021', employments, custom: [] }]
  person = addPeople(kernel, { commandId: command(), people, entryId: null }).personIds[0] ?? person
})

const page = () => getPerson(kernel, person)
const reveal = (field: 'family' | 'warningSigns') =>
  revealFact(kernel, { commandId: command(), personId: person, field })
const edit = (before: string, after: string) =>
  editPeople(kernel, {
    commandId: command(),
    entryId: null,
    custom: [],
    fields: [{ personId: person, field: 'family', before, after }],
  })

describe('masked facts', () => {
  it('are in no list and on no page, but that they are there is', () => {
    addWarning(kernel, { commandId: command(), personId: person, sign: '好赌', why: '澳门回来借钱' })
    const told = JSON.stringify([page(), listPeople(kernel, { limit: 10 }), peopleOfAccount(kernel, here)])
    for (const secret of [SECRET, '330724198011260021', '好赌', '澳门']) expect(told).not.toContain(secret)
    expect(page().filled).toEqual(['family', 'idNumber', 'warningSigns'])
    expect(page().warnings).toBe(1)
  })

  it('are told when revealed, which is recorded with who and when', () => {
    expect(reveal('family').value).toEqual({ field: 'family', text: SECRET })
    expect(page().reveals).toEqual([
      { field: 'family', by: '林晓舟', at: expect.stringMatching(/^2026-11-2\dT.*Z$/) },
    ])
    expect(listHistory(kernel, { limit: 1 }).entries[0]).toMatchObject({
      label: { command: 'revealFact', params: { name: '郑明霞', field: 'family' } },
    })
  })

  it('are recorded once where the same look is asked for twice', () => {
    const commandId = command()
    for (const _ of [1, 2]) revealFact(kernel, { commandId, personId: person, field: 'family' })
    expect(page().reveals).toHaveLength(1)
  })

  it('are kept in no second place by a look: not among the answers of commands', () => {
    reveal('family')
    const replies = kernel.db.prepare<[], string>('SELECT reply FROM command_receipt').pluck().all()
    expect(replies.join()).not.toContain(SECRET)
  })

  it('leave undo and redo as they were when looked at, also after a restart', () => {
    edit(SECRET, '有变化')
    undo(kernel, command())
    reveal('family')
    expect(kernel.undoStacks.state()).toMatchObject({ redo: { command: 'editPeople' } })
    redo(kernel, command())
    expect(reveal('family').value).toEqual({ field: 'family', text: '有变化' })
    undo(kernel, command())
    expect(reveal('family').value).toEqual({ field: 'family', text: SECRET })
    expect(page().reveals).toHaveLength(3)
  })

  it("aren't told by a conflict either", () => {
    expect(() => edit('', '想猜一猜')).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED', { cells: 1, name: '郑明霞', current: '···' })),
    )
  })

  it('stay out of the log of slow calls and errors', () => {
    reveal('family')
    const logs = readdirSync(kernel.dataFolder).filter((name) => name.endsWith('.log'))
    for (const name of logs) expect(readFileSync(join(kernel.dataFolder, name), 'utf8')).not.toContain(SECRET)
  })
})

describe('warning signs', () => {
  it('say who recorded them, when and why; one can be taken away and brought back', () => {
    const { warningId } = addWarning(kernel, {
      commandId: command(),
      personId: person,
      sign: '好赌',
      why: '司机说的',
    })
    const sign = { id: warningId, sign: '好赌', why: '司机说的', notedBy: '林晓舟', notedOn: '2026-11-24' }
    expect(reveal('warningSigns').value).toEqual({ field: 'warningSigns', signs: [sign] })
    removeWarning(kernel, { commandId: command(), warningId })
    expect(page().filled).not.toContain('warningSigns')
    undo(kernel, command())
    expect(reveal('warningSigns').value).toEqual({ field: 'warningSigns', signs: [sign] })
    expect(JSON.stringify(listHistory(kernel, { limit: 10 }).entries)).not.toContain('好赌')
  })
})
