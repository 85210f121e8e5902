import type { CustomValue } from '../../accounts/custom/rules/values.ts'
import type { AccountField, FieldValue } from '../../accounts/rules/accountFields.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import type { RowFate } from '../contract.ts'
import { takeCustom, takeField, takeFigure } from './accountValues.ts'
import { type Cell, dataRowsOf, type Row, textOf } from './cells.ts'
import { importParents } from './importParents.ts'
import type {
  ColumnTarget,
  ExistingAccount,
  ImportOutline,
  ImportSituation,
  PlannedLine,
  PlannedRow,
} from './importTerms.ts'
import { numberedName } from './names.ts'
import { problem } from './problem.ts'
import { RowChecker } from './rowChecker.ts'

/** Rows planned between two looks at the clock and at whether the caller still wants the answer. */
const ROWS_PER_STEP = 1_000

/**
 * Plans an import in steps that yield the number of rows done. Pure: the same file and situation give the same plan in
 * preview and import.
 */
export function* outlineImport(situation: ImportSituation): Generator<number, ImportOutline> {
  const planner = new Planner(situation)
  const rows: PlannedRow[] = []
  for (const row of dataRowsOf(situation.table)) {
    rows.push(planner.plan(row, rows.length))
    if (rows.length % ROWS_PER_STEP === 0) yield rows.length
  }
  // owners of rows that stay out don't join the department
  const owners = new Set(
    rows.filter(({ fate }) => fate !== 'skip').map(({ fields }) => folded(fields.get('ownerId'))),
  )
  const newMembers = [...planner.rows.newMembers].flatMap(([key, name]) => (owners.has(key) ? [name] : []))
  const { parents, troubles } = importParents(rows, situation)
  const faulty = new Set(troubles.map(({ row }) => row))
  return {
    rows: rows.map((row) => (faulty.has(row.number) ? { ...row, fate: 'problem' } : row)),
    troubles: [...planner.rows.troubles, ...troubles],
    newMembers,
    parents,
  }
}

/** A field's value as it is compared. */
const folded = (value: FieldValue | undefined): string => fold(String(value ?? ''))

class Planner {
  readonly rows: RowChecker
  private readonly situation: ImportSituation
  private readonly byCode: ReadonlyMap<string, readonly ExistingAccount[]>
  private readonly byName: ReadonlyMap<string, readonly ExistingAccount[]>
  private readonly codesInFile = new Map<string, number>()
  private readonly namesInFile = new Map<string, number>()
  private readonly columnOf: ReadonlyMap<AccountField, number>

  constructor(situation: ImportSituation) {
    this.situation = situation
    this.rows = new RowChecker(situation.options, situation.members)
    this.byCode = groupBy(situation.existing, ({ fields }) => folded(fields.code))
    this.byName = groupBy(situation.existing, ({ fields }) => folded(fields.name))
    this.columnOf = new Map(
      situation.targets.flatMap((target, column) =>
        target.kind === 'field' ? [[target.field, column] as const] : [],
      ),
    )
  }

  plan(row: Row, index: number): PlannedRow {
    const cells = this.rows.corrected(row)
    const blank: PlannedRow = {
      number: row.number,
      fate: 'skip',
      match: null,
      fields: new Map(),
      figures: new Map(),
      custom: new Map(),
      changes: [],
      cells,
    }
    if (this.rows.isOut(row)) return blank
    const before = this.rows.troubles.length
    const { fields, figures, custom } = this.valuesOf(row, cells)
    const { nameRowsAs } = this.situation.options
    if (!this.columnOf.has('name') && nameRowsAs !== undefined)
      fields.set('name', numberedName(nameRowsAs, index))
    const match = this.match(row, fields)
    this.checkIdentity(row, fields, match, before)
    // what an account was found by is the same but for width and case: no change
    if (match) fields.delete(this.situation.options.matchBy)
    const values = { ...blank, match, fields, figures, custom }
    if (this.rows.troubles.length > before) return { ...values, fate: 'problem' }
    if (!match) return { ...values, fate: 'insert' }
    if (this.situation.options.existing === 'skip') return values
    const changes = this.changesOf(match, values)
    return { ...values, fate: changes.length > 0 ? 'update' : 'same', changes }
  }

  private valuesOf(row: Row, cells: readonly (Cell | null)[]) {
    const fields = new Map<AccountField, FieldValue>()
    const figures = new Map<string, number>()
    const custom = new Map<string, CustomValue>()
    const { year } = this.situation
    this.situation.targets.forEach((target, column) => {
      const cell = cells[column] ?? null
      if (cell === null) return
      if (target.kind === 'field') {
        const { field, multiplier } = target
        const value = this.rows.accept(row, column, takeField(cell, field, { multiplier, year }))
        if (value === null) return
        fields.set(field, field === 'ownerId' ? this.rows.owner(row, column, String(value)) : value)
      } else if (target.kind === 'custom') {
        const value = this.rows.accept(row, column, takeCustom(cell, target.shape, year))
        if (value === null) return
        const isPerson = target.shape.kind === 'person'
        custom.set(target.fieldId, isPerson ? this.rows.colleague(row, column, String(value)) : value)
      } else if (target.kind === 'figure') {
        const { unit, multiplier } = target
        const value = this.rows.accept(row, column, takeFigure(cell, unit, multiplier, year))
        if (value !== null) figures.set(target.figureId, value)
      }
    })
    return { fields, figures, custom }
  }

  private match(row: Row, fields: ReadonlyMap<AccountField, FieldValue>): ExistingAccount | null {
    const { matchBy } = this.situation.options
    const key = folded(fields.get(matchBy))
    if (key === '') return null
    const matches = (matchBy === 'code' ? this.byCode : this.byName).get(key) ?? []
    if (matches.length > 1) {
      const code = matchBy === 'code' ? 'codeAmbiguous' : 'nameAmbiguous'
      this.rows.trouble(row, this.columnOf.get(matchBy) ?? 0, problem(code, { count: matches.length }))
    }
    return matches[0] ?? null
  }

  /** A row needs a name, and nobody else's code; twice the same key would make one row overwrite the other. */
  private checkIdentity(
    row: Row,
    fields: ReadonlyMap<AccountField, FieldValue>,
    match: ExistingAccount | null,
    troublesBefore: number,
  ): void {
    const nameColumn = this.columnOf.get('name') ?? 0
    const name = folded(fields.get('name'))
    const unread = this.rows.troubles.slice(troublesBefore).some(({ column }) => column === nameColumn)
    if (name === '' && !match && !unread) this.rows.trouble(row, nameColumn, problem('nameMissing'))
    if (this.situation.options.matchBy === 'name')
      this.checkTwin(row, nameColumn, name, this.namesInFile, 'nameTwice')
    const code = folded(fields.get('code'))
    const codeColumn = this.columnOf.get('code') ?? 0
    this.checkTwin(row, codeColumn, code, this.codesInFile, 'codeTwice')
    const holder = code === '' ? undefined : this.byCode.get(code)?.find(({ id }) => id !== match?.id)
    if (holder && (this.situation.options.matchBy === 'name' || !match))
      this.rows.trouble(row, codeColumn, problem('codeTaken', { name: String(holder.fields.name) }))
  }

  private checkTwin(
    row: Row,
    column: number,
    key: string,
    seen: Map<string, number>,
    code: 'nameTwice' | 'codeTwice',
  ): void {
    if (key === '') return
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, row.number)
    else this.rows.trouble(row, column, problem(code, { row: earlier }))
  }

  private changesOf(
    match: ExistingAccount,
    values: Pick<PlannedRow, 'fields' | 'figures' | 'custom'>,
  ): number[] {
    const valueIn = (target: ColumnTarget, from: Pick<PlannedRow, 'figures' | 'custom'>) =>
      target.kind === 'figure'
        ? from.figures.get(target.figureId)
        : target.kind === 'custom'
          ? from.custom.get(target.fieldId)
          : undefined
    return this.situation.targets.flatMap((target, column) => {
      const isField = target.kind === 'field'
      const value = isField ? values.fields.get(target.field) : valueIn(target, values)
      const before = isField ? match.fields[target.field] : valueIn(target, match)
      return value === undefined || value === before ? [] : [column]
    })
  }
}

function groupBy(
  accounts: readonly ExistingAccount[],
  keyOf: (account: ExistingAccount) => string,
): Map<string, ExistingAccount[]> {
  const groups = new Map<string, ExistingAccount[]>()
  for (const account of accounts) {
    const key = keyOf(account)
    const group = groups.get(key)
    if (key === '') continue
    if (group) group.push(account)
    else groups.set(key, [account])
  }
  return groups
}

/** How many rows meet each fate. */
export function countFates(rows: readonly PlannedLine[]): Record<RowFate, number> {
  const counts = { insert: 0, update: 0, same: 0, problem: 0, skip: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}

/** The texts of a row, as wide as the table. */
export const rowTexts = (row: PlannedLine, columns: number): string[] =>
  Array.from({ length: columns }, (_, column) => textOf(row.cells[column]))
