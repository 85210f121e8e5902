import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId, HandoverId, type MemberId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { byPinyin, pinyinText } from '../../pinyin.ts'
import { dayOf } from '../../rules/days.ts'
import { newestStandings } from '../../service/standings.ts'
import type { HandoverLine, handover } from '../contract.ts'
import { CHECKS, type Check, maySign, type Progress, SIDES, type Side, stateOf } from '../rules/checklist.ts'
import { moveAccounts } from './move.ts'

type Input<Name extends 'make' | 'tick' | 'sign' | 'remove'> = z.output<
  NonNullable<(typeof handover)[Name]['~orpc']['inputSchema']>
>
type Page = z.output<NonNullable<(typeof handover.get)['~orpc']['outputSchema']>>

/** A hand-over's own row, with the names of both. */
interface Stored {
  readonly id: HandoverId
  readonly fromId: MemberId
  readonly fromName: string
  readonly toId: MemberId
  readonly toName: string
  readonly accountIds: string
  readonly madeOn: string
  readonly dueOn: string | null
  readonly note: string
  readonly giverSignedAt: string | null
  readonly takerSignedAt: string | null
  readonly movedAt: string | null
}

const STORED = `SELECT h.id, h.from_id AS fromId, f.name AS fromName, h.to_id AS toId, t.name AS toName,
    h.account_ids AS accountIds, h.made_on AS madeOn, h.due_on AS dueOn, h.note,
    h.giver_signed_at AS giverSignedAt, h.taker_signed_at AS takerSignedAt, h.moved_at AS movedAt
  FROM handover h JOIN member f ON f.id = h.from_id JOIN member t ON t.id = h.to_id WHERE h.deleted = 0`

/** All hand-overs, those not moved yet first, then newest first. */
export const listHandovers = ({ db }: Kernel): HandoverLine[] =>
  db
    .prepare<[], Stored>(`${STORED} ORDER BY h.moved_at IS NOT NULL, h.made_on DESC, h.id DESC`)
    .all()
    .map((stored) => lineOf(db, stored))

/** One with its checklist. @throws Refusal HANDOVER_NOT_FOUND */
export function getHandover({ db }: Kernel, handoverId: HandoverId): Page {
  const stored = storedHandover(db, handoverId)
  const { ticks, signed } = progressOf(db, stored)
  return {
    ...lineOf(db, stored),
    ticks: CHECKS.map((check) => ({ check, ...ticks[check] })),
    signed: { ...signed },
    signedBy: { giver: signerOf(db, stored, 'giver'), taker: signerOf(db, stored, 'taker') },
  }
}

/** @throws Refusal HANDOVER_NOT_FOUND */
export function storedHandover(db: Database.Database, id: HandoverId): Stored {
  const stored = db.prepare<[HandoverId], Stored>(`${STORED} AND h.id = ?`).get(id)
  if (!stored) throw new Refusal('HANDOVER_NOT_FOUND')
  return stored
}

/** Who pressed the button: the history of every change knows, so that signing for somebody else can't pass unseen. */
function signerOf(db: Database.Database, stored: Stored, side: Side): string | null {
  const at = side === 'giver' ? stored.giverSignedAt : stored.takerSignedAt
  if (at === null) return null
  const actor = db
    .prepare<[string, string, string], string>(
      `SELECT t.actor FROM change c JOIN txn t ON t.id = c.txn_id
       WHERE c.tbl = 'handover' AND c.row_id = ? AND json_extract(c.after, '$.' || ?) = ? ORDER BY t.hlc LIMIT 1`,
    )
    .pluck()
    .get(stored.id, COLUMNS[side].signed, at)
  return actor || null
}

/** The accounts of a hand-over that are still there, in its order; one that was merged since is the one kept. */
export function accountsOf(db: Database.Database, { accountIds }: Pick<Stored, 'accountIds'>) {
  const read = db.prepare<[string], { id: string; name: string }>(
    `SELECT k.id, k.name FROM account a JOIN account k ON k.id = coalesce(a.merged_into, a.id)
     WHERE a.id = ? AND k.deleted = 0`,
  )
  const ids: string[] = JSON.parse(accountIds)
  const found = new Map(ids.flatMap((id) => read.get(id) ?? []).map((account) => [account.id, account]))
  return [...found.values()].map(({ id, name }) => ({ id: AccountId.parse(id), name }))
}

function lineOf(db: Database.Database, stored: Stored): HandoverLine {
  const progress = progressOf(db, stored)
  const ticked = CHECKS.flatMap((check) => SIDES.map((side) => progress.ticks[check][side])).filter(Boolean)
  return {
    id: stored.id,
    from: { id: stored.fromId, name: stored.fromName },
    to: { id: stored.toId, name: stored.toName },
    accounts: accountsOf(db, stored),
    madeOn: stored.madeOn,
    dueOn: stored.dueOn,
    note: stored.note,
    state: stateOf(progress),
    ticked: ticked.length,
    checks: CHECKS.length * SIDES.length,
    movedAt: stored.movedAt,
  }
}

const NO_TICK: Readonly<Record<Side, string | null>> = { giver: null, taker: null }

function progressOf(db: Database.Database, stored: Stored): Progress {
  const rows = db
    .prepare<[string], { item: string; giver: string | null; taker: string | null }>(
      'SELECT item, giver_at AS giver, taker_at AS taker FROM handover_tick WHERE handover_id = ? AND deleted = 0',
    )
    .all(stored.id)
  const ticks = new Map(rows.map(({ item, giver, taker }) => [item, { giver, taker }]))
  const of = (check: Check) => ticks.get(check) ?? NO_TICK
  return {
    ticks: {
      portraits: of('portraits'),
      people: of('people'),
      promises: of('promises'),
      nextSteps: of('nextSteps'),
      prices: of('prices'),
      groups: of('groups'),
      introduced: of('introduced'),
    },
    signed: { giver: stored.giverSignedAt, taker: stored.takerSignedAt },
    movedAt: stored.movedAt,
  }
}

type Owned = z.output<NonNullable<(typeof handover.ownedBy)['~orpc']['outputSchema']>>[number]

/** Accounts that a colleague owns, by pinyin, with their tiers and how many promises are open. */
export function ownedBy({ db }: Kernel, memberId: MemberId): Owned[] {
  const standings = newestStandings(db)
  return db
    .prepare<[string], Pick<Owned, 'id' | 'name' | 'openPromises'>>(
      `SELECT a.id, a.name, (SELECT count(*) FROM promise p
         WHERE p.account_id = a.id AND p.settlement IS NULL AND p.deleted = 0) AS openPromises
       FROM account a WHERE a.owner_id = ? AND a.deleted = 0`,
    )
    .all(memberId)
    .map((account) => ({
      ...account,
      pinyin: pinyinText(account.name),
      tier: standings.get(account.id)?.tier ?? null,
    }))
    .sort(byPinyin)
}

/** Begins a hand-over. @throws Refusal HANDOVER_TO_SELF, MEMBER_NOT_FOUND, ACCOUNT_NOT_FOUND, NOT_OWNER */
export function makeHandover(kernel: Kernel, input: Input<'make'>): Outcome<{ handoverId: HandoverId }> {
  const { commandId, fromId, toId, accountIds, dueOn, note } = input
  if (fromId === toId) throw new Refusal('HANDOVER_TO_SELF')
  const from = memberName(kernel.db, fromId)
  const to = memberName(kernel.db, toId)
  const label = { command: 'makeHandover', params: { from, to, count: accountIds.length } }
  return kernel.write({ commandId, label }, (tx) => {
    const owned = tx.db.prepare<[string], { name: string; ownerId: string | null }>(
      'SELECT name, owner_id AS ownerId FROM account WHERE id = ? AND deleted = 0',
    )
    for (const id of accountIds) {
      const account = owned.get(id)
      if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
      if (account.ownerId !== fromId) throw new Refusal('NOT_OWNER', { name: account.name })
    }
    const handoverId = HandoverId.parse(tx.newId())
    tx.db
      .prepare(
        'INSERT INTO handover (id, from_id, to_id, account_ids, made_on, due_on, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        handoverId,
        fromId,
        toId,
        JSON.stringify([...new Set(accountIds)]),
        dayOf(kernel.now()),
        dueOn,
        note,
      )
    return { handoverId }
  })
}

/** The name of a colleague who is there. @throws Refusal MEMBER_NOT_FOUND */
export function memberName(db: Database.Database, id: MemberId): string {
  const name = db
    .prepare<[string], string>('SELECT name FROM member WHERE id = ? AND deleted = 0')
    .pluck()
    .get(id)
  if (name === undefined) throw new Refusal('MEMBER_NOT_FOUND')
  return name
}

const labelOf = (command: string, { fromName, toName }: Stored) => ({
  command,
  params: { from: fromName, to: toName },
})

/** Ticks a line for one side or takes the tick back. @throws Refusal HANDOVER_NOT_FOUND, HANDOVER_MOVED */
export function tickHandover(kernel: Kernel, input: Input<'tick'>): Outcome<object> {
  const stored = storedHandover(kernel.db, input.handoverId)
  return kernel.write({ commandId: input.commandId, label: labelOf('tickHandover', stored) }, (tx) => {
    notMoved(tx, input.handoverId)
    const id = derivedId(input.handoverId, input.check)
    const column = COLUMNS[input.side].tick
    tx.db
      .prepare(
        `INSERT INTO handover_tick (id, handover_id, item, ${column}) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET ${column} = excluded.${column}`,
      )
      .run(id, input.handoverId, input.check, input.done ? tx.now : null)
    return {}
  })
}

const COLUMNS = {
  giver: { tick: 'giver_at', signed: 'giver_signed_at' },
  taker: { tick: 'taker_at', signed: 'taker_signed_at' },
} as const satisfies Record<Side, object>

function notMoved(tx: Tx, id: HandoverId): Stored {
  const stored = storedHandover(tx.db, id)
  if (stored.movedAt !== null) throw new Refusal('HANDOVER_MOVED')
  return stored
}

/**
 * Signs for one side; with the second signature the accounts move, in the same command.
 * @throws Refusal HANDOVER_NOT_FOUND, HANDOVER_MOVED, CHECKS_OPEN
 */
export function signHandover(
  kernel: Kernel,
  { commandId, handoverId, side }: Input<'sign'>,
): Outcome<{ moved: boolean }> {
  const label = labelOf('signHandover', storedHandover(kernel.db, handoverId))
  return kernel.write({ commandId, label }, (tx) => {
    const stored = notMoved(tx, handoverId)
    const progress = progressOf(tx.db, stored)
    if (progress.signed[side] !== null) return { moved: false }
    if (!maySign(progress, side)) throw new Refusal('CHECKS_OPEN')
    tx.db.prepare(`UPDATE handover SET ${COLUMNS[side].signed} = ? WHERE id = ?`).run(tx.now, handoverId)
    const both = SIDES.every((one) => one === side || progress.signed[one] !== null)
    if (!both) return { moved: false }
    moveAccounts(tx, { ...stored, accountIds: accountsOf(tx.db, stored).map(({ id }) => id) })
    tx.db.prepare('UPDATE handover SET moved_at = ? WHERE id = ?').run(tx.now, handoverId)
    return { moved: true }
  })
}

/** Gives a hand-over up. @throws Refusal HANDOVER_NOT_FOUND, HANDOVER_MOVED */
export function removeHandover(kernel: Kernel, { commandId, handoverId }: Input<'remove'>): Outcome<object> {
  const label = labelOf('removeHandover', storedHandover(kernel.db, handoverId))
  return kernel.write({ commandId, label }, (tx) => {
    notMoved(tx, handoverId)
    tx.db.prepare('UPDATE handover SET deleted = 1 WHERE id = ?').run(handoverId)
    return {}
  })
}
