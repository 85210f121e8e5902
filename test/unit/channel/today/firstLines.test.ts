import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECTIONS } from '../../../../db/channel/today/rules/sections.ts'
import { firstLines } from '../../../../renderer/features/today/firstLines.ts'

const list = fc.record({ items: fc.array(fc.integer(), { maxLength: 60 }) })
const lists = fc.record({ late: list, today: list, next7: list, waiting: list })

test('the first lines are those at the head of all lists, in their order, as many as asked for', () => {
  fc.assert(
    fc.property(lists, fc.nat({ max: 260 }), (all, most) => {
      const first = firstLines(all, most)
      const inOrder = SECTIONS.flatMap((section) => all[section].items)
      expect(SECTIONS.flatMap((section) => first[section])).toEqual(inOrder.slice(0, most))
      for (const section of SECTIONS)
        expect(all[section].items.slice(0, first[section].length)).toEqual(first[section])
    }),
  )
})
