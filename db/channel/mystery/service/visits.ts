import { insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { MysteryVisitId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkPast, checkReach } from '../../ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  readJson,
  removeRows,
  rowName,
  signer,
} from '../../ledger/service/rows.ts'
import { HAPPENED } from '../../rules/reach.ts'
import { type mystery, VisitFields } from '../contract.ts'
import type { Item, MarkedItem } from '../rules/scoring.ts'

const VISITS: Ledger = {
  table: 'mystery_visit',
  fields: VisitFields,
  columns: {
    place: 'place',
    accountId: 'account_id',
    day: 'day',
    way: 'way',
    visitorId: 'visitor_id',
    finding: 'finding',
  },
  name: 'place',
  days: { day: HAPPENED },
  commands: { change: 'changeMysteryVisits', remove: 'removeMysteryVisits' },
}

interface Row {
  readonly account_id: string | null
  readonly visitor_id: string | null
  readonly day: string
}

const checkRow =
  (today: string) =>
  (tx: Tx, { account_id, visitor_id, day }: Row): void => {
    if (account_id !== null) mustExist(tx.db, 'account', account_id, 'ACCOUNT_NOT_FOUND')
    checkNamed(tx.db, { member: visitor_id })
    checkPast(day, today)
  }

type Points = readonly { readonly key: string; readonly given: number | null }[]

/** Items with the points that they were given. @throws Refusal POINTS_TOO_MANY */
function marked(items: readonly Item[], points: Points): MarkedItem[] {
  return items.map(({ key, text, points: most }) => {
    const given = points.find((one) => one.key === key)?.given ?? null
    if (given !== null && given > most)
      throw new Refusal('POINTS_TOO_MANY', { name: text, points: most, given })
    return { key, text, points: most, given }
  })
}

/** Records a visit. @throws Refusal as the contract says */
export function addVisit(
  kernel: Kernel,
  input: InputOf<typeof mystery.addVisit>,
): Outcome<{ visitId: MysteryVisitId }> {
  const { commandId, sheetId, place, accountId = null, day, way, finding = '', points } = input
  const label = { command: 'addMysteryVisit', params: { name: place } }
  return kernel.write({ commandId, label }, (tx) => {
    const items = tx.db
      .prepare<[string], string>('SELECT items FROM mystery_sheet WHERE id = ? AND deleted = 0')
      .pluck()
      .get(sheetId)
    if (items === undefined) throw new Refusal('ROW_NOT_FOUND')
    const row = { account_id: accountId, visitor_id: input.visitorId ?? signer(tx.db), day }
    const today = dayOf(kernel.now())
    checkReach(day, HAPPENED, today)
    checkRow(today)(tx, row)
    const marks = JSON.stringify(marked(readJson<Item[]>(items) ?? [], points))
    const id = insertRow(tx, 'mystery_visit', { sheet_id: sheetId, place, way, finding, marks, ...row })
    return { visitId: MysteryVisitId.parse(id) }
  })
}

/** @throws Refusal as the contract says */
export const changeVisits = (kernel: Kernel, input: InputOf<typeof mystery.changeVisits>): Outcome<object> =>
  changeRows<Row>(kernel, VISITS, input, checkRow(dayOf(kernel.now())))

/** Gives points to items of a visit. @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, POINTS_TOO_MANY */
export function markVisit(
  kernel: Kernel,
  { commandId, visitId, before, after }: InputOf<typeof mystery.mark>,
): Outcome<object> {
  const label = { command: 'markMysteryVisit', params: { name: rowName(kernel.db, VISITS, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const json = tx.db
      .prepare<[string], string>('SELECT marks FROM mystery_visit WHERE id = ? AND deleted = 0')
      .pluck()
      .get(visitId)
    if (json === undefined) throw new Refusal('ROW_NOT_FOUND')
    const marks = readJson<MarkedItem[]>(json) ?? []
    const conflicts = before.filter(({ key, given }) =>
      marks.some((mark) => mark.key === key && mark.given !== given),
    )
    const [conflict] = conflicts
    if (conflict) {
      const now = marks.find(({ key }) => key === conflict.key)
      const current = now?.given === null || now === undefined ? null : String(now.given)
      throw new Refusal('CELLS_CHANGED', { cells: conflicts.length, name: now?.text ?? '', current })
    }
    const kept = marks.map(({ key, given }) => ({ key, given }))
    const points = [...after, ...kept.filter(({ key }) => !after.some((one) => one.key === key))]
    tx.db
      .prepare('UPDATE mystery_visit SET marks = ? WHERE id = ?')
      .run(JSON.stringify(marked(marks, points)), visitId)
    return {}
  })
}

/** @throws Refusal ROW_NOT_FOUND */
export const removeVisits = (kernel: Kernel, input: InputOf<typeof mystery.removeVisits>): Outcome<object> =>
  removeRows(kernel, VISITS, input)
