import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/rules/cells.ts'
import { personUseOf } from '../../../db/exchange/rules/listHeaders.ts'
import { takePerson } from '../../../db/exchange/rules/personValues.ts'
import { PERSON_FIELD_WORDS } from '../../../db/terms/people.ts'

const text = (word: string): Cell => ({ kind: 'text', text: word })

describe('a list of people', () => {
  it.each(['zh', 'en'] as const)('is understood by the headers that screens use in %s', (language) => {
    const { warningSigns: _, ...fields } = PERSON_FIELD_WORDS[language]
    for (const [field, word] of Object.entries(fields)) expect(personUseOf(word), word).toBe(field)
  })

  it.each([
    ['称呼', 'gender'],
    ['Form of address', 'gender'],
    ['电话', 'phone'],
    ['Phone', 'phone'],
    ['过去经历', 'career'],
    ['Career', 'career'],
    ['兴趣爱好', 'interests'],
    ['作息', 'rhythm'],
    ['证件号', 'idNumber'],
    ['保存依据', 'basis'],
    ['保存到', 'retainUntil'],
  ])('is understood by %s too, which earlier exports and others write', (header, use) => {
    expect(personUseOf(header)).toBe(use)
  })

  it.each(['男', '先生', 'Male', 'Mr', 'Mr.', 'M'])('takes %s for a man', (word) => {
    expect(takePerson(text(word), 'gender')).toEqual({ ok: true, value: 'male' })
  })
})
