import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circleClosedBy, type Reports } from '../../../db/accounts/map/rules/circles.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const someId = fc.constantFrom(...ids)
const line = fc.record({ fromId: someId, toId: someId })

/** Lines drawn one after the other, each refused that would close a circle: how the engine lets them come about. */
function drawn(lines: readonly Reports[]): Reports[] {
  const kept: Reports[] = []
  for (const one of lines) if (!circleClosedBy(kept, one)) kept.push(one)
  return kept
}

/** Everybody above a person, by brute force. */
const above = (lines: readonly Reports[], id: string, steps = ids.length): Set<string> =>
  new Set(
    steps === 0
      ? []
      : lines
          .filter(({ fromId }) => fromId === id)
          .flatMap(({ toId }) => [toId, ...above(lines, toId, steps - 1)]),
  )

describe('who reports to whom', () => {
  it('nobody reports to themselves, directly or through others', () => {
    expect(circleClosedBy([], { fromId: 'a', toId: 'a' })).toEqual(['a', 'a'])
    const chain = [
      { fromId: 'a', toId: 'b' },
      { fromId: 'b', toId: 'c' },
    ]
    expect(circleClosedBy(chain, { fromId: 'c', toId: 'a' })).toEqual(['c', 'a', 'b', 'c'])
    expect(circleClosedBy(chain, { fromId: 'a', toId: 'c' })).toBeNull()
  })

  it('whatever lines are drawn, nobody ever stands above themselves', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const kept = drawn(lines)
        for (const id of ids) expect(above(kept, id)).not.toContain(id)
      }),
    )
  })

  it('refuses only what closes a circle, and names one that is there', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), line, (lines, added) => {
        const kept = drawn(lines)
        const circle = circleClosedBy(kept, added)
        expect(circle === null).toBe(
          added.fromId !== added.toId && !above(kept, added.toId).has(added.fromId),
        )
        const all = [...kept, added]
        circle?.slice(1).forEach((toId, at) => {
          expect(all).toContainEqual({ fromId: circle[at], toId })
        })
      }),
    )
  })

  it('ends also where the lines that are there already go in a circle', () => {
    const circle = [
      { fromId: 'a', toId: 'b' },
      { fromId: 'b', toId: 'a' },
    ]
    expect(circleClosedBy(circle, { fromId: 'c', toId: 'a' })).toBeNull()
  })
})
