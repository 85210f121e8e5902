import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderKeyBetween, orderKeysAfter } from '../../../db/kernel/orderKey.ts'

describe('order keys', () => {
  test('keep a list in order through any inserts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 120 }), (places) => {
        const keys: string[] = []
        for (const place of places) {
          const at = place % (keys.length + 1)
          keys.splice(at, 0, orderKeyBetween(keys[at - 1] ?? null, keys[at] ?? null))
        }
        expect(keys).toEqual([...new Set(keys)].sort())
      }),
    )
  })

  test('stay short when rows are added at the end or always moved to the same place', () => {
    expect(orderKeysAfter(null, 1_000).at(-1)?.length).toBeLessThan(50)
    let first = orderKeyBetween(null, null)
    for (let i = 0; i < 200; i += 1) first = orderKeyBetween(null, first)
    expect(first.length).toBeLessThan(60)
  })

  test('are refused between keys in the wrong order', () => {
    expect(() => orderKeyBetween('b', 'a')).toThrow()
    expect(() => orderKeyBetween('a', 'a')).toThrow()
  })
})
