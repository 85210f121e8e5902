import { describe, expect, it } from 'vitest'
import { addPromises } from '../../../db/accounts/promises/service/add.ts'
import { openToday } from '../../../db/channel/today/service/open.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { CompetitorId } from '../../../db/kernel/ids.ts'
import { effectOverview } from '../../../db/visits/effect/service/overview.ts'
import { addNote, changeNote, removeNote } from '../../../db/visits/minutes/service/notes.ts'
import { minutesPaper } from '../../../db/visits/minutes/service/paper.ts'
import { getMinutes } from '../../../db/visits/minutes/service/read.ts'
import { NO_OUTCOME } from '../../../db/visits/rules/outcome.ts'
import { writeOutcome } from '../../../db/visits/service/change.ts'
import { live } from '../accounts/rows.ts'
import { command } from '../newKernel.ts'
import { newVisits, refused, sheetOf, step } from './newVisits.ts'

/** A visit of today that is being held. */
function heldVisit() {
  const department = newVisits()
  const { kernel, add } = department
  const id = add({ day: '2026-11-24', objective: '当面致歉' })
  for (const event of ['approve', 'confirm'] as const) step(kernel, id, event)
  step(kernel, id, 'hold', { note: '急' })
  const note = (text: string, more: object = {}) =>
    addNote(kernel, {
      ...{ commandId: command(), visitId: id, topicId: null, kind: 'note', text, ours: true },
      ...{ competitorId: null, personId: null },
      ...more,
    }).noteId
  return { ...department, id, note }
}

describe('notes of the day', () => {
  it('lets market information land in the work log, and a rival’s move among its moves', () => {
    const { kernel, id, note, nanxun } = heldVisit()
    kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => {
      tx.db.prepare('INSERT INTO competitor (id, name) VALUES (?, ?)').run(tx.newId(), '德诺涂料')
      return {}
    })
    const [rival] = live(kernel, 'competitor')
    note('他们降价 8%', { kind: 'competitor', competitorId: CompetitorId.parse(rival?.id) })
    const { notes } = getMinutes(kernel, { visitId: id })
    expect(notes).toMatchObject([{ kind: 'competitor', competitor: '德诺涂料' }])
    const moves = live(kernel, 'rival_move')
    expect(moves).toMatchObject([{ account_id: nanxun, text: '他们降价 8%', happened_on: '2026-11-24' }])
    expect(moves[0]?.entry_id).toBe(notes[0]?.entryId)
    expect(live(kernel, 'log_entry').map(({ text }) => text)).toContain('他们降价 8%（V-0001）')
  })

  it('refuses a rival’s move without the rival', () => {
    const { note } = heldVisit()
    expect(() => note('有人送样', { kind: 'competitor' })).toThrow(refused('NOTE_NEEDS_COMPETITOR'))
  })

  it('can be shared, and taken away', () => {
    const { kernel, id, note } = heldVisit()
    const noteId = note('要看新流程')
    changeNote(kernel, { commandId: command(), noteId, text: '要看会签流程', ours: false })
    expect(getMinutes(kernel, { visitId: id }).notes).toMatchObject([{ text: '要看会签流程', ours: false }])
    removeNote(kernel, { commandId: command(), noteId })
    expect(getMinutes(kernel, { visitId: id }).notes).toEqual([])
  })
})

describe('minutes', () => {
  it('tell the customer nothing of ours', async () => {
    const { kernel, id, note, boss, nanxun } = heldVisit()
    note('他们还在看对手的报价')
    note('先恢复七成订单', { ours: false })
    note('明年上第二条线', { kind: 'plan' })
    addPromises(kernel, {
      commandId: command(),
      promises: [
        {
          ...{ accountId: nanxun, what: '送新流程', dueOn: '2026-12-01', memberId: boss },
          ...{ source: 'visit', sourceId: id },
        },
      ],
    })
    const page = async (audience: 'executive' | 'customer'): Promise<string> => {
      let html = ''
      const printPdf = (given: string): Promise<Uint8Array> => {
        html = given
        return Promise.resolve(new Uint8Array())
      }
      const context = { kernel, printPdf, logError: () => '' }
      await minutesPaper(context, { visitId: id, audience, format: 'pdf', language: 'zh' })
      return html
    }
    const [ours, theirs] = [await page('executive'), await page('customer')]
    for (const said of ['先恢复七成订单', '送新流程', '沈木生']) {
      expect(ours).toContain(said)
      expect(theirs).toContain(said)
    }
    for (const kept of ['他们还在看对手的报价', '明年上第二条线', '当面致歉']) {
      expect(ours).toContain(kept)
      expect(theirs).not.toContain(kept)
    }
  })

  it('refuse a next meeting before the visit', () => {
    const { kernel, id } = heldVisit()
    const before = { ...NO_OUTCOME, answers: {} }
    const write = (nextOn: string) =>
      writeOutcome(kernel, { commandId: command(), visitId: id, before, after: { ...before, nextOn } })
    expect(() => write('2020-01-01')).toThrow(
      refused('DAYS_OUT_OF_ORDER', { first: '2026-11-24', second: '2020-01-01' }),
    )
    write('2026-12-24')
    expect(sheetOf(kernel, id).outcome.nextOn).toBe('2026-12-24')
  })

  it('are in Today of who prepares the visit until they are recorded', () => {
    const { kernel, id, clock, boss } = heldVisit()
    changeSettings(kernel, { me: boss })
    kernel.write({ commandId: command(), label: { command: 'changeVisits', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE visit SET owner_id = ?').run(boss)
      return {}
    })
    step(kernel, id, 'finish')
    const lines = (section: 'next7' | 'late') =>
      openToday(kernel, { whose: 'mine' }).lists[section].items.filter(({ kind }) => kind === 'visit')
    expect(lines('next7')).toMatchObject([{ id, of: id, dueOn: '2026-11-26', account: '南浔木业' }])
    clock.now += 4 * 86_400_000
    expect(lines('late')).toHaveLength(1)
    const before = { ...NO_OUTCOME, answers: {} }
    writeOutcome(kernel, {
      commandId: command(),
      visitId: id,
      before,
      after: { ...before, reach: 'reached' },
    })
    step(kernel, id, 'record')
    expect(lines('late')).toEqual([])
  })

  it('make an effect that is told per executive and account', () => {
    const { kernel, id, boss, nanxun } = heldVisit()
    const before = { ...NO_OUTCOME, answers: {} }
    writeOutcome(kernel, { commandId: command(), visitId: id, before, after: { ...before, reach: 'partly' } })
    const overview = effectOverview(kernel, { from: '2026-11-01', until: '2026-11-30' })
    // 20 of 40 for the objective, nothing of 10 for the next step
    expect(overview).toMatchObject({ held: 1, points: 40 })
    expect(overview.executives).toMatchObject([{ memberId: boss, held: 1, points: 40, due: 0 }])
    expect(overview.accounts).toMatchObject([{ accountId: nanxun, held: 1, settled: false }])
    expect(effectOverview(kernel, { from: '2026-12-01', until: '2026-12-31' }).held).toBe(0)
  })
})
