import { expect, it } from 'vitest'
import { addFigure, listFigures, removeFigure, renameFigure } from '../../../db/accounts/service/figures.ts'
import { addSheet, changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { indicatorsOf } from '../../../db/evaluation/service/sheets.ts'
import { undo } from '../../../db/kernel/history.ts'
import { FigureId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

const add = (kernel: Kernel, name: string) =>
  addFigure(kernel, { commandId: command(), name, unit: 'money' }).figureId
const names = (kernel: Kernel) => listFigures(kernel.db).map((figure) => figure.name)
const noFigure = FigureId.parse('01890000-0000-7000-8000-000000000000')

it('adds figures in order, renames and removes them, undoable', () => {
  const kernel = newKernel()
  const first = add(kernel, '年交易额')
  add(kernel, '逾期天数')
  renameFigure(kernel, { commandId: command(), figureId: first, name: '年采购额' })
  expect(names(kernel)).toEqual(['年采购额', '逾期天数'])
  removeFigure(kernel, { commandId: command(), figureId: first })
  expect(names(kernel)).toEqual(['逾期天数'])
  undo(kernel, command())
  undo(kernel, command())
  expect(names(kernel)).toEqual(['年交易额', '逾期天数'])
})

it('refuses a name that another figure has, but not its own in another case', () => {
  const kernel = newKernel()
  const figureId = add(kernel, 'Volume')
  const other = add(kernel, 'Profit')
  expect(() => add(kernel, 'ＶＯＬＵＭＥ')).toThrow(
    expect.objectContaining(refusal('FIGURE_NAME_TAKEN', { name: 'Volume' })),
  )
  const rename = (id: FigureId, name: string) =>
    renameFigure(kernel, { commandId: command(), figureId: id, name })
  expect(() => rename(other, 'volume')).toThrow('FIGURE_NAME_TAKEN')
  rename(figureId, 'VOLUME')
  expect(names(kernel)).toEqual(['VOLUME', 'Profit'])
})

it('refuses figures that are not there', () => {
  const kernel = newKernel()
  const missing = { commandId: command(), figureId: noFigure }
  expect(() => renameFigure(kernel, { ...missing, name: 'x' })).toThrow('FIGURE_NOT_FOUND')
  expect(() => removeFigure(kernel, missing)).toThrow('FIGURE_NOT_FOUND')
})

it('refuses to remove a figure that an indicator is marked from, until the indicator is gone', () => {
  const kernel = newKernel()
  const figureId = add(kernel, '年交易额')
  const from = { kind: 'template', template: 'blank', language: 'zh' } as const
  const { sheetId } = addSheet(kernel, { commandId: command(), name: '考评表', from })
  const nothing = { cells: [], add: [], remove: [], move: [] }
  changeSheet(kernel, {
    commandId: command(),
    sheetId,
    ...nothing,
    add: [{ after: null, indicator: { name: '交易额', figureId } }],
  })
  expect(() => removeFigure(kernel, { commandId: command(), figureId })).toThrow(
    expect.objectContaining(refusal('FIGURE_IN_USE', { indicator: '交易额', sheet: '考评表' })),
  )
  const remove = indicatorsOf(kernel.db, sheetId).map((indicator) => indicator.id)
  changeSheet(kernel, { commandId: command(), sheetId, ...nothing, remove })
  removeFigure(kernel, { commandId: command(), figureId })
  expect(names(kernel)).toEqual([])
})
