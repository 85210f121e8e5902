import type { Words } from '../words.ts'
import type { ledger as zh } from '../zh/ledger.ts'

/** Words that the ledgers of the VIP channel share. */
export const ledger = {
  filter: 'Find',
  account: 'Account',
  tier: 'Tier',
  open: 'Open {{name}}',
  cancel: 'Cancel',
  save: 'Save',
  remove: 'Delete',
  more: 'More',
  textTooLong:
    'Too long: {{count, number}} characters, {{most, number}} at most; not saved, nothing was cut off',
  required: 'Please fill this in.',
  tooLong: 'At most {{max}} characters',
  notDay: '“{{text}}” is no day. Write 2026-11-24, 11-24, Friday or yesterday.',
  notChoice: 'There is no “{{text}}” here.',
  dayHint: '11-24, Friday, yesterday',
  yesterday: 'yesterday',
  today: 'today',
  tomorrow: 'tomorrow',
  by: 'by {{name}}',
  choose: {
    tiers: 'Whole tiers',
    levels: 'Club levels',
    single: 'Add one account',
    offered: 'Chosen accounts',
    none: 'Tick a tier, or add accounts by name.',
  },
} as const satisfies Words<typeof zh>
