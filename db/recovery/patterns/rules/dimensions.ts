/** By what cases are grouped to find patterns. `lossCause` is the one of the seven causes (B3) that the root cause belongs to. */
export const DIMENSIONS = [
  'rootCause',
  'category',
  'lossCause',
  'product',
  'place',
  'responsible',
  'account',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What is counted of a group: its cases, or what they cost — remedies paid and the customers' loss. */
export const MEASURES = ['count', 'money'] as const
export type Measure = (typeof MEASURES)[number]

/** By what the months of the heat map are divided. */
export const HEAT_DIMENSIONS = ['category', 'rootCause', 'product'] as const
export type HeatDimension = (typeof HEAT_DIMENSIONS)[number]
