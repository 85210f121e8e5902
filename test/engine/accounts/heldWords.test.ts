import { expect, it } from 'vitest'
import { held } from '../../../db/accounts/privacy/service/held.ts'
import { PersonId } from '../../../db/kernel/ids.ts'
import { en, zh } from '../../../renderer/i18n/catalogues.ts'
import { command, newKernel } from '../newKernel.ts'
import { insertOne } from './rows.ts'

it.each([
  ['zh', zh.people, '男'],
  ['en', en.people, 'Male'],
] as const)(
  'what is kept about a person is told in the words of their page, in %s',
  (language, page, male) => {
    const kernel = newKernel()
    const facts = {
      gender: 'male',
      phone: '0571-5550',
      career: '在东阳学过油漆',
      interests: '钓鱼',
      rhythm: '早上九点前',
      id_number: '330123196710210011',
      greeting: '叫老吴',
    }
    const person = insertOne(kernel, 'person', { name: '吴国樑', ...facts })
    const { parts } = held(kernel, { commandId: command(), personId: PersonId.parse(person), language })
    const told = new Map(parts[0]?.lines.map(({ label, value }) => [label, value]))
    const { field } = page
    expect(told.get(field.gender)).toBe(male)
    expect(page.gender.male).toBe(male)
    expect([...told.keys()].sort()).toEqual(
      [
        field.gender,
        field.phone,
        field.career,
        field.interests,
        field.rhythm,
        field.idNumber,
        field.greeting,
      ].sort(),
    )
  },
)
