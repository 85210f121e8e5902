import type { Language } from './language.ts'

/** Words of the document that shows a person everything that is kept about them. `{name}` is filled in by `fillIn`. */
export const HELD_WORDS = {
  zh: {
    title: '我们保存的关于{name}的信息',
    subtitle: '应本人要求出具。留存依据：{basis}。留存到：{until}。',
    noBasis: '未填写',
    noDate: '未设期限',
    nothing: '除姓名外没有保存任何信息。',
    what: '内容',
    on: '日期',
    item: '项目',
    parts: {
      facts: '个人资料',
      warningSigns: '警示',
      employments: '任职',
      coverage: '我方联系人',
      relations: '与他人的关系',
      entries: '工作日志',
      promises: '承诺',
      requests: '请求',
      visits: '高层拜访',
      reveals: '查看敏感信息的记录',
    },
  },
  en: {
    title: 'What we keep about {name}',
    subtitle: 'Made at the person’s request. Basis for keeping: {basis}. Keep until: {until}.',
    noBasis: 'not stated',
    noDate: 'no date set',
    nothing: 'Nothing is kept but the name.',
    what: 'Content',
    on: 'Date',
    item: 'Item',
    parts: {
      facts: 'Personal facts',
      warningSigns: 'Warning signs',
      employments: 'Employments',
      coverage: 'Our people who know them',
      relations: 'Relations to others',
      entries: 'Work log',
      promises: 'Promises',
      requests: 'Requests',
      visits: 'Executive visits',
      reveals: 'Looks at sensitive facts',
    },
  },
} as const satisfies Record<Language, object>
