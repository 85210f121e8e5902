import { describe, expect, it } from 'vitest'
import type { BallotPreview } from '../../../../db/exchange/ballots/contract.ts'
import { MemberId } from '../../../../db/kernel/ids.ts'
import {
  earlierOf,
  fateOf,
  type ReturnedFile,
} from '../../../../renderer/features/evaluation/ballots/returnedBallots.ts'

const QIAN = MemberId.parse('01a2033c-2086-73ed-b0f7-7267f703a465')
const LIN = MemberId.parse('01a2033c-2086-73ed-b0f7-7267f703a466')
const NONE = { replace: false, abstain: false }

const read = (id: number, change: Partial<BallotPreview> = {}): ReturnedFile => ({
  id,
  file: new File([], `${id}.xlsx`),
  standing: {
    kind: 'read',
    preview: {
      ...{ memberId: QIAN, evaluator: '钱进', issuedAt: '2026-11-22T04:00:00.000Z' },
      ...{ marks: 7, cells: 8, remarks: 0, blankIndicators: [], differing: 7, lost: 0 },
      ...{ fate: 'new', empty: false, gone: 0, added: 0 },
      ...change,
    },
  },
})

describe('what becomes of a ballot that came back', () => {
  it('takes a new one, leaves one that was taken, waits for consent to replace or abstain', () => {
    const fate = (change: Partial<BallotPreview>, consents = NONE) => {
      const one = read(1, change)
      return fateOf([one], one, consents)
    }
    expect(fate({})).toBe('take')
    expect(fate({ fate: 'same', empty: true })).toBe('same')
    expect(fate({ fate: 'differs' })).toBe('differs')
    expect(fate({ fate: 'differs' }, { replace: true, abstain: false })).toBe('take')
    expect(fate({ empty: true })).toBe('empty')
    expect(fate({ empty: true, fate: 'differs' }, { replace: true, abstain: false })).toBe('empty')
    expect(fate({ empty: true }, { replace: false, abstain: true })).toBe('take')
  })

  it('takes one ballot of an evaluator at a time: the first that was put down', () => {
    const [first, second, other] = [read(1), read(2), read(3, { memberId: LIN })]
    const files = [first, second, other]
    expect(files.map((one) => fateOf(files, one, { replace: true, abstain: true }))).toEqual([
      ...['take', 'twice', 'take'],
    ])
    expect(earlierOf(files, second)?.id).toBe(1)
    expect(fateOf([second, other], second, NONE)).toBe('take')
  })

  it('has nothing to do with files that are read, refused or taken already', () => {
    const refused: ReturnedFile = {
      ...read(1),
      standing: { kind: 'refused', problem: { code: 'BALLOT_UNKNOWN', data: null } },
    }
    const taken: ReturnedFile = { ...read(2), standing: { kind: 'taken', evaluator: '钱进', marks: 7 } }
    const files = [refused, taken, read(3)]
    expect(files.map((one) => fateOf(files, one, NONE))).toEqual(['none', 'none', 'take'])
  })
})
