import type { PersonValue } from '../../accounts/people/contract.ts'
import { PERSON_LIMITS } from '../../accounts/people/rules/fields.ts'
import { readDay } from '../../accounts/rules/typedDays.ts'
import { ATTITUDE_WORDS, ROLE_WORDS } from '../../terms/map.ts'
import { GENDER_WORDS } from '../../terms/people.ts'
import type { Cell } from './cells.ts'
import { foldHeader } from './headers.ts'
import type { PersonUse } from './listKinds.ts'
import { cellProblem, refused, type Taken } from './values.ts'
import { wordKeys } from './words.ts'

/** The columns that are fields of a person themselves. */
export type PersonField = Exclude<PersonUse, 'company' | 'title' | 'department' | 'since' | 'otherBirthday'>

const isWorkplace = (use: PersonUse): boolean =>
  use === 'company' || use === 'title' || use === 'department' || use === 'since'

/** Whether a column is a field of a person itself. */
export const isPersonField = (use: PersonUse): use is PersonField =>
  !isWorkplace(use) && use !== 'otherBirthday'

const GENDER_KEYS = wordKeys([GENDER_WORDS.zh, GENDER_WORDS.en], {
  male: ['先生', 'M', 'Mr', 'man', 'mr.'],
  female: ['女士', 'F', 'Ms', 'woman', 'ms.', 'mrs', 'miss', '小姐', '太太'],
})
const ATTITUDE_KEYS = wordKeys([ATTITUDE_WORDS.zh, ATTITUDE_WORDS.en], {
  champion: ['拥护', '铁杆', 'supporter', 'supports us'],
  cool: ['冷淡', '疏远', '冷'],
  opponent: ['反对者', '敌对', 'against us'],
  neutral: ['一般', '中性'],
})
const ROLE_KEYS = wordKeys([ROLE_WORDS.zh, ROLE_WORDS.en], {
  decides: ['决策', '决策者', '决策人', '决定', 'decision maker', 'decider'],
  approves: ['审批人', '批准', 'approver'],
  influences: ['影响者', '影响人', 'influencer'],
  uses: ['使用者', '使用人', 'user'],
  keepsGate: ['把关人', '守门', '守门人', 'gatekeeper'],
})
const WORD_KEYS = { gender: GENDER_KEYS, attitude: ATTITUDE_KEYS, decisionRole: ROLE_KEYS } as const

const SHORT: ReadonlySet<PersonUse> = new Set<PersonUse>([
  'title',
  'department',
  'phone',
  'privatePhone',
  'email',
  'wechat',
  'nativePlace',
  'idNumber',
])

/**
 * The value of a person's field out of a cell, as it travels: words by their keys, tags as a list. Birthdays stay as
 * they are written: what they mean, and whether such a day exists, the calendar says.
 */
export function takePerson(cell: Cell, field: PersonUse): Taken<PersonValue> {
  const unusable = cellProblem(cell)
  if (unusable) return { ok: false, problem: unusable, proposal: null }
  const text = cell.text.trim()
  if (text === '') return { ok: true, value: null }
  switch (field) {
    case 'gender':
    case 'attitude':
    case 'decisionRole':
      return takeWord(text, field)
    case 'tradeSince':
      return takeWhole(
        cell.kind === 'date' ? text.slice(0, 4) : text.replace(/年$/, ''),
        1900,
        2200,
        'notYear',
      )
    case 'influence':
      return takeWhole(text.replace(/[级分星]$/, ''), 1, 5, 'influenceUnknown')
    case 'tags':
      return takeTags(text)
    case 'retainUntil': {
      const day = readDay(text)
      return day === undefined ? refused('dayUnknown', { text }) : { ok: true, value: day }
    }
    case 'birthday':
    case 'otherBirthday':
      return { ok: true, value: text }
    default: {
      const max =
        field === 'name' ? PERSON_LIMITS.name : SHORT.has(field) ? PERSON_LIMITS.short : PERSON_LIMITS.note
      const { length } = text
      return length <= max ? { ok: true, value: text } : refused('textTooLong', { length, max })
    }
  }
}

function takeWord(text: string, field: keyof typeof WORD_KEYS): Taken<string> {
  const key = WORD_KEYS[field].get(foldHeader(text))
  return key === undefined
    ? refused('personWordUnknown', { text, personField: field })
    : { ok: true, value: key }
}

function takeWhole(
  text: string,
  least: number,
  most: number,
  code: 'notYear' | 'influenceUnknown',
): Taken<number> {
  const plain = text.normalize('NFKC').trim()
  const value = /^\d+$/.test(plain) ? Number(plain) : Number.NaN
  return value >= least && value <= most ? { ok: true, value } : refused(code, { text })
}

function takeTags(text: string): Taken<string[]> {
  const tags = [...new Set(text.split(/[,，;；、|\n]/).flatMap((tag) => tag.trim() || []))]
  const fits = tags.length <= PERSON_LIMITS.tags && tags.every((tag) => tag.length <= PERSON_LIMITS.short)
  return fits
    ? { ok: true, value: tags }
    : refused('tagsTooMany', { tags: PERSON_LIMITS.tags, max: PERSON_LIMITS.short })
}

/** The numbers in a text of phones, as they are written. */
export const phonesOf = (text: string): string[] =>
  text.split(/\s*[/;、|\n]\s*/).flatMap((part) => part.trim() || [])

/** The digits of each number in a text of phones: whoever has two writes both into one cell. Short ones are extensions. */
export const phonesIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[/,;、|\n]|\s{2,}/)
    .map((part) => part.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''))
    .filter((digits) => digits.length >= 7)
