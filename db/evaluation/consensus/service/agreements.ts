import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { instantOf } from '../../../kernel/clock.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, IndicatorId, RoundId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { authorised, ballotRound } from '../../ballots/service/presence.ts'
import { readSeats } from '../../ballots/service/seats.ts'
import { measureOf } from '../../rules/bands.ts'
import { indicatorsOf } from '../../service/sheets.ts'
import type { Agreement, consensus } from '../contract.ts'

/** What a procedure of the consensus takes. */
export type ConsensusInput<Procedure extends keyof typeof consensus> = z.infer<
  NonNullable<(typeof consensus)[Procedure]['~orpc']['inputSchema']>
>

/** An agreement as it is read. */
export type AgreementRecord = Agreement

type StoredDecision = Omit<Agreement, 'accountId' | 'indicatorId' | 'at'> & {
  /** clock reading */
  readonly at: string
}

/** What the meeting agreed on, in the order in which it did. */
export const readAgreements = (db: Database.Database, roundId: RoundId): AgreementRecord[] =>
  db
    .prepare<[string], { account_id: AccountId; indicator_id: IndicatorId; decision: string }>(
      'SELECT account_id, indicator_id, decision FROM agreement WHERE round_id = ? AND deleted = 0',
    )
    .all(roundId)
    .map((row) => {
      const decision: StoredDecision = JSON.parse(row.decision)
      return { ...decision, accountId: row.account_id, indicatorId: row.indicator_id }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((agreement) => ({ ...agreement, at: instantOf(agreement.at) }))

/** Agreements are made while the meeting lasts. @throws Refusal ROUND_NOT_THERE, NOT_ENTERED, NOT_ALLOWED */
function inMeeting(kernel: Kernel, { roundId, ticket }: { roundId: RoundId; ticket: string }): string {
  const { name, state } = ballotRound(kernel, roundId)
  if (state !== 'consensus') throw new Refusal('ROUND_NOT_THERE', { name, state })
  return authorised(kernel, roundId, ticket, 'chair')
}

/** Records what the meeting agreed on for a cell. @throws Refusal as the contract says */
export function agreeOn(kernel: Kernel, input: ConsensusInput<'agree'>): Outcome<object> {
  const { commandId, roundId, accountId, indicatorId, mark, reason } = input
  const by = inMeeting(kernel, input)
  const names = cellNames(kernel, input)
  const seats = new Map(readSeats(kernel.db, roundId).map((seat) => [seat.memberId, seat.name]))
  const label = { command: 'agree', params: { ...names, mark: mark / 100 } }
  return kernel.write({ commandId, label, actor: by }, (tx) => {
    const decision: StoredDecision = {
      ...{ mark, reason, by, at: tx.hlc },
      arguments: input.arguments.map(({ memberId, text }) => ({
        memberId,
        text,
        name: seats.get(memberId) ?? '',
      })),
    }
    tx.db
      .prepare(
        `INSERT INTO agreement (id, round_id, account_id, indicator_id, decision) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET decision = excluded.decision, deleted = 0`,
      )
      .run(
        derivedId(roundId, accountId, indicatorId),
        roundId,
        accountId,
        indicatorId,
        JSON.stringify(decision),
      )
    return {}
  })
}

/** Takes an agreement back. @throws Refusal as the contract says */
export function disagreeOn(kernel: Kernel, input: ConsensusInput<'disagree'>): Outcome<object> {
  const { commandId, roundId, accountId, indicatorId } = input
  const actor = inMeeting(kernel, input)
  const label = { command: 'disagree', params: cellNames(kernel, input) }
  return kernel.write({ commandId, label, actor }, (tx) => {
    tx.db
      .prepare('UPDATE agreement SET deleted = 1 WHERE id = ?')
      .run(derivedId(roundId, accountId, indicatorId))
    return {}
  })
}

/** @throws Refusal ACCOUNT_NOT_FOUND, INDICATOR_NOT_FOUND, INDICATOR_BANDED */
function cellNames(
  kernel: Kernel,
  { roundId, accountId, indicatorId }: { roundId: RoundId; accountId: AccountId; indicatorId: IndicatorId },
): { account: string; indicator: string } {
  const account = kernel.db
    .prepare<[string], string>('SELECT name FROM account WHERE id = ? AND deleted = 0')
    .pluck()
    .get(accountId)
  if (account === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  const { sheetId } = ballotRound(kernel, roundId)
  const indicator = indicatorsOf(kernel.db, sheetId).find(({ id }) => id === indicatorId)
  if (!indicator) throw new Refusal('INDICATOR_NOT_FOUND')
  if (measureOf(indicator.standards).kind === 'banded')
    throw new Refusal('INDICATOR_BANDED', { indicator: indicator.name })
  return { account, indicator: indicator.name }
}
