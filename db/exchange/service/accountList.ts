import type { CustomValue } from '../../accounts/custom/rules/values.ts'
import { listCustomFields } from '../../accounts/custom/service/fields.ts'
import { pinyinText } from '../../accounts/pinyin.ts'
import type { AccountField, FieldValue } from '../../accounts/rules/accountFields.ts'
import type { Source } from '../../accounts/rules/sources.ts'
import { accountUpdater, type FieldChanges, insertFigure } from '../../accounts/service/bulk.ts'
import { figureValues } from '../../accounts/service/figureValues.ts'
import { sourceNow } from '../../accounts/service/source.ts'
import { accountInserter } from '../../accounts/service/write.ts'
import { insertMember } from '../../department/service/insertMember.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { AccountId, CustomFieldId, FigureId, MemberId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { ImportPlanInput, ImportPreview } from '../contract.ts'
import { outlineImport } from '../rules/accountPlan.ts'
import type { Table } from '../rules/cells.ts'
import type { ImportOutline, PlannedRow } from '../rules/importTerms.ts'
import { lookAlikeFinder } from '../rules/lookAlikes.ts'
import { membersOf, type NewFigure, type Prepared, prepareImport } from './importPlan.ts'
import type { ListImport } from './plannedList.ts'

/** What one command writes. */
interface Writing {
  readonly outline: ImportOutline
  readonly newFigures: readonly NewFigure[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
  /** where the values come from */
  readonly source: Source
}

/** A list of customers. @throws Refusal NAME_NOT_MAPPED, CODE_NOT_MAPPED */
export function accountList(kernel: Kernel, table: Table, plan: ImportPlanInput): ListImport {
  const prepared = prepareImport(kernel, table, plan)
  return {
    command: 'importAccounts',
    *steps() {
      const outline = yield* outlineImport(prepared.situation)
      return {
        outline,
        newCompanies: [],
        lookAlikes: () => lookAlikes(outline, prepared),
        write: (tx) =>
          writeOutline(tx, {
            outline,
            newFigures: prepared.newFigures,
            members: membersOf(kernel),
            source: sourceNow(kernel),
          }),
      }
    },
  }
}

function lookAlikes(outline: ImportOutline, { situation }: Prepared): ImportPreview['lookAlikes'] {
  if (situation.existing.length === 0) return []
  const find = lookAlikeFinder(
    situation.existing.map(({ fields }) => ({
      name: String(fields.name ?? ''),
      phone: String(fields.phone ?? ''),
    })),
    pinyinText,
  )
  return outline.rows.flatMap(({ number, fate, fields }) => {
    const name = String(fields.get('name') ?? '')
    if (fate !== 'insert' || name === '') return []
    const found = find(name, String(fields.get('phone') ?? ''))
    return found ? [{ row: number, name, existing: found.name, likeness: found.likeness }] : []
  })
}

function writeOutline(
  tx: Tx,
  { outline, newFigures, members, source }: Writing,
): { members: number; figures: number; companies: number } {
  const memberIds = new Map(members.map(({ id, name }) => [fold(name), MemberId.parse(id)]))
  for (const name of outline.newMembers) memberIds.set(fold(name), insertMember(tx, name))
  const made = new Map(newFigures.map(({ id, name, unit }) => [id, insertFigure(tx, name, unit)]))
  const figureIdOf = (id: string): FigureId => {
    const known = made.get(id) ?? FigureId.parse(id)
    made.set(id, known)
    return known
  }
  const persons = new Set(
    listCustomFields(tx.db, 'account').flatMap(({ id, kind }) => (kind === 'person' ? [String(id)] : [])),
  )
  const insert = accountInserter(tx, source)
  const update = accountUpdater(tx, source)
  const values = figureValues(tx)
  const idOfRow = new Map<number, AccountId>()
  for (const row of outline.rows) {
    if (row.match) idOfRow.set(row.number, AccountId.parse(row.match.id))
    if (row.fate !== 'insert' && row.fate !== 'update') continue
    const fields = storedFields(row, memberIds)
    const custom = storedCustom(row, persons, memberIds)
    const figures = new Map([...row.figures].map(([figure, value]) => [figureIdOf(figure), value]))
    if (row.match) {
      const accountId = AccountId.parse(row.match.id)
      update(accountId, fields, custom)
      for (const [figure, value] of figures)
        if (values.read(accountId, figure) !== value) values.write(accountId, figure, value)
    } else {
      const name = String(row.fields.get('name') ?? '')
      idOfRow.set(row.number, insert({ fields: { ...fields, name }, figures, custom }))
    }
    tx.breathe()
  }
  values.save()
  writeParents(outline, idOfRow, update)
  return { members: outline.newMembers.length, figures: newFigures.length, companies: 0 }
}

/** Parents come when all rows have an account: a company may stand below its own in the list. */
function writeParents(
  { rows, parents }: ImportOutline,
  idOfRow: ReadonlyMap<number, AccountId>,
  update: ReturnType<typeof accountUpdater>,
): void {
  for (const { number, fate, match } of rows) {
    const parent = parents.get(number)
    const id = idOfRow.get(number)
    if (!parent || !id || (fate !== 'insert' && fate !== 'update')) continue
    const parentId = parent.kind === 'account' ? parent.id : idOfRow.get(parent.row)
    if (parentId !== undefined && parentId !== match?.parentId) update(id, { parentId })
  }
}

/** A row's fields as they are stored, but for its parent; for an update only those that differ. */
function storedFields({ fields, match }: PlannedRow, members: ReadonlyMap<string, MemberId>): FieldChanges {
  const changes: { [Field in AccountField]?: FieldValue } = {}
  for (const [field, value] of fields) {
    if (field === 'parentId' || value === match?.fields[field]) continue
    changes[field] = field === 'ownerId' ? (members.get(fold(String(value))) ?? null) : value
  }
  return changes
}

/** The same for custom values. */
function storedCustom(
  { custom, match }: PlannedRow,
  persons: ReadonlySet<string>,
  members: ReadonlyMap<string, MemberId>,
): Map<CustomFieldId, CustomValue> {
  const changes = new Map<CustomFieldId, CustomValue>()
  for (const [fieldId, value] of custom) {
    if (value === match?.custom.get(fieldId)) continue
    const stored = persons.has(fieldId) ? (members.get(fold(String(value))) ?? null) : value
    changes.set(CustomFieldId.parse(fieldId), stored)
  }
  return changes
}
