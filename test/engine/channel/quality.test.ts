import { expect, it } from 'vitest'
import { uploadFile } from '../../../db/accounts/log/service/attachments.ts'
import {
  addIncident,
  changeIncidents,
  correctIncident,
  proveIncident,
  removeIncidents,
} from '../../../db/channel/quality/service/incidents.ts'
import { listIncidents } from '../../../db/channel/quality/service/read.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, MemberId } from '../../../db/kernel/ids.ts'
import { command, refusal } from '../newKernel.ts'
import { NOBODY, newLedgers, TODAY } from './newLedgers.ts'

const correction = { what: '供应商变更必须会签', dueOn: '2026-11-22', doneOn: null }
const proof = { what: '三批复测合格', on: TODAY }

function withIncident() {
  const { kernel, a, b, lin } = newLedgers()
  const add = (title: string, more: Partial<Parameters<typeof addIncident>[1]> = {}) =>
    addIncident(kernel, {
      commandId: command(),
      accountId: a,
      kind: 'product',
      severity: 'severe',
      title,
      happenedOn: '2026-11-10',
      ...more,
    })
  const rows = () => listIncidents(kernel, {}).rows
  const { incidentId } = add('UV 面漆发白')
  const correct = (before: typeof correction | null, after: Parameters<typeof correctIncident>[1]['after']) =>
    correctIncident(kernel, { commandId: command(), incidentId, before, after })
  const prove = (
    before: typeof proof | null,
    after: typeof proof | null,
    more: Partial<Parameters<typeof proveIncident>[1]> = {},
  ) =>
    proveIncident(kernel, { commandId: command(), incidentId, before, after, files: [], keep: [], ...more })
  return { kernel, a, b, lin, add, rows, incidentId, correct, prove }
}

it('goes from open over a decided and a carried out correction to proven, each step undoable', () => {
  const { kernel, rows, correct, prove } = withIncident()
  expect(rows()).toMatchObject([{ code: 'Q-0001', state: 'open', account: '恒岳家居集团' }])
  correct(null, correction)
  expect(rows()).toMatchObject([{ state: 'decided', late: 2, correction: { by: '林晓舟' } }])
  correct(correction, { ...correction, doneOn: TODAY })
  prove(null, proof)
  expect(rows()).toMatchObject([{ state: 'proven', late: 0, proof: { what: '三批复测合格', by: '林晓舟' } }])
  undo(kernel, command())
  expect(rows()).toMatchObject([{ state: 'corrected', proof: null }])
})

it('is not proven before it is corrected, and a proof keeps its correction', () => {
  const { correct, prove } = withIncident()
  expect(() => prove(null, proof)).toThrow(
    expect.objectContaining(refusal('NOT_CORRECTED', { code: 'Q-0001' })),
  )
  correct(null, correction)
  expect(() => prove(null, proof)).toThrow('NOT_CORRECTED')
  const done = { ...correction, doneOn: '2026-11-20' }
  correct(correction, done)
  prove(null, proof)
  expect(() => correct(correction, null)).toThrow('PROOF_STANDS')
})

it('refuses days to come, days in the wrong order, and whom it does not know', () => {
  const { add, correct, prove } = withIncident()
  expect(() => add('x', { happenedOn: '2026-11-25' })).toThrow(
    expect.objectContaining(refusal('DAY_TO_COME', { day: '2026-11-25' })),
  )
  expect(() => add('x', { accountId: AccountId.parse(NOBODY) })).toThrow('ACCOUNT_NOT_FOUND')
  expect(() => add('x', { ownerId: MemberId.parse(NOBODY) })).toThrow('MEMBER_NOT_FOUND')
  expect(() => correct(null, { ...correction, dueOn: '2026-11-09' })).toThrow(
    expect.objectContaining(refusal('DAYS_OUT_OF_ORDER', { first: '2026-11-10', second: '2026-11-09' })),
  )
  correct(null, { ...correction, doneOn: '2026-11-20' })
  expect(() => prove(null, { ...proof, on: '2026-11-19' })).toThrow('DAYS_OUT_OF_ORDER')
})

it('counts codes up even after a deletion, and tells recurrences', () => {
  const { kernel, rows, incidentId, add } = withIncident()
  removeIncidents(kernel, { commandId: command(), ids: [incidentId] })
  expect(add('又发白').code).toBe('Q-0002')
  undo(kernel, command())
  undo(kernel, command())
  add('再次发白', { happenedOn: '2026-11-20' })
  expect(rows().map(({ title, earlier }) => [title, earlier])).toEqual([
    ['再次发白', 1],
    ['UV 面漆发白', 0],
  ])
})

it('changes cells, refuses what does not fit, and tells of another window’s edit', () => {
  const { kernel, rows, incidentId } = withIncident()
  const change = (field: 'title' | 'severity' | 'ownerId', before: string | null, after: string | null) =>
    changeIncidents(kernel, { commandId: command(), edits: [{ id: incidentId, field, before, after }] })
  change('severity', 'severe', 'slight')
  expect(rows()).toMatchObject([{ severity: 'slight' }])
  expect(() => change('title', 'UV 面漆发白', '')).toThrow('VALUE_REFUSED')
  expect(() => change('severity', 'slight', 'awful')).toThrow('VALUE_REFUSED')
  expect(() => change('title', '别的', '新的')).toThrow(
    expect.objectContaining(
      refusal('CELLS_CHANGED', { cells: 1, name: 'UV 面漆发白', field: 'title', current: 'UV 面漆发白' }),
    ),
  )
})

it('keeps the files of a proof with the account, and lets go of those that are taken out', async () => {
  const { kernel, rows, correct, prove } = withIncident()
  correct(null, { ...correction, doneOn: TODAY })
  const report = await uploadFile(kernel, { file: new File(['复测合格'], '检测报告.txt') })
  const { sha256, name } = report
  prove(null, proof, { files: [{ sha256, name }] })
  expect(rows()[0]?.proof?.files).toMatchObject([{ name: '检测报告.txt' }])
  prove(proof, proof, { keep: [] })
  expect(rows()[0]?.proof?.files).toEqual([])
  undo(kernel, command())
  expect(rows()[0]?.proof?.files).toHaveLength(1)
})
