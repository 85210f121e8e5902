import type { EntryUse, PersonUse } from '../exchange/rules/listKinds.ts'
import type { Words } from './language.ts'

/** Headers of the columns of people that aren't fields of a person. */
export const WORKPLACE_WORDS = {
  zh: { company: '公司', title: '职务', department: '部门', since: '任职开始', otherBirthday: '农历生日' },
  en: {
    company: 'Company',
    title: 'Title',
    department: 'Department',
    since: 'In this job since',
    otherBirthday: 'Lunar birthday',
  },
} as const satisfies Words<Extract<PersonUse, 'company' | 'title' | 'department' | 'since' | 'otherBirthday'>>

/** Headers of a work log. */
export const ENTRY_WORDS = {
  zh: {
    account: '客户',
    people: '联系人',
    channel: '方式',
    day: '日期',
    text: '内容',
    nextStep: '下一步',
    nextOn: '下一步日期',
    member: '我方人员',
  },
  en: {
    account: 'Account',
    people: 'People',
    channel: 'Channel',
    day: 'Day',
    text: 'What happened',
    nextStep: 'Next step',
    nextOn: 'Next step on',
    member: 'Our colleague',
  },
} as const satisfies Words<EntryUse>
