/** Refusals of the channel's ledgers, in the three sentences of `errors.ts`. */
export const ledgerError = {
  DAYS_OUT_OF_ORDER: {
    what: '日子的先后不对。',
    why: '{{second}} 在 {{first}} 之前。',
    next: '改其中一个日子再试一次。',
  },
  DAY_TO_COME: {
    what: '没有记下。',
    why: '{{day}} 还没有到，不能记成已经发生。',
    next: '写今天或以前的日子。',
  },
  PROOF_STANDS: {
    what: '改正不能撤回。',
    why: '{{code}} 已经证实，证明以它为据。',
    next: '先撤回证明。',
  },
  NOT_CORRECTED: {
    what: '还不能证实。',
    why: '{{code}} 的改正还没有完成。',
    next: '先记下改正的日子。',
  },
} as const
