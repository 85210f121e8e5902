import type { Language } from './language.ts'

/** Words of visits in calendar files. */
export const VISIT_CALENDAR_WORDS = {
  zh: {
    calendar: '高层拜访',
    year: '{year} 年高层拜访',
    summary: '{what}（{kind}）',
    more: '{name} 等 {count} 家',
    objective: '目的：{text}',
    lead: '带队：{names}',
    joins: '随行：{names}',
    direction: '{direction}',
    code: '编号：{code}',
    comma: '、',
  },
  en: {
    calendar: 'Executive visits',
    year: 'Executive visits {year}',
    summary: '{what} ({kind})',
    more: '{name} and others, {count} in all',
    objective: 'Objective: {text}',
    lead: 'Led by {names}',
    joins: 'With {names}',
    direction: '{direction}',
    code: 'Code: {code}',
    comma: ', ',
  },
} as const satisfies Record<Language, Record<string, string>>
