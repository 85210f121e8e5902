import { accountName, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { checkHappened, checkOrder } from '../../../channel/ledger/service/days.ts'
import { checkNamed, type InputOf } from '../../../channel/ledger/service/rows.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, IdeaId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { IdeaAsker, ideas } from '../contract.ts'
import { hasOutcome, ideaStanding, withUntold } from '../rules/ideas.ts'
import { askersOf } from './read.ts'
import { ideaName, insertIdeaEvent, readIdea, writeIdeaProgress } from './stored.ts'

type Asking = Pick<IdeaAsker, 'accountId' | 'personId' | 'askedOn'> & { readonly ideaId: IdeaId }

/** Writes down a customer who asked for an idea, or corrects who and when. @throws Refusal as the contract says */
export function setAsker(
  kernel: Kernel,
  { commandId, ...asking }: InputOf<typeof ideas.setAsker>,
): Outcome<object> {
  const label = labelOf(kernel, 'setIdeaAsker', asking)
  return kernel.write({ commandId, label }, (tx) => {
    readIdea(tx.db, asking.ideaId)
    writeAsker(tx, kernel, asking)
    return {}
  })
}

const labelOf = (
  kernel: Kernel,
  command: string,
  { ideaId, accountId }: Pick<Asking, 'ideaId' | 'accountId'>,
) => ({
  command,
  params: { name: ideaName(kernel.db, ideaId), account: accountName(kernel.db, accountId) },
})

/**
 * Writes an asker down inside a command; one who wasn't told yet makes an idea that was told to all a delivered one.
 * @throws Refusal ACCOUNT_NOT_FOUND, PERSON_NOT_FOUND, DAY_TO_COME, DAY_OUT_OF_RANGE
 */
export function writeAsker(tx: Tx, kernel: Kernel, { ideaId, accountId, personId, askedOn }: Asking): void {
  mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
  checkNamed(tx.db, { person: personId })
  checkHappened(askedOn, dayOf(kernel.now()))
  const id = derivedId(ideaId, accountId)
  const known = tx.db
    .prepare<[string], number>('SELECT 1 FROM idea_asker WHERE id = ? AND deleted = 0')
    .pluck()
    .get(id)
  // one who is written down again after having been taken off hasn't been told
  tx.db
    .prepare(
      `INSERT INTO idea_asker (id, idea_id, account_id, person_id, asked_on) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, asked_on = excluded.asked_on,
         told = iif(deleted = 0, told, NULL), deleted = 0`,
    )
    .run(id, ideaId, accountId, personId, askedOn)
  if (known) return
  const note = accountName(tx.db, accountId)
  insertIdeaEvent(tx, { ideaId, kind: 'asked', at: kernel.now(), by: kernel.actorName(), note })
  standUntold(tx, kernel, ideaId)
}

/** An idea that was told to all is merely delivered while one who asked doesn't know. */
function standUntold(tx: Tx, kernel: Kernel, ideaId: IdeaId): void {
  const { progress } = readIdea(tx.db, ideaId)
  const untold = askersOf(tx.db, ideaId).some(({ told }) => told === null)
  const state = untold ? withUntold(progress.state) : progress.state
  if (state !== progress.state) writeIdeaProgress(tx, ideaId, ideaStanding(state, kernel.now()))
}

/** Takes a customer off who didn't ask after all. @throws Refusal IDEA_NOT_FOUND, ROW_NOT_FOUND */
export function removeAsker(
  kernel: Kernel,
  { commandId, ideaId, accountId }: InputOf<typeof ideas.removeAsker>,
): Outcome<object> {
  const label = labelOf(kernel, 'removeIdeaAsker', { ideaId, accountId })
  return kernel.write({ commandId, label }, (tx) => {
    readIdea(tx.db, ideaId)
    const { changes } = tx.db
      .prepare('UPDATE idea_asker SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(derivedId(ideaId, accountId))
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}

/** Notes that a customer who asked was told, or takes that back. @throws Refusal as the contract says */
export function tellAsker(
  kernel: Kernel,
  { commandId, ideaId, accountId, told }: InputOf<typeof ideas.tellAsker>,
): Outcome<object> {
  const label = labelOf(kernel, told === null ? 'untellIdeaAsker' : 'tellIdeaAsker', { ideaId, accountId })
  return kernel.write({ commandId, label }, (tx) => {
    const { code, progress } = readIdea(tx.db, ideaId)
    if (told !== null && !hasOutcome(progress.state)) throw new Refusal('IDEA_NOT_DELIVERED', { code })
    checkHappened(told?.on, dayOf(kernel.now()))
    checkOrder(askedOn(tx, ideaId, accountId), told?.on)
    const by = kernel.actorName()
    writeTold(tx, { ideaId, accountId, told: told === null ? null : { ...told, by } })
    if (told === null) standUntold(tx, kernel, ideaId)
    else
      insertIdeaEvent(tx, { ideaId, kind: 'told', at: kernel.now(), by, note: accountName(tx.db, accountId) })
    return {}
  })
}

/** When an account asked, YYYY-MM-DD. @throws Refusal ROW_NOT_FOUND where it didn't */
function askedOn(tx: Tx, ideaId: IdeaId, accountId: AccountId): string {
  const day = tx.db
    .prepare<[string], string>('SELECT asked_on FROM idea_asker WHERE id = ? AND deleted = 0')
    .pluck()
    .get(derivedId(ideaId, accountId))
  if (day === undefined) throw new Refusal('ROW_NOT_FOUND')
  return day
}

function writeTold(
  tx: Tx,
  { ideaId, accountId, told }: { ideaId: IdeaId; accountId: AccountId; told: IdeaAsker['told'] },
): void {
  tx.db
    .prepare('UPDATE idea_asker SET told = ? WHERE id = ?')
    .run(told === null ? null : JSON.stringify(told), derivedId(ideaId, accountId))
}
