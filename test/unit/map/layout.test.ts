import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MapPlace } from '../../../db/accounts/map/contract.ts'
import { layOut } from '../../../db/accounts/map/rules/layout.ts'
import { overlap, type Point } from '../../../db/accounts/map/rules/places.ts'
import { anyMap, covers, mapOf, member, memberId, person, personId, reports } from './maps.ts'

const at = (places: ReadonlyMap<string, Point>, id: string): Point => {
  const place = places.get(id)
  if (!place) throw new Error(`${id} stands nowhere`)
  return place
}

describe('the automatic layout', () => {
  it('gives everybody a place of their own, whatever lines there are', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const places = [...layOut({ ...map, places: [] })]
        expect(places).toHaveLength(map.people.length + map.members.length)
        // what the engine keeps: whole steps
        for (const [nodeId, place] of places) MapPlace.parse({ nodeId, ...place })
        for (const [at1, [, a]] of places.entries())
          for (const [, b] of places.slice(at1 + 1)) expect(overlap(a, b)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('puts each below their superior, and our people left of theirs', () => {
    const people = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => person(number))
    const relations = [
      reports(1, 0),
      reports(2, 0),
      reports(3, 1),
      reports(4, 2),
      reports(5, 2),
      reports(6, 2),
      reports(7, 2),
    ]
    const map = mapOf({ people, relations, members: [member(0)], coverage: [covers(0, 3, 2)] })
    const places = layOut(map)
    for (const { fromId, toId } of relations) expect(at(places, fromId).y).toBeGreaterThan(at(places, toId).y)
    expect(at(places, personId(1)).y).toBe(at(places, personId(2)).y)
    for (const { id } of people) expect(at(places, memberId(0)).x).toBeLessThan(at(places, id).x)
  })

  it('puts those of ours who know nobody yet left of the others, and no lower', () => {
    const members = [0, 1, 2, 3, 4, 5].map((number) => member(number))
    const coverage = [0, 1, 2, 3].map((number) => covers(number, 0, 1))
    const places = layOut(mapOf({ people: [person(0)], members, coverage }))
    const known = at(places, memberId(0))
    for (const number of [4, 5]) expect(at(places, memberId(number)).x).toBeLessThan(known.x)
    const lowest = Math.max(...[0, 1, 2, 3].map((number) => at(places, memberId(number)).y))
    for (const number of [4, 5]) expect(at(places, memberId(number)).y).toBeLessThanOrEqual(lowest)
  })

  it('keeps the people below one superior apart from those below another, so that no lines cross', () => {
    fc.assert(
      fc.property(
        // each reports to somebody before them: any forest
        fc
          .array(fc.nat(), { minLength: 1, maxLength: 39 })
          .map((numbers) => numbers.map((n, i) => n % (i + 1))),
        (superiors) => {
          const people = [person(0), ...superiors.map((_, i) => person(i + 1))]
          const places = layOut(mapOf({ people, relations: superiors.map((to, i) => reports(i + 1, to)) }))
          const below = (number: number): number[] =>
            superiors.flatMap((to, i) => (to === number ? [i + 1, ...below(i + 1)] : []))
          const span = (number: number): [number, number] => {
            const xs = [number, ...below(number)].map((one) => at(places, personId(one)).x)
            return [Math.min(...xs), Math.max(...xs)]
          }
          for (const one of people.keys()) {
            const branches = superiors
              .flatMap((to, i) => (to === one && below(i + 1).length > 0 ? [span(i + 1)] : []))
              .sort(([a], [b]) => a - b)
            for (const [i, branch] of branches.slice(1).entries())
              expect(branch[0]).toBeGreaterThan(branches[i]?.[1] ?? 0)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is the same however the rows come', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const turned = { ...map, people: [...map.people].reverse(), members: [...map.members].reverse() }
        expect(Object.fromEntries(layOut(turned))).toEqual(Object.fromEntries(layOut(map)))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves who was put somewhere there, and nobody new on top of them', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const places = layOut(map)
        for (const { nodeId, x, y } of map.places) expect(places.get(nodeId)).toEqual({ x, y })
        const put = new Set<string>(map.places.map(({ nodeId }) => nodeId))
        for (const [id, place] of places)
          if (!put.has(id))
            for (const [other, its] of places) if (other !== id) expect(overlap(place, its)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})
