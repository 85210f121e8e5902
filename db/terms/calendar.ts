import type { Words } from './language.ts'

/** Words of exported lists of days off and make-up workdays. Importing knows them too. */
export const CALENDAR_WORDS: Words<'title' | 'date' | 'kind' | 'name' | 'shifts' | 'off' | 'work'> = {
  zh: { title: '工作日历', date: '日期', kind: '类型', name: '名称', shifts: '班次', off: '休', work: '班' },
  en: {
    title: 'Working calendar',
    date: 'date',
    kind: 'kind',
    name: 'name',
    shifts: 'shifts',
    off: 'off',
    work: 'work',
  },
}

/** Festivals that a calendar names beside its days. */
export const FESTIVALS = [
  'newYear',
  'springFestival',
  'lanterns',
  'womensDay',
  'qingming',
  'labourDay',
  'youthDay',
  'childrensDay',
  'dragonBoat',
  'qixi',
  'teachersDay',
  'midAutumn',
  'nationalDay',
  'doubleNinth',
  'winterSolstice',
  'laba',
  'newYearsEve',
] as const
export type Festival = (typeof FESTIVALS)[number]

/** Their names. */
export const FESTIVAL_WORDS: Words<Festival> = {
  zh: {
    newYear: '元旦',
    springFestival: '春节',
    lanterns: '元宵节',
    womensDay: '妇女节',
    qingming: '清明',
    labourDay: '劳动节',
    youthDay: '青年节',
    childrensDay: '儿童节',
    dragonBoat: '端午节',
    qixi: '七夕',
    teachersDay: '教师节',
    midAutumn: '中秋节',
    nationalDay: '国庆节',
    doubleNinth: '重阳节',
    winterSolstice: '冬至',
    laba: '腊八',
    newYearsEve: '除夕',
  },
  en: {
    newYear: 'New Year',
    springFestival: 'Spring Festival',
    lanterns: 'Lantern Festival',
    womensDay: 'Women’s Day',
    qingming: 'Qingming',
    labourDay: 'Labour Day',
    youthDay: 'Youth Day',
    childrensDay: 'Children’s Day',
    dragonBoat: 'Dragon Boat Festival',
    qixi: 'Qixi',
    teachersDay: 'Teachers’ Day',
    midAutumn: 'Mid-Autumn Festival',
    nationalDay: 'National Day',
    doubleNinth: 'Double Ninth',
    winterSolstice: 'Winter Solstice',
    laba: 'Laba Festival',
    newYearsEve: 'Lunar New Year’s Eve',
  },
}

/** A festival as it stands under a day of a Chinese calendar, where two characters have room: 端午, 春节. */
export function festivalShort(festival: Festival): string {
  const name = FESTIVAL_WORDS.zh[festival]
  return name.length > 2 ? name.replace(/节$/, '') : name
}
