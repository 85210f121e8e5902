import type { CustomField } from '../../accounts/custom/contract.ts'
import { listCustomFields } from '../../accounts/custom/service/fields.ts'
import { listFigures } from '../../accounts/service/figures.ts'
import { listAccounts } from '../../accounts/service/read.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CustomFieldId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { ImportPlanInput } from '../contract.ts'
import type { Table } from '../rules/cells.ts'
import { useKey } from '../rules/columns.ts'
import type { ColumnTarget, ExistingAccount, ImportSituation } from '../rules/importTerms.ts'

/** A figure that the import brings into being; the id stands for it until it is written. */
export interface NewFigure {
  readonly id: string
  readonly name: string
  readonly unit: Extract<ColumnTarget, { kind: 'figure' }>['unit']
}

/** A plan with everything it meets in the data. */
export interface Prepared {
  readonly situation: ImportSituation
  readonly newFigures: readonly NewFigure[]
}

/** Reads what a plan meets in the data. @throws Refusal NAME_NOT_MAPPED, CODE_NOT_MAPPED */
export function prepareImport(kernel: Kernel, table: Table, plan: ImportPlanInput): Prepared {
  const fields = plan.columns.flatMap((use) => (use.kind === 'field' ? [use.field] : []))
  if (plan.matchBy === 'code' && !fields.includes('code')) throw new Refusal('CODE_NOT_MAPPED')
  if (!fields.includes('name') && plan.nameRowsAs === undefined && plan.matchBy === 'name')
    throw new Refusal('NAME_NOT_MAPPED')
  const { targets, newFigures } = targetsOf(kernel, plan)
  const members = membersOf(kernel)
  return {
    newFigures,
    situation: {
      table,
      targets,
      options: plan,
      existing: existingAccounts(kernel, new Map(members.map(({ id, name }) => [id, name]))),
      members: members.map(({ name }) => name),
      year: new Date(kernel.now()).getFullYear(),
    },
  }
}

/** The department's members by id. */
export const membersOf = (kernel: Kernel): { id: string; name: string }[] =>
  kernel.db
    .prepare<[], { id: string; name: string }>('SELECT id, name FROM member WHERE deleted = 0 ORDER BY id')
    .all()

/** Columns as what they fill. A second column for the same thing is left alone; an old figure's name is that figure. */
function targetsOf(
  kernel: Kernel,
  plan: ImportPlanInput,
): { targets: ColumnTarget[]; newFigures: NewFigure[] } {
  const figures = listFigures(kernel.db)
  const custom = listCustomFields(kernel.db, 'account')
  const newFigures: NewFigure[] = []
  const taken = new Set<string>()
  const targets = plan.columns.map((use): ColumnTarget => {
    const key = useKey(use)
    if (key === null || taken.has(key)) return { kind: 'ignore' }
    taken.add(key)
    if (use.kind === 'field') return { kind: 'field', field: use.field, multiplier: use.multiplier ?? 1 }
    if (use.kind === 'custom') return customTarget(use.fieldId, custom)
    const known = figures.find((figure) =>
      use.kind === 'figure'
        ? figure.id === use.figureId
        : use.kind === 'newFigure' && fold(figure.name) === fold(use.name),
    )
    if (known && (use.kind === 'figure' || use.kind === 'newFigure'))
      return { kind: 'figure', figureId: known.id, unit: known.unit, multiplier: use.multiplier }
    if (use.kind !== 'newFigure') return { kind: 'ignore' }
    newFigures.push({ id: key, name: use.name, unit: use.unit })
    return { kind: 'figure', figureId: key, unit: use.unit, multiplier: use.multiplier }
  })
  return { targets, newFigures }
}

/** A column that fills a custom field; ignored where the field is gone. */
export function customTarget(
  fieldId: CustomFieldId,
  custom: readonly CustomField[],
): Extract<ColumnTarget, { kind: 'custom' | 'ignore' }> {
  const shape = custom.find(({ id }) => id === fieldId)
  return shape ? { kind: 'custom', fieldId, shape } : { kind: 'ignore' }
}

function existingAccounts(kernel: Kernel, memberNames: ReadonlyMap<string, string>): ExistingAccount[] {
  const { figures, custom, rows } = listAccounts(kernel)
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]))
  const nameIn = (known: ReadonlyMap<string, string>, id: string | null): string =>
    id === null ? '' : (known.get(id) ?? '')
  return rows.map((row) => ({
    id: row.id,
    fields: { ...row, ownerId: nameIn(memberNames, row.ownerId), parentId: nameIn(names, row.parentId) },
    parentId: row.parentId,
    figures: new Map(
      row.figures.flatMap((value, at) => {
        const figure = figures[at]
        return value === null || !figure ? [] : [[figure.id, value] as const]
      }),
    ),
    custom: new Map(
      custom.map(({ id, kind }, at) => {
        const value = row.custom[at] ?? null
        return [id, kind === 'person' ? nameIn(memberNames, value === null ? null : String(value)) : value]
      }),
    ),
  }))
}
