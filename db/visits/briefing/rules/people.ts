import { birthdayText, readBirthday } from '../../../accounts/people/rules/birthday.ts'
import type { Span, Text } from '../../../exchange/rules/document.ts'
import { SECRET_WORDS } from '../../../terms/briefing.ts'
import type { Language } from '../../../terms/language.ts'
import { ATTITUDE_WORDS, ROLE_WORDS } from '../../../terms/map.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { BriefContent } from '../contract.ts'
import { joined, words } from './texts.ts'
import { accountColumn, ofKind, type Part, type Told, tableOf, things } from './told.ts'

type Rows = BriefContent['sections']['people']
type PersonRow = Extract<Rows[number], { kind: 'person' }>
type SecretRow = Extract<Rows[number], { kind: 'secret' }>

/** One of theirs with what is masked of them. */
interface Guest {
  readonly key: string
  readonly person: PersonRow
  readonly secrets: readonly SecretRow[]
}

/** Theirs: who they are, how to treat them, who knows them. A customer reads names and titles only. */
export function peoplePart(told: Told): Part {
  const { language, audience, content } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const guests = things(told, guestsIn)
  if (audience === 'customer')
    return tableOf(
      guests,
      ({ person }) => [
        strong(person.name),
        person.title,
        ...(person.accountId === null ? accounts.cell('') : accounts.cell(person.accountId)),
      ],
      { heads: [], widths: content.accounts.length > 1 ? [24, 36, 40] : [30, 70] },
    )
  return tableOf(
    guests,
    (guest) => [
      whoCell(guest, told, accounts.isShown ? accounts.name : () => ''),
      treatCell(guest, language),
      knownCell(guest, language),
    ],
    {
      heads: [say.person, say.treat, say.known],
      widths: [26, 48, 26],
    },
  )
}

const guestsIn = ({ people }: { readonly people: Rows }): Guest[] => {
  const secrets = Map.groupBy(ofKind(people, 'secret'), ({ personId }) => personId)
  return ofKind(people, 'person').map((person) => ({
    key: person.key,
    person,
    secrets: secrets.get(person.personId) ?? [],
  }))
}

const strong = (text: string): Text => [{ text, look: 'strong' }]

function whoCell({ person }: Guest, { language }: Told, accountOf: (id: string) => string): Text {
  const say = words(language)
  if (person.gone) return [{ text: say.gone, look: 'quiet' }]
  const more = [
    person.title,
    person.accountId === null ? '' : accountOf(person.accountId),
    joined(
      [
        person.attitude === null
          ? say.unknown
          : `${ATTITUDE_SIGNS[person.attitude]} ${ATTITUDE_WORDS[language][person.attitude]}`,
        person.decisionRole && ROLE_WORDS[language][person.decisionRole],
      ],
      ' · ',
    ),
    person.phone === '' ? '' : fillIn(say.phone, { text: person.phone }),
  ].filter((text) => text !== '')
  return [{ text: person.name, look: 'strong' }, ...more.map((text): Span => ({ text: `\n${text}` }))]
}

/** Shapes of attitudes, so that they are told without colour: for us, neutral, against us. */
export const ATTITUDE_SIGNS = {
  champion: '▲',
  friendly: '▲',
  neutral: '▬',
  cool: '▼',
  opponent: '▼',
} as const

/** What is known of how to treat somebody, in the order in which it helps. */
const TREATS = ['greeting', 'preconditions', 'brandsView', 'rhythm', 'interests', 'nativePlace'] as const

function treatCell({ person, secrets }: Guest, language: Language): Text {
  return inLines([
    ...birthdayOf(person, language),
    ...TREATS.flatMap((field): Span[] =>
      person[field] === '' ? [] : [{ text: fillIn(words(language)[field], { text: person[field] }) }],
    ),
    ...secrets.map((secret) => secretSpan(secret, language)),
  ])
}

const birthdayOf = ({ birthday }: PersonRow, language: Language): Span[] => {
  const read = birthday === null ? undefined : readBirthday(birthday)
  return read ? [{ text: fillIn(words(language).birthday, { text: birthdayText(read, language) }) }] : []
}

/** A masked fact, or that there is one. */
export function secretSpan({ what, text, masked }: SecretRow, language: Language): Span {
  const say = words(language)
  const name = SECRET_WORDS[language][what]
  return masked
    ? { text: fillIn(say.masked, { what: name }), look: 'quiet' }
    : { text: fillIn(say.secret, { what: name, text }) }
}

const inLines = (spans: readonly Span[]): Text =>
  spans.map((span, at) => (at === 0 ? span : { ...span, text: `\n${span.text}` }))

function knownCell({ person }: Guest, language: Language): Text {
  const say = words(language)
  if (person.gone) return ''
  return joined(
    [
      person.knownBy.length === 0 ? say.nobodyKnows : person.knownBy.join(say.list),
      person.lastMet !== null && fillIn(say.lastMet, { on: person.lastMet }),
      person.promised > 0 && fillIn(say.promised, { count: person.promised }),
    ],
    '\n',
  )
}

/** Names of theirs who are there, for a line of the summary. */
export const guestNames = (rows: Rows): string[] =>
  ofKind(rows, 'person').flatMap(({ gone, name, title }) => (gone ? [] : [joined([name, title], ' ')]))
