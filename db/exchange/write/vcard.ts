import { readBirthday } from '../../accounts/people/rules/birthday.ts'
import { type Card, NO_YEAR, OWN_BIRTHDAY } from '../rules/card.ts'

/**
 * Cards as a vCard file, version 3.0 in UTF-8, which phones, Outlook and WeChat all read: lines end in CRLF and are
 * folded at 75 bytes.
 */
export const vcardText = (cards: readonly Card[]): string =>
  cards
    .map((card) =>
      linesOf(card)
        .map((line) => `${folded(line)}\r\n`)
        .join(''),
    )
    .join('')

function linesOf(card: Card): string[] {
  const { name, company, department, title, phones, privatePhones, emails, wechat, gender, note } = card
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // phones sort by N; a Chinese name is one word, so it stands whole in the family name's place
    `N:${escaped(name)};;;;`,
    `FN:${escaped(name)}`,
    ...(company === '' && department === '' ? [] : [`ORG:${escaped(company)};${escaped(department)}`]),
    ...stated('TITLE', title),
    ...phones.flatMap((phone) => stated('TEL;TYPE=WORK,VOICE', phone)),
    ...privatePhones.flatMap((phone) => stated('TEL;TYPE=HOME,VOICE', phone)),
    ...emails.flatMap((email) => stated('EMAIL;TYPE=INTERNET', email)),
    ...stated('X-WECHAT', wechat),
    ...stated('GENDER', gender),
    ...birthdayLines(card.birthday),
    ...stated('NOTE', note),
    'END:VCARD',
  ]
}

const stated = (property: string, text: string): string[] =>
  text === '' ? [] : [`${property}:${escaped(text)}`]

function birthdayLines(kept: string): string[] {
  if (kept === '') return []
  const birthday = readBirthday(kept)
  if (birthday?.calendar !== 'solar') return stated(OWN_BIRTHDAY, kept)
  if (birthday.year !== null) return [`BDAY:${kept}`]
  return [`BDAY;${NO_YEAR.parameter}=${NO_YEAR.year}:${NO_YEAR.year}${kept.slice(1)}`]
}

/** A text as a value: line breaks, commas, semicolons and backslashes have a meaning of their own. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')

const LINE_BYTES = 75

/** A line broken so that no part is longer than 75 bytes; never within a character. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const sign of line) {
    const size = bytesOf(sign)
    if (bytes + size > LINE_BYTES) {
      text += '\r\n '
      bytes = 1
    }
    text += sign
    bytes += size
  }
  return text
}

/** Bytes of a character in UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
