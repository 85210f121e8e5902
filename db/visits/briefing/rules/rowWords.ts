import { birthdayText, readBirthday } from '../../../accounts/people/rules/birthday.ts'
import { BRIEF_FIGURE_WORDS, SECRET_WORDS, SECTION_WORDS } from '../../../terms/briefing.ts'
import { TIER_WORDS } from '../../../terms/grading.ts'
import type { Language } from '../../../terms/language.ts'
import { ATTITUDE_WORDS, ROLE_WORDS } from '../../../terms/map.ts'
import { PERSON_FIELD_WORDS, PROMISE_STATE_WORDS } from '../../../terms/people.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { REACH_WORDS } from '../../../terms/visits.ts'
import type { BriefRow } from '../contract.ts'
import { changeText, dayText, figureText, joined, moneyText, placeText, scoreText, words } from './texts.ts'

/** A part of what a row says: its name, and its text. */
export type Fact = readonly [name: string, text: string]

/** A row in words: what it is about, and its facts. */
export interface RowWords {
  readonly about: string
  readonly facts: readonly Fact[]
}

/** What a row says in words: every field that may change is among its facts. */
export function rowWords(row: BriefRow, language: Language): RowWords {
  const say = words(language)
  const section = SECTION_WORDS[language]
  switch (row.kind) {
    case 'say':
      return { about: fillIn(say[row.what], { number: '' }).trim(), facts: [['', row.text]] }
    case 'person':
      return { about: say.attendee, facts: personFacts(row, language) }
    case 'secret':
      return { about: joined([row.name, SECRET_WORDS[language][row.what]], ' '), facts: [['', row.text]] }
    case 'issue':
      return {
        about: say[row.issue],
        facts: [
          ['', row.what],
          [say.by, joined([row.by, row.person], ' → ')],
          [say.due, row.dueOn ?? ''],
        ],
      }
    case 'kept':
      return {
        about: section.issues,
        facts: [['', fillIn(say.kept, { kept: row.kept, broken: row.broken })]],
      }
    case 'figure':
      return {
        about: row.name || BRIEF_FIGURE_WORDS[language][row.figure],
        facts: [['', figureText(row.value, row.unit, language, row.figure === 'growth')]],
      }
    case 'bought':
      return {
        about: fillIn(say.boughtIn, { year: row.year }),
        facts: [['', moneyText(row.amount, language)]],
      }
    case 'standing':
      return {
        about: section.standing,
        facts: [
          [say.tier, row.tier === null ? '–' : TIER_WORDS[language][row.tier]],
          [say.score, scoreText(row.score)],
          [say.change, changeText(row.change)],
          [
            say.rank,
            row.rank === null ? '–' : fillIn(say.rankOf, { rank: row.rank, ranked: row.ranked ?? '–' }),
          ],
          [say.trend, row.trend.map(({ score }) => scoreText(score)).join(' → ')],
        ],
      }
    case 'moved':
      return {
        about: say.moved,
        facts: [['', joined([row.line, say[`part_${row.part}`], changeText(row.by)], ' ')]],
      }
    case 'rival':
      return {
        about: say.competitor,
        facts: [
          [say.competitor, row.competitor],
          [say.strengths, row.strengths],
          [say.weaknesses, row.weaknesses],
        ],
      }
    case 'move':
      return {
        about: joined([row.competitor, say.move], ' '),
        facts: [['', joined([row.on, row.text], ' ')]],
      }
    case 'product':
      return {
        about: row.product,
        facts: [
          [say.ours, row.ours === null ? '–' : moneyText(row.ours, language)],
          [say.elsewhere, row.elsewhere === null ? '–' : moneyText(row.elsewhere, language)],
          [say.yearHead, String(row.year)],
        ],
      }
    case 'past':
      return {
        about: section.lastVisit,
        facts: [
          [say.day, row.day],
          [say.objective, row.objective],
          [
            '',
            joined(
              [row.reach === null ? '' : REACH_WORDS[language][row.reach], row.note, row.lead],
              say.comma,
            ),
          ],
        ],
      }
    case 'promised':
      return {
        about: row.side === 'ours' ? say.promise : say.owed,
        facts: [
          ['', row.what],
          [say.by, row.by],
          [say.due, row.dueOn ?? ''],
          [say.state, PROMISE_STATE_WORDS[language][row.state]],
        ],
      }
    case 'care':
      return { about: section.sensitivities, facts: [['', row.text]] }
    case 'topic':
      return {
        about: say.topic,
        facts: [
          [say.topic, row.topic],
          [say.speaker, row.speaker],
          [say.time, fillIn(say.minutes, { minutes: row.minutes })],
        ],
      }
    case 'line':
      return {
        about: say.bottomLine,
        facts: [
          [say.topic, row.topic],
          [say.bottomLine, row.bottomLine],
          [say.concession, row.concession],
        ],
      }
    case 'place':
      return {
        about: section.journey,
        facts: [
          [
            say.time,
            joined(
              [dayText(row.day, language), row.time, fillIn(say.minutes, { minutes: row.minutes })],
              ' ',
            ),
          ],
          [say.where, placeText(row)],
          [say.travel, row.travel],
          [say.interpreter, row.interpreter],
        ],
      }
    case 'ours':
      return {
        about: say.ourSide,
        facts: [
          ['', joined([row.name, row.role], ' ')],
          [say.leads, row.part === 'leads' ? say.leads : ''],
        ],
      }
    case 'contact':
      return { about: say.contact, facts: [['', joined([row.phone, row.address], say.comma)]] }
    case 'gift':
      return {
        about: say.gift,
        facts: [
          ['', joined([row.what, row.person], say.comma)],
          [say.gift, moneyText(row.amount, language)],
          [
            say.state,
            row.approvedBy === '' ? say.notApproved : fillIn(say.approvedBy, { by: row.approvedBy }),
          ],
        ],
      }
  }
}

function personFacts(row: Extract<BriefRow, { kind: 'person' }>, language: Language): Fact[] {
  const say = words(language)
  const field = PERSON_FIELD_WORDS[language]
  const birthday = row.birthday === null ? undefined : readBirthday(row.birthday)
  return [
    ['', row.gone ? say.gone : row.name],
    [say.fact, row.title],
    [field.attitude, row.attitude === null ? '' : ATTITUDE_WORDS[language][row.attitude]],
    [field.decisionRole, row.decisionRole === null ? '' : ROLE_WORDS[language][row.decisionRole]],
    [field.influence, row.influence === null ? '' : String(row.influence)],
    [field.phone, row.phone],
    [field.birthday, birthday ? birthdayText(birthday, language) : ''],
    [field.nativePlace, row.nativePlace],
    [field.greeting, row.greeting],
    [field.rhythm, row.rhythm],
    [field.interests, row.interests],
    [field.preconditions, row.preconditions],
    [field.brandsView, row.brandsView],
    [say.known, row.knownBy.join(say.list)],
    [say.lastMet.replace('{on}', '').trim(), row.lastMet ?? ''],
    [say.promise, row.promised === 0 ? '' : String(row.promised)],
  ]
}

/** All that a row says, in a line. */
export const factsText = (row: BriefRow, language: Language): string =>
  rowWords(row, language)
    .facts.flatMap(([name, text]) => (text === '' ? [] : [joined([name, text], ' ')]))
    .join(' · ')
