import { Refusal } from '../../../kernel/errors.ts'

/** What may happen to a request or case next, as far as time goes. */
interface Since {
  readonly code: string
  /** epoch ms before which nothing more can have happened to it */
  readonly earliest: number
}

/**
 * When something happened, epoch ms. Where the laptop's clock was set back, what happens now is put right after what
 * happened last rather than before it.
 * @param said ISO-8601; now where absent
 * @throws Refusal STEP_TIME_REFUSED where it is said to lie before that, or in the future
 */
export function momentOf({ code, earliest }: Since, said: string | undefined, now: number): number {
  if (said === undefined) return Math.max(now, earliest)
  const at = Date.parse(said)
  if (at >= earliest && at <= Math.max(now, earliest)) return at
  const iso = (ms: number): string => new Date(ms).toISOString()
  throw new Refusal('STEP_TIME_REFUSED', { code, at: said, earliest: iso(earliest), latest: iso(now) })
}
