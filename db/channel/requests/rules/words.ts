/** What a request is about. */
export const REQUEST_KINDS = [
  'dispatch',
  'quality',
  'documents',
  'custom',
  'technical',
  'terms',
  'statement',
  'samples',
  'complaint',
  'marketing',
  'returns',
  'other',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** By which way a request reached us. */
export const REQUEST_WAYS = ['phone', 'wechat', 'email', 'visit', 'meeting', 'letter', 'other'] as const
export type RequestWay = (typeof REQUEST_WAYS)[number]

/** How pressing a request is, most pressing first: a policy may give each its own response times. */
export const PRIORITIES = ['urgent', 'normal', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]
