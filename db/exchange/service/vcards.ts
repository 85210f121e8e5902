import { readBirthday } from '../../accounts/people/rules/birthday.ts'
import { employmentsOf, personReader } from '../../accounts/people/service/read.ts'
import { recordLooks } from '../../accounts/people/service/sensitive.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import type { EngineContext } from '../../context.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CommandId, PersonId } from '../../kernel/ids.ts'
import type { Language } from '../../terms/language.ts'
import type { Card } from '../rules/card.ts'
import { phonesOf } from '../rules/personValues.ts'
import { vcardText } from '../write/vcard.ts'

const FILE = { zh: '联系人', en: 'People' } as const
const GENDER = { male: 'M', female: 'F' } as const

/**
 * People as vCards. Private phones are left out unless chosen; each that goes out is recorded as a look.
 * @throws Refusal PERSON_NOT_FOUND
 */
export function exportVcards(
  { kernel }: EngineContext,
  input: {
    readonly commandId: CommandId
    readonly personIds: readonly PersonId[]
    readonly withPrivate: boolean
    readonly language: Language
  },
): File {
  const { commandId, personIds, withPrivate, language } = input
  const today = dayOf(kernel.now())
  const read = personReader(kernel.db)
  const employments = employmentsOf(kernel.db, personIds, today)
  const people = personIds.map((id) => {
    const person = read(id)
    if (!person) throw new Refusal('PERSON_NOT_FOUND')
    return person
  })
  if (withPrivate) {
    const seen = people.filter(({ privatePhone }) => privatePhone !== '')
    if (seen.length > 0) recordLooks(kernel, commandId, seen, 'privatePhone')
  }
  const cards = people.map((person): Card => {
    const job = employments.get(person.id)?.find(({ current }) => current)
    const birthday = person.birthday === null ? undefined : readBirthday(person.birthday)
    return {
      name: person.name,
      company: job?.accountName ?? '',
      department: job?.department ?? '',
      title: job?.title ?? '',
      phones: phonesOf(person.phone),
      privatePhones: withPrivate ? phonesOf(person.privatePhone) : [],
      emails: person.email === '' ? [] : [person.email],
      wechat: person.wechat,
      otherBirthday: '',
      birthday: birthday ? (person.birthday ?? '') : '',
      gender: person.gender === null ? '' : GENDER[person.gender],
      note: person.note,
    }
  })
  const [only, ...others] = people
  const name = only && others.length === 0 ? only.name.replaceAll(/[\\/:*?"<>|]/g, ' ') : FILE[language]
  return new File([vcardText(cards)], `${name} ${today}.vcf`, { type: 'text/vcard;charset=utf-8' })
}
