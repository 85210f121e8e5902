import { expect, test } from 'vitest'
import { fileReasonText } from '../../../db/terms/fileReasons.ts'
import { isProblemCode, problemText } from '../../../db/terms/problems.ts'
import { problemsEn } from '../../../db/terms/problemsEn.ts'
import { problemsZh } from '../../../db/terms/problemsZh.ts'

const slots = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

test('every problem says the same in both languages: no parameter is lost', () => {
  expect(Object.keys(problemsEn).sort()).toEqual(Object.keys(problemsZh).sort())
  for (const code of Object.keys(problemsZh).filter(isProblemCode))
    expect(slots(problemsEn[code]), code).toEqual(slots(problemsZh[code]))
})

test('parameters are put in; grades and headers in the reader’s language', () => {
  const overlap = { code: 'bandsOverlap', params: { grade: 'good' } }
  expect(problemText(overlap, 'zh')).toBe('区间与 “良好” 的区间重叠')
  expect(problemText(overlap, 'en')).toBe('the band overlaps the one of “good”')
  expect(problemText({ code: 'headerMissing', params: { header: 'weight' } }, 'zh')).toBe('缺少 “权重%” 列')
  expect(problemText({ code: 'headerMissing', params: { header: 'accountName' } }, 'en')).toBe(
    'the column “Account name” is missing',
  )
})

test('a text out of a file that looks like a slot is put in as it is', () => {
  expect(problemText({ code: 'notMark', params: { text: '{max} $& 7' } }, 'zh')).toContain('“{max} $& 7”')
})

test('file reasons tell what was found', () => {
  expect(fileReasonText('tooManyRows', '1048576', 'zh')).toContain('1048576')
  expect(fileReasonText('unbalancedQuote', '$&3', 'en')).toContain('line $&3')
})
