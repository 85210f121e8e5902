import { TIER_WORDS } from '../../terms/grading.ts'
import { RESULT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import type { Graded } from '../graded.ts'
import type { WorksheetPlan } from './workbook.ts'

/** Where the lowest score of each tier stands on the notes worksheet. */
export const BORDER_CELLS = { key: '$B$2', main: '$B$3', ordinary: '$B$4' } as const

const WORDS = {
  zh: {
    tier: '级别',
    from: '最低分',
    small: '低于以上分数',
    insufficient: '已评权重不足 80%',
    round: '评级',
    sheet: '分级考评表',
    published: '发布',
    open: '未发布',
    revision: (revision: number) => `第 ${revision} 版`,
    rule: '计分',
    ruleText: '总分 = Σ 分数 × 权重 × 10，四舍五入到 0.1；有未评项但已评权重不少于 80% 时按已评权重折算',
    tierRule: '定级',
    tierRuleText: '总分达到最低分即属该级；同分同名次；先分类后分级的客户按批准的级别',
    change: '修改',
    changeText: '改分数、权重或最低分，总分、级别和名次随之变化',
  },
  en: {
    tier: 'Tier',
    from: 'From score',
    small: 'below all of these',
    insufficient: 'less than 80% of the weight is marked',
    round: 'Round',
    sheet: 'Grading sheet',
    published: 'Published',
    open: 'not published',
    revision: (revision: number) => `revision ${revision}`,
    rule: 'Score',
    ruleText:
      'Total = Σ mark × weight × 10, rounded half up to 0.1; with blanks, scaled over the marked weight if that is at least 80%',
    tierRule: 'Tiers',
    tierRuleText:
      'A score on the border belongs to the higher tier; equal scores share a rank; accounts classified first keep the approved tier',
    change: 'Changes',
    changeText: 'Change a mark, a weight or a border: totals, tiers and ranks follow',
  },
} as const

/** What a reader of a result needs to know, with the borders that the tier formulas compare with. */
export function notesPlan(graded: Graded, language: Language): WorksheetPlan {
  const words = WORDS[language]
  const tiers = TIER_WORDS[language]
  const { borders, publishedAt, revision } = graded
  const published =
    publishedAt === null
      ? words.open
      : `${localDate(publishedAt)}${revision === null ? '' : ` · ${words.revision(revision)}`}`
  return {
    name: RESULT_WORDS[language].notesSheet,
    title: graded.title,
    frozenColumns: 0,
    columns: [
      { header: words.tier, width: 20, kind: 'text' },
      { header: words.from, width: 70, kind: 'wrappedText' },
    ],
    rows: [
      [tiers.key, borders.key / 10],
      [tiers.main, borders.main / 10],
      [tiers.ordinary, borders.ordinary / 10],
      [tiers.small, words.small],
      [tiers.insufficient, words.insufficient],
      [],
      [words.round, graded.title],
      [words.sheet, graded.sheetName],
      [words.published, published],
      [words.rule, words.ruleText],
      [words.tierRule, words.tierRuleText],
      [words.change, words.changeText],
    ],
  }
}

/** The day of an instant where this program runs, YYYY-MM-DD. */
export function localDate(instant: string): string {
  const date = new Date(instant)
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
