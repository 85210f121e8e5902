import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BriefContent, BriefRow } from '../../../db/visits/briefing/contract.ts'
import { changesBetween } from '../../../db/visits/briefing/rules/changes.ts'
import { SECTIONS } from '../../../db/visits/briefing/rules/words.ts'

type Sections = BriefContent['sections']
type Content = Pick<BriefContent, 'sections'>

const text = fc.string({ maxLength: 4 })
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const unique = <Row extends BriefRow>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(row, { selector: (each) => each.key, maxLength: 6 })

const say: fc.Arbitrary<Sections['summary'][number]> = fc.record({
  key,
  private: fc.boolean(),
  kind: fc.constant('say'),
  what: fc.constantFrom('objective', 'saying', 'unsaid'),
  text,
})
const product: fc.Arbitrary<Sections['whiteSpace'][number]> = fc.record({
  key,
  private: fc.constant(false),
  kind: fc.constant('product'),
  accountId: text,
  product: text,
  year: fc.integer({ min: 2024, max: 2026 }),
  ours: fc.option(fc.nat(9)),
  elsewhere: fc.option(fc.nat(9)),
})
const contents: fc.Arbitrary<Content> = fc
  .record({ summary: unique(say), whiteSpace: unique(product) })
  .map((some) => ({ sections: { ...EMPTY, ...some } }))

const EMPTY: Sections = {
  ...{ summary: [], people: [], issues: [], figures: [], standing: [], rivals: [] },
  ...{ whiteSpace: [], lastVisit: [], sensitivities: [], agenda: [], journey: [] },
}

/** Every row of a content under its section and key. */
const rowsIn = ({ sections }: Content): Map<string, BriefRow> =>
  new Map(
    SECTIONS.flatMap((section) =>
      sections[section].map((row: BriefRow): [string, BriefRow] => [`${section} ${row.key}`, row]),
    ),
  )

/** A content with the same rows, the other way round. */
const turned = ({ sections }: Content): Content => ({
  sections: {
    ...sections,
    summary: sections.summary.toReversed(),
    whiteSpace: sections.whiteSpace.toReversed(),
  },
})

const asText = (changes: ReturnType<typeof changesBetween>): string[] =>
  changes.map((change) => JSON.stringify(change)).sort()

describe('changes between two contents', () => {
  it('of equal ones are none, whatever the order of their rows', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(changesBetween(content, turned(structuredClone(content)))).toEqual([])
      }),
    )
  })

  it('applied to the one give the other', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const rows = rowsIn(before)
        for (const change of changesBetween(before, after)) {
          const place = `${change.section} ${change.key}`
          expect(rows.get(place) ?? null).toEqual(change.before)
          if (change.after === null) rows.delete(place)
          else rows.set(place, change.after)
        }
        expect(rows).toEqual(rowsIn(after))
      }),
    )
  })

  it('the other way round are the same with before and after exchanged', () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        const back = changesBetween(other, one).map(({ before, after, section, key: own }) => ({
          ...{ section, key: own, before: after, after: before },
        }))
        expect(asText(back)).toEqual(asText(changesBetween(one, other)))
      }),
    )
  })

  it('don’t depend on the order of rows', () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        expect(asText(changesBetween(turned(one), turned(other)))).toEqual(asText(changesBetween(one, other)))
      }),
    )
  })
})
