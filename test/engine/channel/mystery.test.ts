import { expect, it } from 'vitest'
import { listVisits } from '../../../db/channel/mystery/service/read.ts'
import { addSheet, changeSheet, removeSheets } from '../../../db/channel/mystery/service/sheets.ts'
import {
  addVisit,
  changeVisits,
  markVisit,
  removeVisits,
} from '../../../db/channel/mystery/service/visits.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'
import { newLedgers, TODAY } from './newLedgers.ts'

const items = [
  { key: 'phone', text: '三声内接', points: 40 },
  { key: 'price', text: '当场报价', points: 60 },
]

function withSheet() {
  const { kernel, a } = newLedgers()
  const { sheetId } = addSheet(kernel, { commandId: command(), name: '热线', items })
  const visit = (given: readonly (number | null)[], more: Partial<Parameters<typeof addVisit>[1]> = {}) =>
    addVisit(kernel, {
      ...{ commandId: command(), sheetId, place: '400 热线', day: TODAY, way: 'phone' },
      points: items.map(({ key }, at) => ({ key, given: given[at] ?? null })),
      ...more,
    }).visitId
  const visits = () => listVisits(kernel, {}).visits
  return { kernel, a, sheetId, visit, visits }
}

it('refuses a sheet whose points don’t add up to 100', () => {
  const { kernel, sheetId } = withSheet()
  const wrong = items.slice(0, 1)
  expect(() => addSheet(kernel, { commandId: command(), name: 'x', items: wrong })).toThrow(
    expect.objectContaining(refusal('SHEET_POINTS', { points: 40 })),
  )
  const before = { name: '热线', items }
  expect(() =>
    changeSheet(kernel, { commandId: command(), sheetId, before, after: { ...before, items: wrong } }),
  ).toThrow('SHEET_POINTS')
})

it('scores a visit, tells the change from the one before, and marks of too many points are refused', () => {
  const { kernel, visit, visits } = withSheet()
  visit([30, 53], { day: '2026-05-20' })
  const id = visit([35, 50])
  expect(visits().map(({ score, change }) => [score, change])).toEqual([
    [850, 20],
    [830, null],
  ])
  const mark = (given: number | null, before: number | null) =>
    markVisit(kernel, {
      commandId: command(),
      visitId: id,
      before: [{ key: 'phone', given: before }],
      after: [{ key: 'phone', given }],
    })
  mark(38, 35)
  expect(visits()[0]).toMatchObject({ score: 880, change: 50 })
  expect(() => mark(41, 38)).toThrow(
    expect.objectContaining(refusal('POINTS_TOO_MANY', { name: '三声内接', points: 40, given: 41 })),
  )
  expect(() => mark(1, 35)).toThrow('CELLS_CHANGED')
  mark(null, 38)
  expect(visits()[0]).toMatchObject({ score: null, unmarked: 1 })
  undo(kernel, command())
  expect(visits()[0]).toMatchObject({ score: 880 })
})

it('a visit keeps the items that it was scored by when its sheet changes or goes', () => {
  const { kernel, sheetId, visit, visits } = withSheet()
  visit([30, 53])
  const after = { name: '热线二', items: [{ key: 'all', text: '全部', points: 100 }] }
  changeSheet(kernel, { commandId: command(), sheetId, before: { name: '热线', items }, after })
  removeSheets(kernel, { commandId: command(), ids: [sheetId] })
  expect(visits()).toMatchObject([
    { sheet: '热线二', score: 830, marks: [{ text: '三声内接' }, { text: '当场报价' }] },
  ])
  expect(() => visit([1, 1])).toThrow('ROW_NOT_FOUND')
})

it('changes where and when, refuses a day to come, and deletes', () => {
  const { kernel, a, visit, visits } = withSheet()
  const id = visit([30, 53], { accountId: a })
  const change = (field: 'place' | 'day', before: string, after: string) =>
    changeVisits(kernel, { commandId: command(), edits: [{ id, field, before, after }] })
  change('place', '400 热线', '杭州展厅')
  expect(() => change('day', TODAY, '2026-11-25')).toThrow('DAY_TO_COME')
  expect(listVisits(kernel, { accountId: a }).visits).toMatchObject([
    { place: '杭州展厅', visitor: '林晓舟' },
  ])
  removeVisits(kernel, { commandId: command(), ids: [id] })
  expect(visits()).toEqual([])
})

it('the sample’s showroom scored 83, 85 and 88', () => {
  const kernel = newSampleKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  const showroom = listVisits(kernel, {}).visits.filter(({ place }) => place === '杭州展厅')
  expect(showroom.map(({ score }) => score)).toEqual([880, 850, 830])
})
