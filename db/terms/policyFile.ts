import type { TermKind } from '../channel/policies/rules/termList.ts'
import type { Language } from './language.ts'

/** Words of the workbook that a department's policies are written to and read from. */
export const POLICY_FILE_WORDS = {
  zh: {
    title: '分级管理办法 {day}',
    sheet: '分级管理办法',
    key: '条款代码',
    group: '类别',
    term: '条款',
    unit: '单位',
    graceDays: '宽限期',
    units: { flag: '是/否', text: '文字', minutes: '工作分钟', days: '天', money: '元', percent: '%' },
  },
  en: {
    title: 'Tier policies {day}',
    sheet: 'Tier policies',
    key: 'Code',
    group: 'Group',
    term: 'Term',
    unit: 'Unit',
    graceDays: 'Days of grace',
    units: {
      flag: 'yes/no',
      text: 'text',
      minutes: 'working minutes',
      days: 'days',
      money: 'yuan',
      percent: '%',
    },
  },
} as const satisfies Readonly<
  Record<Language, Readonly<Record<string, string | Readonly<Record<TermKind, string>>>>>
>
