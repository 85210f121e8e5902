import type { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId, type CommandId, type FigureId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { accounts } from '../contract.ts'
import { type CodeHolder, takenCode } from '../rules/codes.ts'
import { listFigures } from './figures.ts'
import { figuresJson } from './figureValues.ts'
import { accountReader } from './read.ts'

type AddInput = z.output<NonNullable<(typeof accounts.add)['~orpc']['inputSchema']>>
type NewAccountFields = Omit<AddInput['accounts'][number], 'figures'>

/**
 * Adds accounts with their figures, all or none.
 * @throws Refusal CODE_TAKEN; VALUE_REFUSED for an owner who isn't a member; FIGURE_NOT_FOUND
 */
export function addAccounts(
  kernel: Kernel,
  { commandId, accounts: added }: AddInput,
): Outcome<{ accountIds: AccountId[] }> {
  const label = { command: 'addAccounts', params: { count: added.length, name: added[0]?.name ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    const isMember = memberTest(tx)
    for (const { name, ownerId } of added)
      if (ownerId && !isMember(ownerId))
        throw new Refusal('VALUE_REFUSED', { name, field: 'ownerId', value: ownerId })
    const known = new Set(listFigures(tx.db).map(({ id }) => id))
    const insert = accountInserter(tx)
    const accountIds = added.map((account) => {
      tx.breathe()
      const given = account.figures ?? []
      if (given.some(({ figureId }) => !known.has(figureId))) throw new Refusal('FIGURE_NOT_FOUND')
      return insert(account, new Map(given.map(({ figureId, value }) => [figureId, value])))
    })
    const inserted = added.map(({ code = '', name }, at) => ({ id: accountIds[at] ?? '', code, name }))
    refuseTakenCodes(tx, inserted)
    return { accountIds }
  })
}

/** Inserts accounts inside a command; importing uses it too. What isn't given is empty. */
export function accountInserter(
  tx: Tx,
): (account: NewAccountFields, figures: ReadonlyMap<FigureId, number>) => AccountId {
  const insert = tx.db.prepare(
    `INSERT INTO account (id, code, name, owner_id, kind, cycle, industry, region, phone, note, figures)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (account, figures) => {
    const {
      code = '',
      name,
      ownerId,
      kind,
      cycle,
      industry = '',
      region = '',
      phone = '',
      note = '',
    } = account
    const id = AccountId.parse(tx.newId())
    const words = [industry, region, phone, note]
    insert.run(id, code, name, ownerId ?? null, kind ?? null, cycle ?? null, ...words, figuresJson(figures))
    return id
  }
}

/** Deletes accounts; marks and figures stay behind them, unseen. @throws Refusal ACCOUNT_NOT_FOUND */
export function removeAccounts(
  kernel: Kernel,
  { commandId, accountIds }: { commandId: CommandId; accountIds: readonly AccountId[] },
): Outcome<object> {
  const ids = new Set(accountIds)
  const [first] = ids
  const name = (first && accountReader(kernel.db)(first)?.name) ?? ''
  const label = { command: 'removeAccounts', params: { count: ids.size, name } }
  return kernel.write({ commandId, label }, (tx) => {
    const remove = tx.db.prepare('UPDATE account SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('ACCOUNT_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}

/** Whether an id is that of a member who hasn't left. */
export function memberTest(tx: Tx): (id: string) => boolean {
  const members = new Set(tx.db.prepare<[], string>('SELECT id FROM member WHERE deleted = 0').pluck().all())
  return (id) => members.has(id)
}

/** @throws Refusal CODE_TAKEN where an account just written has the code of another one */
export function refuseTakenCodes(tx: Tx, written: readonly CodeHolder[]): void {
  if (written.length === 0) return
  const all = tx.db
    .prepare<[], CodeHolder>(`SELECT id, code, name FROM account WHERE deleted = 0 AND code <> ''`)
    .all()
  const taken = takenCode(written, all)
  if (taken) throw new Refusal('CODE_TAKEN', { code: taken.code, name: taken.holder.name })
}
