import type { z } from 'zod'
import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { MemberId, PromiseId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import type { promises } from '../contract.ts'
import { mayGo, needsNote, type SettledState } from '../rules/states.ts'
import { firstName } from './firstName.ts'

type SettleInput = z.output<NonNullable<(typeof promises.settle)['~orpc']['inputSchema']>>

/** How a promise ended, as its row's `settlement` keeps it. */
interface Settlement {
  readonly state: SettledState
  /** YYYY-MM-DD */
  readonly on: string
  readonly note: string
  /** who settled it; null where the laptop's user was unknown */
  readonly by: MemberId | null
}

/** The text of the column `settlement`, which only {@link settlementJson} writes. */
const readSettlement = (json: string): Settlement => JSON.parse(json)

/** A settlement as it is stored: the sample department settles its promises with it. */
export const settlementJson = (settlement: Settlement): string => JSON.stringify(settlement)

/**
 * Settles or reopens promises, all or none: how each ended, when, with what note and by whom.
 * @throws Refusal PROMISE_NOT_FOUND, PROMISE_STATE, RELEASE_NEEDS_NOTE
 */
export function settlePromises(
  kernel: Kernel,
  { commandId, promiseIds, to, on, note }: SettleInput,
): Outcome<object> {
  const ids = new Set(promiseIds)
  const params = { count: ids.size, name: firstName(kernel, promiseIds[0]) }
  return kernel.write({ commandId, label: { command: SETTLING[to], params } }, (tx) => {
    if (needsNote(to) && note === '') throw new Refusal('RELEASE_NEEDS_NOTE')
    const { me } = readSettings(tx.db)
    const settlement =
      to === 'open' ? null : settlementJson({ state: to, on: on ?? dayOf(kernel.now()), note, by: me })
    const select = tx.db.prepare<[PromiseId], { what: string; settlement: string | null }>(
      'SELECT what, settlement FROM promise WHERE id = ? AND deleted = 0',
    )
    const update = tx.db.prepare('UPDATE promise SET settlement = ? WHERE id = ?')
    for (const id of ids) {
      const promise = select.get(id)
      if (!promise) throw new Refusal('PROMISE_NOT_FOUND')
      const state = promise.settlement === null ? 'open' : readSettlement(promise.settlement).state
      if (state === to) continue
      if (!mayGo(state, to)) throw new Refusal('PROMISE_STATE', { what: promise.what, state })
      update.run(settlement, id)
      tx.breathe()
    }
    return {}
  })
}

const SETTLING = {
  open: 'reopenPromises',
  kept: 'keepPromises',
  broken: 'breakPromises',
  released: 'releasePromises',
} as const
