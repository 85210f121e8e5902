import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '../../../db/accounts/map/rules/drawing.ts'
import { mapSvg } from '../../../db/accounts/map/rules/svg.ts'
import { tableCsv } from '../../../db/accounts/map/rules/table.ts'
import { anyMap, covers, mapOf, member, person } from './maps.ts'

describe('the drawing', () => {
  it('names everybody, and nothing in it can be markup', () => {
    const map = mapOf({
      accountName: '</text><script>alert(1)</script>&',
      people: [person(1, { name: '<b>吴</b>', title: '"总"' })],
      members: [member(0)],
      coverage: [covers(0, 1, 1)],
    })
    const { svg } = mapSvg(map, 'zh')
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;b&gt;吴')
    expect(svg).toContain('我0')
  })

  it('has a size and no broken numbers, for any map', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { svg, width, height } = mapSvg(map, 'en')
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        expect(width).toBeGreaterThan(0)
        expect(height).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })

  it('cuts texts to their room', () => {
    expect(cutText('吴国梁', 100, 13)).toBe('吴国梁')
    expect(cutText('浙江恒岳家居集团有限公司采购总监', 100, 13)).toMatch(/^浙江恒岳家居?集?…$/)
  })
})

describe('the table as CSV', () => {
  it('opens in Excel as text: BOM, quotes, no formulas', () => {
    const map = mapOf({
      people: [person(1, { name: '=cmd|x' })],
      members: [{ ...member(0), name: '林,"晓舟"' }],
      coverage: [covers(0, 1, 3, 4)],
    })
    const csv = tableCsv(map, 'zh')
    expect(csv.startsWith('\uFEFF从,关系,到')).toBe(true)
    expect(csv).toContain(`"林,""晓舟""",我方联系,'=cmd|x,信任,知交,`)
  })
})
