import { describe, expect, it } from 'vitest'
import { merge } from '../../../db/accounts/merging/service/merge.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { AccountId, IdeaId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { removeAsker, setAsker, tellAsker } from '../../../db/recovery/ideas/service/askers.ts'
import { getIdea, listIdeas } from '../../../db/recovery/ideas/service/read.ts'
import { stepIdea, weighIdea } from '../../../db/recovery/ideas/service/step.ts'
import { changeIdeas, noteIdea, proposeIdea, removeIdeas } from '../../../db/recovery/ideas/service/write.ts'
import { mergeCases } from '../../../db/recovery/service/merge.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { newCases } from './newCases.ts'

const TODAY = '2026-11-24'

type Proposed = Parameters<typeof proposeIdea>[1]['idea']

/** A department with an idea of its first account's case, whose chairman asked. */
function newIdeas() {
  const department = newCases()
  const { kernel, record, nanxun, chairman } = department
  const caseId = record()
  const propose = (given: Partial<Proposed> = {}): IdeaId =>
    proposeIdea(kernel, {
      commandId: command(),
      idea: {
        ...{ title: '换料前先给客户样板', detail: '', caseId, productId: null, ownerId: null, dueOn: null },
        asker: { accountId: nanxun, personId: chairman, askedOn: '2026-11-20' },
        ...given,
      },
    }).ideaId
  return { ...department, caseId, propose }
}

const sheet = (kernel: Kernel, ideaId: IdeaId) => getIdea(kernel, { ideaId }).idea
const take = (kernel: Kernel, ideaId: IdeaId, event: Parameters<typeof stepIdea>[1]['event'], note = '') =>
  stepIdea(kernel, { commandId: command(), ideaId, event, note })
const weigh = (kernel: Kernel, ideaId: IdeaId, value: number, effort: number) =>
  weighIdea(kernel, { commandId: command(), ideaId, value, effort, note: '' })
const tell = (kernel: Kernel, ideaId: IdeaId, accountId: AccountId, on: string | null = TODAY) =>
  tellAsker(kernel, {
    commandId: command(),
    ideaId,
    accountId,
    told: on === null ? null : { on, way: 'phone' },
  })
const ask = (kernel: Kernel, ideaId: IdeaId, accountId: AccountId, askedOn = TODAY) =>
  setAsker(kernel, { commandId: command(), ideaId, accountId, personId: null, askedOn })

/** Lets an idea go as far as its delivery. */
function deliver(kernel: Kernel, ideaId: IdeaId): void {
  weigh(kernel, ideaId, 4, 2)
  for (const event of ['accept', 'start', 'deliver'] as const) take(kernel, ideaId, event)
}

describe('an idea from a complaint', () => {
  it('names its case and customer, goes its way, and isn’t told before all who asked were', () => {
    const { kernel, propose, nanxun, hengyue, caseId } = newIdeas()
    const ideaId = propose()
    expect(sheet(kernel, ideaId)).toMatchObject({
      ...{ code: 'I-0001', state: 'proposed', caseId, caseCode: 'C-0001', account: '南浔木业' },
      askedBy: [{ account: '南浔木业', person: '沈木生', askedOn: '2026-11-20', told: null }],
    })
    ask(kernel, ideaId, hengyue)
    expect(() => take(kernel, ideaId, 'accept')).toThrow(
      refused('IDEA_STEP_REFUSED', { code: 'I-0001', event: 'accept' }),
    )
    expect(() => tell(kernel, ideaId, nanxun)).toThrow(refused('IDEA_NOT_DELIVERED', { code: 'I-0001' }))
    deliver(kernel, ideaId)
    expect(() => take(kernel, ideaId, 'tell')).toThrow(
      refused('IDEA_UNTOLD', { code: 'I-0001', names: ['南浔木业', '恒岳家居集团'] }),
    )
    tell(kernel, ideaId, nanxun)
    expect(() => take(kernel, ideaId, 'tell')).toThrow(
      refused('IDEA_UNTOLD', { code: 'I-0001', names: ['恒岳家居集团'] }),
    )
    expect(() => tell(kernel, ideaId, hengyue, '2026-11-25')).toThrow(refused('DAY_TO_COME'))
    expect(() => tell(kernel, ideaId, hengyue, '2026-11-23')).toThrow(refused('DAYS_OUT_OF_ORDER'))
    tell(kernel, ideaId, hengyue)
    take(kernel, ideaId, 'tell')
    expect(sheet(kernel, ideaId)).toMatchObject({ state: 'told', askers: 2, told: 2 })
    undo(kernel, command())
    expect(sheet(kernel, ideaId).state).toBe('delivered')
    expect(sheet(kernel, ideaId).events.map(({ kind }) => kind)).toEqual([
      'told',
      'told',
      'deliver',
      'start',
      'accept',
      'weigh',
      'asked',
      'asked',
    ])
  })

  it('stands as delivered again when a further customer asks, or when somebody wasn’t told after all', () => {
    const { kernel, propose, nanxun, hengyue } = newIdeas()
    const ideaId = propose()
    deliver(kernel, ideaId)
    tell(kernel, ideaId, nanxun)
    take(kernel, ideaId, 'tell')
    ask(kernel, ideaId, hengyue)
    expect(sheet(kernel, ideaId).state).toBe('delivered')
    undo(kernel, command())
    expect(sheet(kernel, ideaId)).toMatchObject({ state: 'told', askers: 1 })
    tell(kernel, ideaId, nanxun, null)
    expect(sheet(kernel, ideaId)).toMatchObject({ state: 'delivered', told: 0 })
  })

  it('that doesn’t do goes back to work with a reason, and is told anew once it does', () => {
    const { kernel, propose, nanxun } = newIdeas()
    const ideaId = propose()
    deliver(kernel, ideaId)
    tell(kernel, ideaId, nanxun)
    take(kernel, ideaId, 'tell')
    expect(() => take(kernel, ideaId, 'rework')).toThrow(refused('IDEA_NEEDS_REASON'))
    take(kernel, ideaId, 'rework', '样板晚了一周')
    expect(sheet(kernel, ideaId)).toMatchObject({ state: 'inWork', told: 0 })
    take(kernel, ideaId, 'refuse', '供应商做不到')
    tell(kernel, ideaId, nanxun)
    expect(sheet(kernel, ideaId)).toMatchObject({ state: 'refused', told: 1 })
    take(kernel, ideaId, 'takeUp')
    expect(sheet(kernel, ideaId)).toMatchObject({ state: 'proposed', weight: { value: 4, effort: 2 } })
  })

  it('of a case that was merged belongs to the one that it became', () => {
    const { kernel, propose, record, caseId } = newIdeas()
    propose()
    const kept = record({ title: '又发白' })
    mergeCases(kernel, { commandId: command(), caseId: kept, otherId: caseId })
    expect(listIdeas(kernel, { caseId: kept }).rows).toMatchObject([{ caseId: kept, caseCode: 'C-0002' }])
  })
})

describe('a suggestion without a complaint', () => {
  it('has who asked first as its origin', () => {
    const { kernel, propose, hengyue, nanxun } = newIdeas()
    const ideaId = propose({ caseId: null, asker: null })
    expect(sheet(kernel, ideaId)).toMatchObject({ caseId: null, account: null, askers: 0 })
    ask(kernel, ideaId, nanxun)
    ask(kernel, ideaId, hengyue, '2026-11-01')
    expect(sheet(kernel, ideaId).account).toBe('恒岳家居集团')
    removeAsker(kernel, { commandId: command(), ideaId, accountId: hengyue })
    expect(sheet(kernel, ideaId)).toMatchObject({ account: '南浔木业', askers: 1 })
    undo(kernel, command())
    expect(sheet(kernel, ideaId).askers).toBe(2)
  })

  it('is refused where it names nobody who is there or a day that nobody means, and nothing is written', () => {
    const { kernel, propose, nanxun } = newIdeas()
    const nobody = '0190a000-0000-7000-8000-000000000000'
    expect(() =>
      propose({ asker: { accountId: nobody as AccountId, personId: null, askedOn: TODAY } }),
    ).toThrow(refused('ACCOUNT_NOT_FOUND'))
    expect(() => propose({ asker: { accountId: nanxun, personId: null, askedOn: '2026-12-24' } })).toThrow(
      refused('DAY_TO_COME'),
    )
    expect(() => propose({ dueOn: '2046-12-24' })).toThrow(refused('DUE_OUT_OF_RANGE'))
    expect(listIdeas(kernel, {}).rows).toEqual([])
  })
})

describe('the list of ideas', () => {
  it('has late ones first, then what goes first, then what is over; a code never comes twice', () => {
    const { kernel, propose, clock } = newIdeas()
    const [later, first, over] = [
      propose({ title: '缓做' }),
      propose({ title: '先做' }),
      propose({ title: '不采纳' }),
    ]
    weigh(kernel, later, 2, 5)
    weigh(kernel, first, 5, 1)
    take(kernel, over, 'refuse', '重复')
    const titles = () => listIdeas(kernel, {}).rows.map(({ title }) => title)
    expect(titles()).toEqual(['先做', '缓做', '不采纳'])
    const due = { id: later, field: 'dueOn' as const, before: null, after: '2026-11-30' }
    changeIdeas(kernel, { commandId: command(), edits: [due] })
    clock.now += 10 * 86_400_000
    expect(titles()).toEqual(['缓做', '先做', '不采纳'])
    expect(listIdeas(kernel, {}).rows[0]?.late).toBe(4)
    removeIdeas(kernel, { commandId: command(), ideaIds: [over] })
    expect(sheet(kernel, propose()).code).toBe('I-0004')
    noteIdea(kernel, { commandId: command(), ideaId: first, text: '供应商同意' })
    expect(sheet(kernel, first).events[0]).toMatchObject({ kind: 'note', note: '供应商同意' })
  })
})

describe('merging who asked for an idea', () => {
  it('keeps an account that asked under both names once, with what it was told; an undo brings both back', () => {
    const { kernel, propose, nanxun, hengyue } = newIdeas()
    const ideaId = propose()
    ask(kernel, ideaId, hengyue)
    deliver(kernel, ideaId)
    tell(kernel, ideaId, hengyue)
    merge(kernel, { commandId: command(), subject: 'account', keepId: nanxun, goneId: hengyue, take: [] })
    expect(sheet(kernel, ideaId).askedBy).toMatchObject([
      { accountId: nanxun, person: '沈木生', askedOn: '2026-11-20', told: { on: TODAY } },
    ])
    ask(kernel, ideaId, nanxun, '2026-11-19')
    expect(sheet(kernel, ideaId)).toMatchObject({ askers: 1, told: 1 })
    undo(kernel, command())
    undo(kernel, command())
    expect(sheet(kernel, ideaId)).toMatchObject({ askers: 2, told: 1 })
  })

  it('names the person who is left where two turn out to be one', () => {
    const { kernel, propose, chairman, buyer } = newIdeas()
    const ideaId = propose()
    merge(kernel, { commandId: command(), subject: 'person', keepId: buyer, goneId: chairman, take: [] })
    expect(sheet(kernel, ideaId).askedBy).toMatchObject([{ personId: buyer, person: '费文娟' }])
    undo(kernel, command())
    expect(sheet(kernel, ideaId).askedBy).toMatchObject([{ personId: chairman }])
  })
})
