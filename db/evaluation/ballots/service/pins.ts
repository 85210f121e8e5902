import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'

/*
 * PINs keep honest colleagues honest at one laptop. They do not protect the file: whoever can copy it can read it.
 */

/** Wrong numbers in a row before an evaluator has to wait. */
const PATIENCE = 5
/** The first wait, seconds; it doubles with each further wrong number, up to the longest. */
const FIRST_WAIT = 30
const LONGEST_WAIT = 15 * 60
const HASH_BYTES = 32

/**
 * When each evaluator may try again, on the clock that only runs forward: setting the laptop's clock gains nothing.
 * After a restart the wait begins anew, from the failures that the file remembers.
 */
const waits = new WeakMap<Kernel, Map<MemberId, number>>()
const started = performance.now()

const readPin = (
  db: Database.Database,
  memberId: MemberId,
): { secret: string; failures: number } | undefined =>
  db
    .prepare<[string], { secret: string; failures: number }>(
      'SELECT secret, failures FROM member_pin WHERE member_id = ?',
    )
    .get(memberId)

/** The members who have a PIN on this laptop. */
export const membersWithPin = (db: Database.Database): ReadonlySet<string> =>
  new Set(db.prepare<[], string>('SELECT member_id FROM member_pin').pluck().all())

/** Sets a member's first PIN. @throws Refusal PIN_IS_SET */
export function choosePin(kernel: Kernel, memberId: MemberId, pin: string): void {
  kernel.writeLocal((db) => {
    if (readPin(db, memberId)) throw new Refusal('PIN_IS_SET')
    const salt = randomBytes(16).toString('hex')
    db.prepare('INSERT INTO member_pin (member_id, secret, set_at) VALUES (?, ?, ?)').run(
      memberId,
      `${salt}:${hashed(pin, salt).toString('hex')}`,
      new Date(kernel.now()).toISOString(),
    )
  })
}

/** Forgets a member's PIN. */
export const forgetPin = (kernel: Kernel, memberId: MemberId): void => {
  kernel.writeLocal((db) => db.prepare('DELETE FROM member_pin WHERE member_id = ?').run(memberId))
  waits.get(kernel)?.delete(memberId)
}

/** Checks a member's PIN. @throws Refusal PIN_NOT_SET, PIN_WAIT, PIN_WRONG */
export function checkPin(kernel: Kernel, memberId: MemberId, pin: string): void {
  const stored = readPin(kernel.db, memberId)
  if (!stored) throw new Refusal('PIN_NOT_SET')
  const waiting = waits.get(kernel) ?? new Map<MemberId, number>()
  waits.set(kernel, waiting)
  const until = waiting.get(memberId) ?? started + waitAfter(stored.failures)
  const left = until - performance.now()
  if (left > 0) throw new Refusal('PIN_WAIT', { seconds: Math.ceil(left / 1000) })
  const [salt = '', hash = ''] = stored.secret.split(':')
  if (timingSafeEqual(hashed(pin, salt), Buffer.from(hash, 'hex'))) {
    if (stored.failures > 0) setFailures(kernel, memberId, 0)
    return
  }
  const failures = stored.failures + 1
  setFailures(kernel, memberId, failures)
  waiting.set(memberId, performance.now() + waitAfter(failures))
  if (failures >= PATIENCE) throw new Refusal('PIN_WAIT', { seconds: waitAfter(failures) / 1000 })
  throw new Refusal('PIN_WRONG', { left: PATIENCE - failures })
}

const hashed = (pin: string, salt: string): Buffer => scryptSync(pin, salt, HASH_BYTES)

/** How long to wait after so many wrong numbers, milliseconds. */
const waitAfter = (failures: number): number =>
  failures < PATIENCE ? 0 : 1000 * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(10, failures - PATIENCE))

const setFailures = (kernel: Kernel, memberId: MemberId, failures: number): void => {
  kernel.writeLocal((db) =>
    db.prepare('UPDATE member_pin SET failures = ? WHERE member_id = ?').run(failures, memberId),
  )
}
