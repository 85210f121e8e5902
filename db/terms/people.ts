import type { Channel } from '../accounts/log/rules/channels.ts'
import type { Gender } from '../accounts/people/rules/fields.ts'
import type { PromiseState } from '../accounts/promises/rules/states.ts'
import type { Language } from './language.ts'
import { ATTITUDE_WORDS, ROLE_WORDS } from './map.ts'

/** What is kept about a person (A2), as screens, imports and documents call it. */
export const PERSON_FIELD_WORDS = {
  zh: {
    name: '姓名',
    gender: '性别',
    phone: '工作电话',
    privatePhone: '私人电话',
    email: '邮箱',
    wechat: '微信',
    birthday: '生日',
    nativePlace: '籍贯',
    career: '过往经历',
    tradeSince: '入行年份',
    interests: '爱好',
    rhythm: '作息（何时好联系）',
    family: '家庭',
    health: '健康',
    idNumber: '证件号码',
    attitude: '对我方态度',
    decisionRole: '决策角色',
    influence: '影响力',
    brandsView: '他牌看法',
    preconditions: '合作前提',
    greeting: '称呼与相处',
    note: '备注',
    tags: '标签',
    basis: '留存依据',
    retainUntil: '留存到',
    warningSigns: '警示',
  },
  en: {
    name: 'Name',
    gender: 'Gender',
    phone: 'Work phone',
    privatePhone: 'Private phone',
    email: 'E-mail',
    wechat: 'WeChat',
    birthday: 'Birthday',
    nativePlace: 'Native place',
    career: 'Past career',
    tradeSince: 'In the trade since',
    interests: 'Interests',
    rhythm: 'Daily rhythm (when to call)',
    family: 'Family',
    health: 'Health',
    idNumber: 'ID number',
    attitude: 'Attitude to us',
    decisionRole: 'Decision role',
    influence: 'Influence',
    brandsView: 'View of other brands',
    preconditions: 'Before cooperation',
    greeting: 'How to treat them',
    note: 'Note',
    tags: 'Tags',
    basis: 'Basis for keeping',
    retainUntil: 'Keep until',
    warningSigns: 'Warning signs',
  },
} as const satisfies Record<Language, Record<string, string>>

export const GENDER_WORDS = {
  zh: { male: '男', female: '女' },
  en: { male: 'Male', female: 'Female' },
} as const satisfies Record<Language, Record<Gender, string>>

export const CHANNEL_WORDS = {
  zh: { visit: '拜访', received: '来访', call: '电话', wechat: '微信', email: '邮件', event: '活动' },
  en: {
    visit: 'visit',
    received: 'they came',
    call: 'call',
    wechat: 'WeChat',
    email: 'e-mail',
    event: 'event',
  },
} as const satisfies Record<Language, Record<Channel, string>>

export const PROMISE_STATE_WORDS = {
  zh: { open: '未了', kept: '兑现', broken: '失信', released: '免除' },
  en: { open: 'open', kept: 'kept', broken: 'broken', released: 'released' },
} as const satisfies Record<Language, Record<PromiseState, string>>

/** The words of each of a person's fields that holds one of some words. */
export const PERSON_WORDS = {
  zh: { gender: GENDER_WORDS.zh, attitude: ATTITUDE_WORDS.zh, decisionRole: ROLE_WORDS.zh },
  en: { gender: GENDER_WORDS.en, attitude: ATTITUDE_WORDS.en, decisionRole: ROLE_WORDS.en },
} as const
