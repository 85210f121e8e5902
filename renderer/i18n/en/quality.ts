import type { Words } from '../words.ts'
import type { quality as zh } from '../zh/quality.ts'

/** Words of the quality incidents (C1). */
export const quality = {
  title: 'Quality incidents',
  new: 'New incident',
  empty:
    'No quality incidents yet. What went wrong with goods or service is kept here until it is corrected and proven.',
  emptyAccount: 'This account has no quality incidents.',
  noneShown: 'There are no such incidents.',
  choose: 'Select a row to see the incident, its correction and its proof.',
  showLabel: 'Which ones',
  show: { unproven: 'Not proven', late: 'Late', again: 'Recurring', all: 'All' },
  finding: '{{count, number}} in all, {{open, number}} not proven yet',
  findingLate: '{{count, number}} with a late correction',
  findingAgain: '{{count, number}} happened again',
  state: {
    open: 'No correction',
    decided: 'Decided',
    corrected: 'Corrected',
    proven: 'Proven',
  },
  late: '{{days, number}} d late',
  kind: { product: 'Product', service: 'Service' },
  severity: { severe: 'Severe', serious: 'Serious', slight: 'Slight' },
  again: 'No. {{count, number}}',
  recurs:
    'It happened again: {{count, number}} before with the same product of this account within twelve months.',
  noProduct: 'No product',
  titleHint: 'What happened, say: UV topcoat turned white, line stopped half a day',
  what: 'Incident',
  correction: 'Correction',
  correctionNone: 'No correction has been decided yet.',
  correctionLate: 'Not corrected, {{days, number}} d past the day that was set.',
  decide: 'Decide',
  doneToday: 'Corrected today',
  withdraw: 'Withdraw correction',
  proof: 'Proof',
  proofLater:
    'Once it is corrected, say why it won’t happen again. Without a proof the incident is not over.',
  proofNone:
    'Without a proof the incident is not over: say why it won’t happen again, with a test report, say.',
  prove: 'Prove',
  withdrawProof: 'Withdraw proof',
  field: {
    code: 'Code',
    state: 'State',
    title: 'Incident',
    kind: 'Kind',
    severity: 'Severity',
    productId: 'Product',
    earlier: 'Again',
    happenedOn: 'Happened',
    ownerId: 'Owner',
    dueOn: 'Correct by',
    doneOn: 'Corrected',
    correction: 'Correction',
    cause: 'Cause',
    detail: 'What happened',
    proof: 'Proof',
    provenOn: 'Proven on',
  },
} as const satisfies Words<typeof zh>
