import type { Words } from '../words.ts'
import type { ledgerError as zh } from '../zh/ledgerErrors.ts'

/** Refusals of the channel's ledgers, in the three sentences of `errors.ts`. */
export const ledgerError = {
  DAYS_OUT_OF_ORDER: {
    what: 'The days are in the wrong order.',
    why: '{{second}} is before {{first}}.',
    next: 'Change one of them and try again.',
  },
  DAY_TO_COME: {
    what: 'Not saved.',
    why: '{{day}} has not come yet, so nothing can have happened on it.',
    next: 'Write today or an earlier day.',
  },
  PROOF_STANDS: {
    what: 'The correction can’t be taken back.',
    why: '{{code}} is proven, and the proof rests on it.',
    next: 'Withdraw the proof first.',
  },
  NOT_CORRECTED: {
    what: 'It can’t be proven yet.',
    why: 'The correction of {{code}} isn’t carried out.',
    next: 'Note the day on which it was corrected first.',
  },
} as const satisfies Words<typeof zh>
