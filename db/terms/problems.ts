import type { Grade } from '../evaluation/rules/marks.ts'
import { GRADE_WORDS } from './grading.ts'
import { ACCOUNT_HEADERS, FIELD_WORDS, RESULT_WORDS, SHEET_HEADERS } from './headers.ts'
import type { Language } from './language.ts'
import { PERSON_FIELD_WORDS, PERSON_WORDS } from './people.ts'
import { problemsEn } from './problemsEn.ts'
import { problemsZh } from './problemsZh.ts'

/** What can be wrong with one value of a file. */
export type ProblemCode = keyof typeof problemsZh

/** A problem as it travels: a code and what to put into its text. */
export interface ProblemLike {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** The text of a problem. `grade`, `header`, `accountField` and `personField` parameters are keys and are put into the reader's language. */
export function problemText(problem: ProblemLike, language: Language): string {
  const catalogue = language === 'zh' ? problemsZh : problemsEn
  if (!isProblemCode(problem.code)) return problem.code
  return catalogue[problem.code].replace(/\{(\w+)\}/g, (slot, name: string) => {
    if (name === 'wordsOf') return wordsOf(problem.params, language)
    const value = problem.params[name]
    return value === undefined ? slot : inLanguage(name, value, language)
  })
}

/** Whether a code is in the catalogue. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemsZh, code)

function inLanguage(name: string, value: string | number, language: Language): string {
  if (name === 'grade' && isGrade(value)) return GRADE_WORDS[language][value]
  if (name === 'accountField' && isAccountHeader(value)) return ACCOUNT_HEADERS[language][value]
  if (name === 'personField' && isPersonField(value)) return PERSON_FIELD_WORDS[language][value]
  if (name === 'header' && isHeader(value)) return headerWords(language)[value]
  return String(value)
}

/** The words that a field of an account or person takes. */
function wordsOf({ accountField, personField }: ProblemLike['params'], language: Language): string {
  const fields: readonly [string, object][] =
    personField === undefined ? Object.entries(FIELD_WORDS[language]) : Object.entries(PERSON_WORDS[language])
  const words = fields.find(([name]) => name === (personField ?? accountField))?.[1] ?? {}
  return Object.values(words).join(language === 'zh' ? '、' : ', ')
}

const isAccountHeader = (value: string | number): value is keyof typeof ACCOUNT_HEADERS.zh =>
  Object.hasOwn(ACCOUNT_HEADERS.zh, value)
const isPersonField = (value: string | number): value is keyof typeof PERSON_FIELD_WORDS.zh =>
  Object.hasOwn(PERSON_FIELD_WORDS.zh, value)
const isGrade = (value: string | number): value is Grade => Object.hasOwn(GRADE_WORDS.zh, value)
const headerWords = (language: Language) => ({ ...SHEET_HEADERS[language], ...RESULT_WORDS[language] })
const isHeader = (value: string | number): value is keyof ReturnType<typeof headerWords> =>
  Object.hasOwn(headerWords('zh'), value)
