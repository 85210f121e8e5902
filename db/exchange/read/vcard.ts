import { isUtf8 } from 'node:buffer'
import { type Card, NO_YEAR, OWN_BIRTHDAY, SECOND_BIRTHDAY } from '../rules/card.ts'
import type { Cell, Row, Table } from '../rules/cells.ts'
import { decodeCsv } from './csv.ts'
import { breathe, MAX_ROWS, type Pace, unreadable } from './limits.ts'

/*
 * vCard 2.1, 3.0 and 4.0. The file is cut into lines and properties byte by byte, since a fold or a quoted-printable
 * value may break within a character, and each property of a 2.1 card may say its own charset.
 */

/** A property as it stands in the file: parameters in capitals, the value still in bytes. */
interface Property {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  readonly value: Buffer
}

/** Whether a file begins as vCards do. */
export const isVcard = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*BEGIN:VCARD/i.test(bytes.toString('latin1', 0, 200)) ||
  /^\ufeff?\s*BEGIN:VCARD/i.test(bytes.toString('utf16le', 0, 200))

/**
 * The cards of a file, in their order; those without a name are kept for the preview to complain of.
 * @throws FILE_UNREADABLE vcardOpen with the line, notAVcard, tooManyCards, encoding
 */
export async function readCards(bytes: Buffer, pace: Pace): Promise<Card[]> {
  // a file in UTF-16 is turned into UTF-8 first: all else is told from its ASCII
  const lines = [...logicalLines(bytes[0] === 0xff ? Buffer.from(decodeCsv(bytes).text) : bytes)]
  const charset = isUtf8(Buffer.concat(lines.map(({ line }) => line))) ? 'utf-8' : 'gb18030'
  const cards: Card[] = []
  let open: { line: number; properties: Property[] } | null = null
  let depth = 0
  for (const { line, number } of lines) {
    const property = propertyOf(line)
    if (!property) continue
    const value = property.value.toString('latin1').trim().toUpperCase()
    if (property.name === 'BEGIN' && value === 'VCARD') {
      // a card within a card (AGENT in 2.1) is somebody else
      if (open) depth += 1
      else open = { line: number, properties: [] }
    } else if (property.name === 'END' && value === 'VCARD') {
      if (depth > 0) depth -= 1
      else if (open) {
        cards.push(cardOf(open.properties, charset))
        if (cards.length > MAX_ROWS) throw unreadable('tooManyCards', cards.length)
        if (cards.length % CARDS_PER_BREATH === 0) await breathe(pace)
        open = null
      }
    } else if (open && depth === 0) open.properties.push(property)
  }
  if (open) throw unreadable('vcardOpen', open.line)
  if (cards.length === 0) throw unreadable('notAVcard')
  return cards
}

const CARDS_PER_BREATH = 500

/** The vCards of a file as a list of people, headed by their properties. @throws as {@link readCards} */
export async function readVcards(bytes: Buffer, name: string, pace: Pace): Promise<Table> {
  const cards = await readCards(bytes, pace)
  const used = COLUMNS.filter(([header, read]) => header === 'FN' || cards.some((card) => read(card) !== ''))
  const cell = (text: string): Cell | null => (text.trim() === '' ? null : { kind: 'text', text })
  const rows = cards.map(
    (card, at): Row => ({ number: at + 1, cells: used.map(([, read]) => cell(read(card))) }),
  )
  return {
    name,
    // cards have no header of their own: the first card is the first row
    rows: [{ number: 0, cells: used.map(([header]) => cell(header)) }, ...rows],
    columns: used.length,
  }
}

const COLUMNS: readonly (readonly [string, (card: Card) => string])[] = [
  ['FN', ({ name }) => name],
  ['ORG', ({ company }) => company],
  ['ORG UNIT', ({ department }) => department],
  ['TITLE', ({ title }) => title],
  ['TEL', ({ phones }) => phones.join(' / ')],
  ['TEL HOME', ({ privatePhones }) => privatePhones.join(' / ')],
  ['EMAIL', ({ emails }) => emails[0] ?? ''],
  ['X-WECHAT', ({ wechat }) => wechat],
  ['GENDER', ({ gender }) => gender],
  ['BDAY', ({ birthday }) => birthday],
  [SECOND_BIRTHDAY, ({ otherBirthday }) => otherBirthday],
  // a person has one e-mail here; the others aren't lost
  ['NOTE', ({ note, emails }) => [note, ...emails.slice(1)].filter((text) => text !== '').join('\n')],
]

const CR = 13
const LF = 10
const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9

/** Lines with the folds taken out: the next line begins with a blank, or a quoted-printable one ends in `=`. */
function* logicalLines(bytes: Buffer): Generator<{ line: Buffer; number: number }> {
  let parts: Buffer[] = []
  let first = 1
  let number = 0
  for (const line of physicalLines(bytes)) {
    number += 1
    const last = parts.at(-1)
    const soft = last !== undefined && last.at(-1) === 0x3d && isQuotedPrintable(parts[0] ?? last)
    if (last !== undefined && (soft || isBlank(line[0]))) {
      if (soft) parts[parts.length - 1] = last.subarray(0, -1)
      // what a fold adds is one blank; a quoted-printable line goes on with its own text
      parts.push(soft ? line : line.subarray(1))
      continue
    }
    if (parts.length > 0) yield { line: Buffer.concat(parts), number: first }
    parts = [line]
    first = number
  }
  if (parts.length > 0) yield { line: Buffer.concat(parts), number: first }
}

function* physicalLines(bytes: Buffer): Generator<Buffer> {
  let start = bytes.toString('latin1', 0, 3) === '\xef\xbb\xbf' ? 3 : 0
  for (let at = start; at <= bytes.length; at += 1) {
    const byte = bytes[at]
    if (at < bytes.length && byte !== CR && byte !== LF) continue
    yield bytes.subarray(start, at)
    if (byte === CR && bytes[at + 1] === LF) at += 1
    start = at + 1
  }
}

const isQuotedPrintable = (line: Buffer): boolean =>
  /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line.toString('latin1', 0, 300))

/** `item1.TEL;TYPE=HOME:…` taken apart; undefined for a line without a colon. */
function propertyOf(line: Buffer): Property | undefined {
  const text = line.toString('latin1')
  const colon = colonIn(text)
  if (colon === -1) return undefined
  const [name = '', ...rest] = text.slice(0, colon).split(';')
  const parameters = new Map<string, string>()
  for (const parameter of rest) {
    const [key = '', value] = parameter.split(/=(.*)/s)
    // 2.1 writes bare types: TEL;HOME;VOICE
    const bare = /^(?:quoted-printable|base64|8bit|7bit)$/i.test(key) ? 'ENCODING' : 'TYPE'
    const [named, said] = value === undefined ? [bare, key] : [key.trim().toUpperCase(), value]
    const before = parameters.get(named)
    const plain = said.replaceAll('"', '').trim().toUpperCase()
    parameters.set(named, before === undefined ? plain : `${before},${plain}`)
  }
  return {
    name: name.replace(/^.*\./, '').trim().toUpperCase(),
    parameters,
    value: line.subarray(colon + 1),
  }
}

/** The colon that ends the parameters; those within quotation marks don't. */
function colonIn(text: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if (sign === ':' && !quoted) return at
  }
  return -1
}

/** The value as text: what the property itself says of its charset counts before what the file looks like. */
function textOf({ parameters, value }: Property, charset: string): string {
  const bytes = /QUOTED-PRINTABLE|^Q$/.test(parameters.get('ENCODING') ?? '') ? unquoted(value) : value
  const own = parameters.get('CHARSET')
  for (const one of own === undefined ? [charset] : [own, charset, 'gb18030']) {
    try {
      return new TextDecoder(one, { fatal: true }).decode(bytes)
    } catch {
      // an unknown charset, or not this one
    }
  }
  return new TextDecoder(charset).decode(bytes)
}

function unquoted(value: Buffer): Buffer {
  const text = value.toString('latin1')
  return Buffer.from(
    text.replaceAll(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}

/** The parts of a value between semicolons (or commas), unescaped. */
function partsOf(text: string, separator: ';' | ','): string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const last = parts.length - 1
    if (sign === '\\' && at + 1 < text.length) {
      at += 1
      const next = text[at] ?? ''
      parts[last] += next === 'n' || next === 'N' ? '\n' : next
    } else if (sign === separator) parts.push('')
    else parts[last] += sign
  }
  return parts.map((part) => part.trim())
}

/** A value that is one text: what would separate parts is part of it. */
const whole = (text: string): string =>
  text.replaceAll(/\\([\s\S])/g, (_, next: string) => (/n/i.test(next) ? '\n' : next)).trim()

function cardOf(properties: readonly Property[], charset: string): Card {
  const texts = (name: string): string[] =>
    properties.filter((one) => one.name === name).flatMap((one) => textOf(one, charset).trim() || [])
  const first = (name: string): string => whole(texts(name)[0] ?? '')
  const [company = '', ...units] = partsOf(texts('ORG')[0] ?? '', ';')
  const phones = properties.filter(({ name }) => name === 'TEL')
  const isHome = ({ parameters }: Property): boolean => /\bHOME\b/.test(parameters.get('TYPE') ?? '')
  const [birthday = '', ...others] = [
    first(OWN_BIRTHDAY),
    ...properties.filter(({ name }) => name === 'BDAY').map((one) => birthdayOf(one, charset)),
  ].filter((text) => text !== '')
  const number = (one: Property): string[] =>
    whole(textOf(one, charset)).replace(/^tel:/i, '') === ''
      ? []
      : [whole(textOf(one, charset)).replace(/^tel:/i, '')]
  return {
    name: first('FN') || nameOf(partsOf(texts('N')[0] ?? '', ';')),
    company,
    department: units.filter((unit) => unit !== '').join(' '),
    title: first('TITLE') || first('ROLE'),
    phones: phones.filter((one) => !isHome(one)).flatMap(number),
    privatePhones: phones.filter(isHome).flatMap(number),
    emails: texts('EMAIL').map(whole),
    wechat: first('X-WECHAT') || wechatIn(texts('IMPP').map(whole)),
    birthday,
    otherBirthday: others.find((other) => other !== birthday) ?? '',
    gender: /^[MF]/i.exec(first('GENDER'))?.[0].toUpperCase() ?? '',
    note: texts('NOTE').map(whole).join('\n'),
  }
}

/** N is family;given;additional;prefix;suffix: Chinese names are written without a blank, family name first. */
function nameOf([family = '', given = '', additional = '']: readonly string[]): string {
  if (/\p{Script=Han}/u.test(family + given)) return `${family}${given}`
  return [given, additional, family].filter((part) => part !== '').join(' ')
}

const wechatIn = (addresses: readonly string[]): string =>
  addresses.flatMap((address) => /^(?:wechat|weixin):(?:\/\/)?(.+)$/i.exec(address)?.[1] ?? [])[0] ?? ''

/** BDAY as people write birthdays: a time is left off, an unknown year too. */
function birthdayOf(property: Property, charset: string): string {
  const text = whole(textOf(property, charset)).replace(/T.*$/, '')
  const noYear = property.parameters.get(NO_YEAR.parameter)
  const plain = text.replace(/^--(\d\d)-?(\d\d)$/, '--$1-$2')
  return noYear !== undefined && plain.startsWith(`${noYear}-`) ? plain.replace(/^\d+/, '-') : plain
}
