import type { Tier } from '../../../evaluation/rules/tiers.ts'

/** What keeps a matrix of policies in a file from being used: gaps, overlaps, and values that aren't any. */
export const FILE_FAULTS = [
  'noMatrix',
  'tierMissing',
  'tierTwice',
  'termMissing',
  'termTwice',
  'termUnknown',
  'cellEmpty',
  'notNumber',
  'notYesNo',
  'tooLong',
  'outOfRange',
  'notPositive',
  'firstAfterSolution',
  'sharesNotWhole',
] as const
export type FileFaultCode = (typeof FILE_FAULTS)[number]

/** A fault with where it stands; see the contract. */
export interface FileFault {
  readonly line: number
  readonly cell: string
  readonly code: FileFaultCode
  readonly text: string
}

/** A column of a matrix that holds a tier's terms. */
export interface TierColumn {
  readonly tier: Tier
  /** from 0 */
  readonly column: number
}
