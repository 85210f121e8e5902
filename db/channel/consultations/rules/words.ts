/** What kind of decision is put to accounts before it is taken (A9). */
export const CONSULTATION_KINDS = [
  'price',
  'productEnd',
  'newProduct',
  'service',
  'strategy',
  'other',
] as const
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number]
