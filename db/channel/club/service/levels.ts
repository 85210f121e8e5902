import { insertRow, patchRow } from '../../../accounts/analysis/service/rows.ts'
import { keyBehind } from '../../../accounts/analysis/service/swot.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { ClubLevelId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { InputOf } from '../../ledger/service/rows.ts'
import type { club } from '../contract.ts'

const LEVEL = { table: 'club_level', columns: { name: 'name', benefits: 'benefits' }, name: 'name' } as const

interface Placed {
  readonly id: string
  readonly name: string
  readonly orderKey: string
}

const placed = (tx: Tx): Placed[] =>
  tx.db
    .prepare<[], Placed>(
      'SELECT id, name, order_key AS orderKey FROM club_level WHERE deleted = 0 ORDER BY order_key, id',
    )
    .all()

/** Adds a level of the club below the others. @throws Refusal NAME_TAKEN */
export function addLevel(
  kernel: Kernel,
  { commandId, name, benefits }: InputOf<typeof club.addLevel>,
): Outcome<{ levelId: ClubLevelId }> {
  return kernel.write({ commandId, label: { command: 'addLevel', params: { name } } }, (tx) => {
    const levels = placed(tx)
    refuseTaken(levels, name)
    const id = insertRow(tx, 'club_level', {
      name,
      benefits: JSON.stringify(benefits),
      order_key: orderKeyBetween(levels.at(-1)?.orderKey ?? null, null),
    })
    return { levelId: ClubLevelId.parse(id) }
  })
}

/** @throws Refusal ROW_NOT_FOUND, NAME_TAKEN, CELLS_CHANGED */
export function changeLevel(
  kernel: Kernel,
  { commandId, levelId, before, after }: InputOf<typeof club.changeLevel>,
): Outcome<object> {
  const label = { command: 'changeLevel', params: { name: after.name } }
  const stored = ({ name, benefits }: typeof before) => ({ name, benefits: JSON.stringify(benefits) })
  return kernel.write({ commandId, label }, (tx) => {
    refuseTaken(
      placed(tx).filter(({ id }) => id !== levelId),
      after.name,
    )
    patchRow(tx, kernel, LEVEL, { rowId: levelId, before: stored(before), after: stored(after) })
    return {}
  })
}

/** Puts a level behind another one. @throws Refusal ROW_NOT_FOUND */
export function moveLevel(
  kernel: Kernel,
  { commandId, levelId, after }: InputOf<typeof club.moveLevel>,
): Outcome<object> {
  const label = { command: 'moveLevel', params: { name: levelName(kernel, levelId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const key = keyBehind(
      placed(tx).filter(({ id }) => id !== levelId),
      after === levelId ? null : after,
    )
    const { changes } = tx.db
      .prepare('UPDATE club_level SET order_key = ? WHERE id = ? AND deleted = 0')
      .run(key, levelId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}

/** @throws Refusal ROW_NOT_FOUND; LEVEL_USED while memberships name it */
export function removeLevel(
  kernel: Kernel,
  { commandId, levelId }: InputOf<typeof club.removeLevel>,
): Outcome<object> {
  const name = levelName(kernel, levelId)
  return kernel.write({ commandId, label: { command: 'removeLevel', params: { name } } }, (tx) => {
    const accounts = tx.db
      .prepare<[string], number>(
        `SELECT count(DISTINCT m.account_id) FROM club_membership m
         JOIN account a ON a.id = m.account_id AND a.deleted = 0 WHERE m.level_id = ? AND m.deleted = 0`,
      )
      .pluck()
      .get(levelId)
    if (accounts) throw new Refusal('LEVEL_USED', { name, accounts })
    const { changes } = tx.db
      .prepare('UPDATE club_level SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(levelId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}

const levelName = ({ db }: Kernel, id: string): string =>
  db.prepare<[string], string>('SELECT name FROM club_level WHERE id = ?').pluck().get(id) ?? ''

function refuseTaken(levels: readonly Placed[], name: string): void {
  if (levels.some((level) => level.name === name)) throw new Refusal('NAME_TAKEN', { name })
}
