import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holesOf } from '../../../db/accounts/map/rules/holes.ts'
import { findingText, holeText } from '../../../db/accounts/map/rules/holeText.ts'
import { contactInterval } from '../../../db/accounts/map/rules/intervals.ts'
import { anyMap, covers, mapOf, member, memberId, person, personId } from './maps.ts'

const kinds = (map: Parameters<typeof holesOf>[0]) => holesOf(map).map(({ kind }) => kind)
const decider = person(1, { name: '吴国梁', decisionRole: 'decides' })

describe('holes', () => {
  it('no contact with the decision maker comes first', () => {
    const map = mapOf({ people: [person(2), decider], members: [member(0)], coverage: [covers(0, 2, 3)] })
    expect(holesOf(map)[0]).toEqual({ kind: 'noContact', personId: personId(1) })
  })

  it('who decides is not known', () => {
    expect(holesOf(mapOf({ people: [person(1)] }))[0]).toEqual({ kind: 'noDecider' })
    expect(holesOf(mapOf({}))).toEqual([])
  })

  it('only one knows them; a line that is only wanted is no contact', () => {
    const map = mapOf({
      people: [decider],
      members: [member(0), member(1)],
      coverage: [covers(0, 1, 2), covers(1, 1, 0, 3)],
    })
    expect(holesOf(map)).toContainEqual({
      kind: 'onlyOne',
      personId: personId(1),
      memberId: memberId(0),
    })
    expect(kinds({ ...map, coverage: [covers(0, 1, 2), covers(1, 1, 1)] })).toEqual([])
  })

  it('a line of somebody who left us does not count', () => {
    const map = mapOf({ people: [decider], members: [], coverage: [covers(0, 1, 4)] })
    expect(kinds(map)).toEqual(['noContact'])
  })

  it.each([
    ['2026-10-25', []],
    ['2026-10-24', ['notMet']],
  ])('last contact on %s, thirty days allowed', (lastMet, holes) => {
    const map = mapOf({
      people: [{ ...decider, lastMet }],
      members: [member(0), member(1)],
      coverage: [covers(0, 1, 1), covers(1, 1, 1)],
    })
    expect(kinds(map)).toEqual(holes)
  })

  it('below what we want', () => {
    const map = mapOf({
      people: [decider],
      members: [member(0), member(1)],
      coverage: [covers(0, 1, 1, 3), covers(1, 1, 4, 2)],
    })
    expect(holesOf(map)).toEqual([
      { kind: 'thin', personId: personId(1), memberId: memberId(0), depth: 1, wanted: 3 },
    ])
  })

  it('each is told in words with the person named', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        for (const hole of holesOf(map))
          for (const language of ['zh', 'en'] as const) {
            const text = holeText(hole, map, language)
            expect(text).not.toMatch(/[{}]|undefined|NaN/)
            if ('personId' in hole)
              expect(text).toContain(map.people.find(({ id }) => id === hole.personId)?.name)
          }
      }),
      { numRuns: 40 },
    )
  })

  it('the finding is one sentence about the weakest line', () => {
    const finance = person(5, { name: '高卉', lastMet: '2026-10-01' })
    const map = mapOf({
      people: [decider, finance],
      members: [{ ...member(0), name: '秦素' }, member(1)],
      coverage: [covers(0, 1, 1), covers(1, 1, 1), covers(0, 5, 1)],
    })
    expect(findingText(map, 'zh')).toBe('高卉这条线最弱：只有秦素一人联系，且已有 54 天没有往来。')
    expect(findingText(mapOf({}), 'zh')).toBe('')
  })
})

it('the more an account counts, the shorter the interval', () => {
  expect([contactInterval('key'), contactInterval('main'), contactInterval('ordinary')]).toEqual([30, 60, 90])
  expect(contactInterval('small')).toBe(180)
  expect(contactInterval(null)).toBe(contactInterval('ordinary'))
})
