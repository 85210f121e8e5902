import { expect, test } from 'vitest'
import type { Graded, GradedRow } from '../../../db/exchange/graded.ts'
import { rankingHtml } from '../../../db/exchange/write/rankingHtml.ts'

const row = (changes: Partial<GradedRow>): GradedRow => ({
  code: 'C1',
  name: '甲',
  owner: '林晓舟',
  marks: [],
  figures: [],
  notes: [],
  score: 812,
  blanks: 0,
  standing: 'key',
  rank: 1,
  exception: null,
  decision: null,
  ...changes,
})
const graded = (rows: readonly GradedRow[], title = '2026 年度'): Graded => ({
  title,
  sheetName: '七项',
  publishedAt: '2026-03-01T04:00:00.000Z',
  revision: 2,
  indicators: [],
  borders: { key: 800, main: 600, ordinary: 400 },
  pooled: false,
  rows,
})
const TODAY = '2026-11-22T04:00:00.000Z'

test('whatever texts hold, the page runs and loads nothing of theirs', () => {
  const attack = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u0000 } @import "http://x"`
  const rows = [
    row({
      name: attack,
      code: attack,
      owner: attack,
      exception: { tier: 'key', reason: attack, approver: attack },
    }),
  ]
  const html = rankingHtml({ ...graded(rows, attack), sheetName: attack }, TODAY, 'zh')
  expect(html.match(/<script|<img|onerror=(?!alert\(1\)&gt;)|\0/g)).toBeNull()
  expect(html.match(/<\/style>/g)).toHaveLength(1)
  const style = html.slice(html.indexOf('<style>'), html.indexOf('</style>'))
  // the title stands in margin boxes, as strings that nothing in it can end
  expect(style.replace(/"[^"\n]*"/g, '')).not.toMatch(/alert|import|http/)
  expect(html).toContain(`default-src 'none'`)
})

test('the first sentence tells the shape and whether it is near what is expected', () => {
  const rows = Array.from({ length: 10 }, (_, at) =>
    row({ rank: at + 1, score: at < 4 ? 900 : 300, standing: at < 4 ? 'key' : 'small' }),
  )
  const finding = (list: readonly GradedRow[], language: 'zh' | 'en') =>
    /<p class="finding">([^<]*)</.exec(rankingHtml(graded(list), TODAY, language))?.[1]
  expect(finding(rows, 'zh')).toBe(
    '10 个客户定级，重要客户占 40.0%（常态 10%），主要客户占 0.0%（常态 20%）。重要客户偏多，请核对评分是否偏松。',
  )
  expect(
    finding([...rows.slice(3), row({ score: null, standing: 'insufficient', rank: null })], 'zh'),
  ).toContain('1 个客户资料不足，未定级。')
  expect(finding([row({ score: null, standing: 'insufficient', rank: null })], 'en')).toContain('No account')
})

test('rows carry rank, score, tier with its sign, and why a tier is not what the score says', () => {
  const rows = [
    row({ score: 795, standing: 'key', exception: { tier: 'key', reason: '标杆', approver: '沈总' } }),
    row({ rank: 2, score: 640, standing: 'main', blanks: 2 }),
    row({ rank: null, score: null, standing: 'insufficient', blanks: 5 }),
  ]
  const html = rankingHtml(graded(rows), TODAY, 'zh')
  const lines = html.split('\n').filter((line) => line.startsWith('<tr><td class="number">'))
  expect(lines.map((line) => line.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'))).toEqual([
    '|1|C1|甲|林晓舟|79.5|◆ 重要客户|先分类后分级：标杆（沈总 批准）|',
    '|2|C1|甲|林晓舟|64.0|● 主要客户|缺 2 项，按已评权重折算|',
    '|C1|甲|林晓舟|– 资料不足|缺 5 项|',
  ])
  expect(html).toContain('2026-03-01 发布，第 2 版')
  expect(html).toContain('评价小组组长签字')
})
