import type { Words } from '../words.ts'
import type { ledgerCommand as zh } from '../zh/ledgerCommands.ts'

/** What commands of the channel's ledgers did, in the past tense. */
export const ledgerCommand = {
  addIncident: 'Recorded the incident “{{name}}” of {{account}}',
  changeIncidents: 'Changed the incident “{{name}}”',
  changeIncidents_many: 'Changed {{count, number}} incidents',
  removeIncidents: 'Deleted the incident “{{name}}”',
  removeIncidents_many: 'Deleted {{count, number}} incidents',
  decideCorrection: 'Decided the correction of “{{name}}”',
  changeCorrection: 'Changed the correction of “{{name}}”',
  carryOutCorrection: 'Carried out the correction of “{{name}}”',
  withdrawCorrection: 'Withdrew the correction of “{{name}}”',
  proveIncident: 'Proved the correction of “{{name}}”',
  withdrawProof: 'Withdrew the proof of “{{name}}”',
} as const satisfies Words<typeof zh>
