import type Database from 'better-sqlite3'
import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import type { Lifecycle } from '../../../accounts/rules/fields.ts'
import { checkHappened, checkOrder } from '../../../channel/ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  removeRows,
  writeJson,
} from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type CaseId, type MemberId, WinBackId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { caseReader } from '../../service/stored.ts'
import { WinBackFields, type winBacks } from '../contract.ts'
import { isWinBackOpen, outcomeDue } from '../rules/course.ts'
import type { WinBackDecision, WinBackOutcome } from '../rules/words.ts'
import { listWinBacks } from './read.ts'
import { type Outcomes, storedWinBack, winBackName } from './stored.ts'

const WIN_BACKS: Ledger = {
  table: 'win_back',
  fields: WinBackFields,
  columns: { lostOn: 'lost_on', ownerId: 'owner_id', caseId: 'case_id' },
  name: 'code',
  commands: { change: 'changeWinBacks', remove: 'removeWinBacks' },
}

/** Says that an account is lost. @throws Refusal ACCOUNT_NOT_FOUND, CASE_NOT_FOUND, WIN_BACK_THERE, DAY_TO_COME */
export function startWinBack(
  kernel: Kernel,
  { commandId, accountId, lostOn, caseId, ownerId }: InputOf<typeof winBacks.start>,
): Outcome<{ winBackId: WinBackId; code: string }> {
  const account = kernel.db
    .prepare<[AccountId], { name: string; ownerId: MemberId | null }>(
      `SELECT a.name, m.id AS ownerId FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
       WHERE a.id = ? AND a.deleted = 0`,
    )
    .get(accountId)
  if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
  const label = { command: 'startWinBack', params: { name: account.name } }
  return kernel.write({ commandId, label }, (tx) => {
    const there = listWinBacks(kernel, { accountId }).rows.find(({ state }) => isWinBackOpen(state))
    if (there) throw new Refusal('WIN_BACK_THERE', { code: there.code })
    if (caseId !== null) caseReader(tx.db)(caseId)
    checkNamed(tx.db, { member: ownerId })
    checkHappened(lostOn, dayOf(kernel.now()))
    const code = nextCode(tx.db)
    const owner_id = ownerId === undefined ? account.ownerId : ownerId
    const row = { code, account_id: accountId, case_id: caseId, lost_on: lostOn, owner_id }
    const winBackId = WinBackId.parse(insertRow(tx, 'win_back', row))
    setLifecycle(tx, accountId, 'lost')
    return { winBackId, code }
  })
}

/** One more than the highest number given so far, deleted ones too. */
function nextCode(db: Database.Database): string {
  const highest =
    db
      .prepare<[], string>(
        `SELECT code FROM win_back WHERE code GLOB 'W-[0-9]*' ORDER BY length(code) DESC, code DESC LIMIT 1`,
      )
      .pluck()
      .get() ?? 'W-0'
  return `W-${String(Number(highest.slice(2)) + 1).padStart(4, '0')}`
}

const setLifecycle = (tx: Tx, accountId: AccountId, lifecycle: Lifecycle): void =>
  void tx.db.prepare('UPDATE account SET lifecycle = ? WHERE id = ?').run(lifecycle, accountId)

interface Row {
  readonly id: string
  readonly lost_on: string
  readonly owner_id: string | null
  readonly case_id: CaseId | null
}

/** Changes fields of lost accounts, all or none. @throws Refusal as the contract says */
export const changeWinBacks = (kernel: Kernel, input: InputOf<typeof winBacks.change>): Outcome<object> =>
  changeRows<Row>(kernel, WIN_BACKS, input, (tx, row) => {
    for (const { field } of input.edits.filter(({ id }) => id === row.id))
      switch (field) {
        case 'ownerId':
          checkNamed(tx.db, { member: row.owner_id })
          break
        case 'caseId':
          if (row.case_id !== null) caseReader(tx.db)(row.case_id)
          break
        case 'lostOn':
          checkHappened(row.lost_on, dayOf(kernel.now()))
          break
      }
  })

/** Deletes lost accounts' records. @throws Refusal ROW_NOT_FOUND */
export const removeWinBacks = (
  kernel: Kernel,
  { commandId, winBackIds }: InputOf<typeof winBacks.remove>,
): Outcome<object> => removeRows(kernel, WIN_BACKS, { commandId, ids: winBackIds })

/** Writes what they said when they were asked. @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, PERSON_NOT_FOUND, DAY_TO_COME */
export function writeInterview(
  kernel: Kernel,
  { commandId, winBackId, before, after }: InputOf<typeof winBacks.writeInterview>,
): Outcome<object> {
  const label = { command: 'writeInterview', params: { name: winBackName(kernel.db, winBackId) } }
  return kernel.write({ commandId, label }, (tx) => {
    checkNamed(tx.db, { person: after?.personId })
    checkHappened(after?.on, dayOf(kernel.now()), before?.on)
    writeJson(tx, WIN_BACKS, 'interview', { id: winBackId, before, after }, (value) => value)
    return {}
  })
}

/** Writes what it would be worth. @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED */
export function writeWorth(
  kernel: Kernel,
  { commandId, winBackId, before, after }: InputOf<typeof winBacks.writeWorth>,
): Outcome<object> {
  const label = { command: 'writeWorth', params: { name: winBackName(kernel.db, winBackId) } }
  return kernel.write({ commandId, label }, (tx) => {
    writeJson(tx, WIN_BACKS, 'worth', { id: winBackId, before, after }, (value) => value)
    return {}
  })
}

/** Where an account is in its life with us once it was decided; one that we leave or try stays lost for now. */
const DECIDED = { try: 'lost', leave: 'lost', courtesy: 'letGo' } as const satisfies Record<
  WinBackDecision,
  Lifecycle
>

/** What history calls each decision. */
const DECIDE = { try: 'decideToTry', leave: 'decideToLeave', courtesy: 'decideToPart' } as const

/**
 * Decides to try, to leave it or to part with courtesy, or takes that back with what was found since.
 * @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, WORTH_MISSING, MEMBER_NOT_FOUND, DAY_TO_COME, DAYS_OUT_OF_ORDER
 */
export function decideWinBack(
  kernel: Kernel,
  { commandId, winBackId, before, after }: InputOf<typeof winBacks.decide>,
): Outcome<object> {
  const command = after === null ? 'takeBackDecision' : DECIDE[after.decision]
  const label = { command, params: { name: winBackName(kernel.db, winBackId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { accountId, worth, lostOn } = storedWinBack(tx.db, winBackId)
    checkNamed(tx.db, { member: after?.memberId })
    checkHappened(after?.on, dayOf(kernel.now()), before?.on)
    checkOrder(lostOn, after?.on)
    if (after?.decision === 'try' && worth === null) throw new Refusal('WORTH_MISSING')
    writeJson(tx, WIN_BACKS, 'decision', { id: winBackId, before, after }, (value) => value)
    if (before?.decision !== after?.decision)
      tx.db.prepare(`UPDATE win_back SET outcomes = '{}' WHERE id = ?`).run(winBackId)
    setLifecycle(tx, accountId, after === null ? 'lost' : DECIDED[after.decision])
    return {}
  })
}

const FOUND = { back: 'wonBack', partly: 'lost', away: 'lost' } as const satisfies Record<
  WinBackOutcome,
  Lifecycle
>

/** Writes what was found when it was looked at again. @throws Refusal ROW_NOT_FOUND, NOT_DECIDED, LOOK_TOO_EARLY */
export function writeOutcome(
  kernel: Kernel,
  { commandId, winBackId, months, outcome, note }: InputOf<typeof winBacks.writeOutcome>,
): Outcome<object> {
  const label = { command: 'writeOutcome', params: { name: winBackName(kernel.db, winBackId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { accountId, decision, outcomes } = storedWinBack(tx.db, winBackId)
    if (decision?.decision !== 'try') throw new Refusal('NOT_DECIDED')
    const today = dayOf(kernel.now())
    const day = outcomeDue(decision.on, months)
    // who is back before half a year is over needn't wait for it to be written
    if (day > today && outcome !== 'back') throw new Refusal('LOOK_TOO_EARLY', { day })
    const { [months]: _before, ...others } = outcomes
    const by = kernel.actorName()
    const found: Outcomes =
      outcome === null ? others : { ...others, [months]: { outcome, note, on: today, by } }
    tx.db.prepare('UPDATE win_back SET outcomes = ? WHERE id = ?').run(JSON.stringify(found), winBackId)
    const newest = found[12] ?? found[6]
    setLifecycle(tx, accountId, newest ? FOUND[newest.outcome] : 'lost')
    return {}
  })
}
