import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../../../db/accounts/analysis/rules/csv.ts'

describe('a shown table as CSV', () => {
  it('begins with a BOM, ends lines as Excel does, and quotes what needs it', () => {
    expect(
      csvText([
        ['客户', '金额'],
        ['甲,"乙"', 12.5],
        ['', null],
      ]),
    ).toBe('\uFEFF客户,金额\r\n"甲,""乙""",12.5\r\n,\r\n')
  })

  it.each(['=cmd|1', '+1', '-1', '@x', '\t=1'])(
    'a text that a spreadsheet would run is kept as text: %j',
    (text) => {
      expect(csvText([[text]])).toContain(`'${text}`)
    },
  )

  it('reads back to the same cells, whatever they hold', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
            { minLength: 2, maxLength: 2 },
          ),
          { minLength: 1, maxLength: 5 },
        ),
        (rows) => {
          expect(parse(csvText(rows), { bom: true })).toEqual(rows)
        },
      ),
    ))
})
