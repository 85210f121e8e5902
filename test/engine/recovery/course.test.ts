import { describe, expect, it } from 'vitest'
import { removeMember } from '../../../db/department/service/members.ts'
import { undo } from '../../../db/kernel/history.ts'
import { listRemedies, saveRemedy } from '../../../db/recovery/remedies/service/remedies.ts'
import { caseRows } from '../../../db/recovery/rules/caseTable.ts'
import { CASE_EVENTS, CASE_STATES, TRANSITIONS } from '../../../db/recovery/rules/states.ts'
import { changeCases, noteCase, writeAnswer, writeFinding } from '../../../db/recovery/service/change.ts'
import { setCaseMember } from '../../../db/recovery/service/links.ts'
import { mergeCases, splitCase } from '../../../db/recovery/service/merge.ts'
import { listCases } from '../../../db/recovery/service/read.ts'
import { foreseeCase } from '../../../db/recovery/service/record.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { caseIn, FINE, newCases, sheetOf, step } from './newCases.ts'

const HOUR = 3_600_000

describe('the course of a case', () => {
  it.each(CASE_STATES)(
    'from %s takes the steps of the table and refuses all others, telling where it stands',
    (state) => {
      const { kernel, caseId } = caseIn(state)
      for (const event of CASE_EVENTS) {
        const to = TRANSITIONS[state][event]
        if (to === undefined)
          expect(() => step(kernel, caseId, event, { note: '原因' })).toThrow(
            refused('CASE_STEP_REFUSED', { code: 'C-0001', state, event }),
          )
        else {
          step(kernel, caseId, event, { note: '原因' })
          expect(sheetOf(kernel, caseId).state).toBe(to)
          undo(kernel, command())
          expect(sheetOf(kernel, caseId).state).toBe(state)
        }
      }
    },
  )

  it('runs its clocks by severity from when it came, in working time', () => {
    const { kernel, record } = newCases()
    // a Tuesday, 10:00; the built-in calendar works 08:30–12:00 and 13:30–18:00
    const due = (impact: 1 | 2 | 3) => {
      const { clocks } = sheetOf(kernel, record({ impact }))
      return Object.entries(clocks).map(([name, clock]) =>
        clock.kind === 'running' ? `${name} ${clock.span / HOUR}` : name,
      )
    }
    expect(due(1)).toEqual(['answer 2', 'contain 4', 'interim', 'solution 24'])
    expect(due(2)).toEqual(['answer 12', 'contain 4', 'interim 16', 'solution 40'])
    expect(due(3)).toEqual(['answer 24', 'contain', 'interim', 'solution 24'])
  })

  it('meets its clocks, begins the wait for news anew, and keeps what was missed', () => {
    const { kernel, clock, record } = newCases()
    const id = record({ impact: 2 })
    clock.now += 3 * 24 * HOUR
    step(kernel, id, 'acknowledge')
    const late = sheetOf(kernel, id)
    expect(late.misses.map((miss) => miss.clock)).toEqual(['answer', 'contain', 'interim'])
    expect(late.clocks.answer.kind).toBe('met')
    expect(late.clocks.interim).toMatchObject({ kind: 'running', from: clock.now, run: 2 })
    step(kernel, id, 'grade', { grading: { impact: 3, urgency: 3 } })
    expect(sheetOf(kernel, id)).toMatchObject({
      grading: { severity: 3 },
      clocks: { contain: { kind: 'none' }, solution: { kind: 'running', span: 24 * HOUR } },
    })
  })

  it('has the harm contained first where it is grave', () => {
    const { kernel, record } = newCases()
    const id = record({ impact: 2 })
    step(kernel, id, 'acknowledge')
    step(kernel, id, 'grade')
    expect(sheetOf(kernel, id).bars).toEqual([{ event: 'check', bar: 'notContained' }])
    expect(() => step(kernel, id, 'check')).toThrow(
      refused('CASE_BARRED', { code: 'C-0001', reason: 'notContained' }),
    )
    step(kernel, id, 'contain')
    // what was found is written down before it counts as checked
    expect(sheetOf(kernel, id).bars).toEqual([{ event: 'check', bar: 'unchecked' }])
    writeFinding(kernel, {
      commandId: command(),
      caseId: id,
      before: null,
      after: { true: 'partly', what: '四组' },
    })
    step(kernel, id, 'check')
    expect(sheetOf(kernel, id).state).toBe('checked')
  })

  it('is not closed before the customer has answered, and begins again where they refuse', () => {
    const { kernel, caseId } = caseIn('told')
    const refuses = { answer: 'refuses', words: '不够', personId: null, unasked: '' } as const
    writeAnswer(kernel, { commandId: command(), caseId, before: FINE, after: refuses })
    expect(() => step(kernel, caseId, 'accept')).toThrow(
      refused('CASE_BARRED', { code: 'C-0001', reason: 'refused' }),
    )
    expect(() => step(kernel, caseId, 'refuse')).toThrow(refused('CASE_NEEDS_REASON', { event: 'refuse' }))
    step(kernel, caseId, 'refuse', { note: '要书面检测报告' })
    expect(sheetOf(kernel, caseId)).toMatchObject({ state: 'escalated', refused: 1, toldAt: null })
  })

  it('is locked once it is over, but for what is learnt afterwards', () => {
    const { kernel, caseId, boss } = caseIn('closed')
    const closed = refused('CASE_CLOSED', { code: 'C-0001' })
    const write = (field: 'loss' | 'contentAfter', after: number) =>
      changeCases(kernel, { commandId: command(), edits: [{ id: caseId, field, before: null, after }] })
    const say = { commandId: command(), caseId, before: FINE, after: { ...FINE, words: '改口' } }
    const remedy = { kind: 'compensation', what: '赔', ownerId: boss, dueOn: null, amount: 1 } as const
    expect(() => write('loss', 1)).toThrow(closed)
    expect(() => writeAnswer(kernel, say)).toThrow(closed)
    expect(() => saveRemedy(kernel, { commandId: command(), caseId, remedyId: null, remedy })).toThrow(closed)
    write('contentAfter', 5)
    noteCase(kernel, { commandId: command(), caseId, text: '回访过了', theirs: false, personId: null })
    step(kernel, caseId, 'reopen', { note: '又白了' })
    write('loss', 1)
  })

  it('keeps who worked on it, also once they left the department', () => {
    const { kernel, record, deputy } = newCases()
    const id = record()
    const remedy = { kind: 'service', what: '返修', ownerId: deputy, dueOn: null, amount: 0 } as const
    saveRemedy(kernel, { commandId: command(), caseId: id, remedyId: null, remedy })
    changeCases(kernel, {
      commandId: command(),
      edits: [{ id, field: 'investigatorId', before: null, after: deputy }],
    })
    setCaseMember(kernel, { commandId: command(), caseId: id, memberId: deputy, part: '查批次', there: true })
    const { investigator, members } = sheetOf(kernel, id)
    const [done] = listRemedies(kernel, { caseId: id }).remedies
    removeMember(kernel, { commandId: command(), memberId: deputy })
    expect(sheetOf(kernel, id)).toMatchObject({ investigatorId: null, investigator, members })
    expect(listRemedies(kernel, { caseId: id }).remedies).toEqual([{ ...done, ownerId: null }])
    expect(members).toHaveLength(1)
  })

  it('asks the customer anew once it is reopened', () => {
    const { kernel, caseId } = caseIn('closed')
    step(kernel, caseId, 'reopen', { note: '又白了' })
    expect(sheetOf(kernel, caseId).answer).toBeNull()
  })

  it('takes two people who move it at once one after the other: the second is told where it stands', () => {
    const { kernel, record } = newCases()
    const id = record()
    step(kernel, id, 'acknowledge')
    expect(() => step(kernel, id, 'acknowledge')).toThrow(
      refused('CASE_STEP_REFUSED', { code: 'C-0001', state: 'acknowledged', event: 'acknowledge' }),
    )
  })
})

describe('recording a case', () => {
  it('refuses one that is older than the account, or to come', () => {
    const { kernel, nanxun, record } = newCases()
    kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
      tx.db.prepare(`UPDATE account SET cooperation_since = '2024-03' WHERE id = ?`).run(nanxun)
      return {}
    })
    expect(() => record({ happenedOn: '2024-02-29' })).toThrow(
      refused('CASE_BEFORE_ACCOUNT', { day: '2024-02-29', since: '2024-03' }),
    )
    expect(sheetOf(kernel, record({ happenedOn: '2024-03-01' })).happenedOn).toBe('2024-03-01')
    expect(() => record({ cameAt: '2026-11-25T02:00:00Z' })).toThrow(
      refused('ASKED_AT_REFUSED', { at: '2026-11-25T02:00:00.000Z', reason: 'future', from: '2021-11-23' }),
    )
  })

  it('foresees what is due, and what of the account’s past it may repeat', () => {
    const { kernel, nanxun, hengyue, record } = newCases()
    const id = record({ category: 'product' })
    record({ category: 'delivery' })
    const { alike, severity, due } = foreseeCase(kernel, {
      accountId: nanxun,
      category: 'product',
      impact: 1,
      urgency: 3,
    })
    expect(alike.map((each) => each.id)).toEqual([id])
    expect([severity, Object.keys(due)]).toEqual([1, ['answer', 'contain', 'solution']])
    expect(
      foreseeCase(kernel, { accountId: hengyue, category: 'product', impact: 4, urgency: 4 }).alike,
    ).toEqual([])
  })

  it('puts the gravest first into the list, of which the first lines can be had', () => {
    const { kernel, record } = newCases()
    for (const impact of [3, 1, 2] as const) record({ impact, title: `第 ${impact} 级` })
    const rows = caseRows(listCases(kernel, { show: 'open' }))
    expect(rows.map(({ severity, title, state }) => [severity, title, state])).toEqual(
      [1, 2, 3].map((impact) => [impact, `第 ${impact} 级`, 'recorded']),
    )
    const first = listCases(kernel, { show: 'open', limit: 2 })
    expect([caseRows(first), first.more]).toEqual([rows.slice(0, 2), true])
    expect(caseRows(listCases(kernel, { show: 'ended' }))).toEqual([])
  })
})

describe('two cases that turn out to be one', () => {
  it('are read as one, also by the list, and are two again when that is undone', () => {
    const { kernel, hengyue, record } = newCases()
    const [kept, other] = [record(), record({ title: '又发白' })]
    noteCase(kernel, {
      commandId: command(),
      caseId: other,
      text: '第二批也发白',
      theirs: true,
      personId: null,
    })
    mergeCases(kernel, { commandId: command(), caseId: kept, otherId: other })
    expect(sheetOf(kernel, kept).events.map(({ kind, note }) => [kind, note])).toEqual([
      ['word', '第二批也发白'],
      ['merged', 'C-0002 又发白'],
    ])
    expect(caseRows(listCases(kernel, { show: 'all' })).map(({ code }) => code)).toEqual(['C-0001'])
    undo(kernel, command())
    expect(sheetOf(kernel, kept).events).toEqual([])
    expect(sheetOf(kernel, other).events).toHaveLength(1)
    expect(() =>
      mergeCases(kernel, { commandId: command(), caseId: kept, otherId: record({ accountId: hengyue }) }),
    ).toThrow(refused('CASES_DIFFER', { code: 'C-0001', other: 'C-0003' }))
  })

  it('give what the one lacks to it, and the other leads there until it is split off', () => {
    const { kernel, record } = newCases()
    const kept = record({ words: '白了' })
    const other = record({ words: '又白了', remedyAsked: '检测报告', happenedOn: '2026-11-20' })
    mergeCases(kernel, { commandId: command(), caseId: kept, otherId: other })
    expect(sheetOf(kernel, kept)).toMatchObject({
      words: '白了',
      remedyAsked: '检测报告',
      happenedOn: '2026-11-20',
      mergedInto: null,
    })
    expect(sheetOf(kernel, other).mergedInto).toMatchObject({ id: kept })
    const gone = refused('CASE_MERGED', { code: 'C-0002', into: 'C-0001' })
    const edit = { id: other, field: 'place', before: '', after: '2 号线' } as const
    expect(() => step(kernel, other, 'acknowledge')).toThrow(gone)
    expect(() => changeCases(kernel, { commandId: command(), edits: [edit] })).toThrow(gone)
    expect(() => mergeCases(kernel, { commandId: command(), caseId: other, otherId: kept })).toThrow(gone)
    splitCase(kernel, { commandId: command(), caseId: other })
    expect(sheetOf(kernel, other)).toMatchObject({ mergedInto: null, words: '又白了' })
    expect(caseRows(listCases(kernel, { show: 'all' }))).toHaveLength(2)
    step(kernel, other, 'acknowledge')
  })

  it('do not hide one at work in one that is over', () => {
    const { kernel, caseId, record } = caseIn('closed')
    const open = record()
    expect(() => mergeCases(kernel, { commandId: command(), caseId, otherId: open })).toThrow(
      refused('CASE_CLOSED', { code: 'C-0001' }),
    )
    mergeCases(kernel, { commandId: command(), caseId: open, otherId: caseId })
  })
})
