import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differ, placesOf } from '../../../../db/accounts/analysis/rules/comparison.ts'
import { broughtBy, chainFrom, totalBrought } from '../../../../db/accounts/analysis/rules/referrals.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const referrals = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    fromId: fc.constantFrom(...NAMES),
    toId: fc.constantFrom(...NAMES),
    brought: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)
const link = (fromId: string, toId: string, brought: number | null = null) => ({
  id: `${fromId}${toId}`,
  fromId,
  toId,
  brought,
})

describe('chains of referrals (C4)', () => {
  it('follow who was brought, downstream included, in depth', () => {
    const chain = chainFrom('a', [link('a', 'b', 10), link('b', 'c', 5), link('a', 'd'), link('x', 'a', 99)])
    expect(chain.map(({ referral, depth }) => `${depth}${referral.toId}`)).toEqual(['1b', '2c', '1d'])
    expect(totalBrought(chain)).toBe(15)
  })

  it('end where they meet themselves', () => {
    const chain = chainFrom('a', [link('a', 'b', 10), link('b', 'a', 5), link('a', 'a', 1)])
    expect(chain.map(({ referral, seen }) => [referral.id, seen])).toEqual([
      ['ab', false],
      ['ba', true],
      ['aa', true],
    ])
    expect(broughtBy('a', [link('a', 'b'), link('b', 'a')]).map(({ id }) => id)).toEqual(['ba'])
  })

  it('hold each referral once, and just those that can be reached, whatever circles there are', () =>
    fc.assert(
      fc.property(referrals, (known) => {
        const reached = new Set(['a'])
        for (let grown = -1; grown !== reached.size; ) {
          grown = reached.size
          for (const { fromId, toId } of known) if (reached.has(fromId)) reached.add(toId)
        }
        const expected = known.filter(({ fromId }) => reached.has(fromId)).map(({ id }) => id)
        const chain = chainFrom('a', known)
        expect(chain.map(({ referral }) => referral.id).toSorted()).toEqual(expected.toSorted())
        expect(new Set(broughtBy('a', known)).size).toBe(broughtBy('a', known).length)
      }),
    ))

  it('brought an unknown amount where none is written', () => {
    expect(totalBrought(chainFrom('a', [link('a', 'b')]))).toBeNull()
  })
})

describe('best and worst side by side', () => {
  it('are marked by what is better, ties alike, unknown never', () => {
    expect(placesOf([3, null, 9, 9, 3], 'more')).toEqual(['worst', null, 'best', 'best', 'worst'])
    expect(placesOf([3, 9, 5], 'less')).toEqual(['best', 'worst', null])
  })

  it('are not marked where nothing is better, all are equal, or one is known', () => {
    expect(placesOf([1, 2], 'neither')).toEqual([null, null])
    expect(placesOf([4, 4, 4], 'more')).toEqual([null, null, null])
    expect(placesOf([null, 4], 'more')).toEqual([null, null])
  })

  it('a row differs where one of its texts does', () => {
    expect(differ(['a', 'a'])).toBe(false)
    expect(differ(['a', ''])).toBe(true)
  })
})
