import { expect, it } from 'vitest'
import { parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import { SAMPLE_INDICATORS } from '../../../db/department/sample/story.ts'
import { bandMark, measureOf } from '../../../db/evaluation/rules/bands.ts'

/** The lowest or highest figure that still earns 10, 8, 6, 4, and the next one, which earns less. */
it.each([
  ['合作年限', ['10', '9', '6', '5', '3', '2', '1', '0']],
  ['年交易额', ['3000万', '2999万', '1500万', '1499万', '600万', '599万', '200万', '199万']],
  ['利润贡献', ['400万', '399万', '180万', '179万', '60万', '59万', '0', '-1']],
  ['资金信用', ['0', '1', '10', '11', '30', '31', '60', '61']],
])('%s changes its mark at the borders of sample-accounts.csv', (name, figures) => {
  const indicator = SAMPLE_INDICATORS.find((candidate) => candidate.name === name)
  const measure = indicator && measureOf(indicator.standards)
  if (measure?.kind !== 'banded') throw new Error(`${name} has no bands`)
  const marks = figures.map((figure) => bandMark(parseDecimal(figure) ?? null, measure.bands))
  expect(marks).toEqual([10, 8, 8, 6, 6, 4, 4, 2])
})
