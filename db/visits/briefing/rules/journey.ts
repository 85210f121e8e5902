import type { Text } from '../../../exchange/rules/document.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { BriefContent } from '../contract.ts'
import { dayText, joined, moneyText, placeText, words } from './texts.ts'
import { accountColumn, ofKind, type Part, type Told, tableOf, things } from './told.ts'

type Sections = BriefContent['sections']

interface Line {
  readonly key: string
  readonly label: string
  readonly text: string
}

/** When, where and how to get there, who of ours comes along, whom to call there, and what is taken along. */
export const journeyPart = (told: Told): Part =>
  tableOf(
    things(told, (sections) => linesIn(sections, told)),
    ({ label, text }): Text[] => [[{ text: label, look: 'quiet' }], text],
    { heads: [], widths: [18, 82] },
  )

function linesIn({ journey }: Sections, told: Told): Line[] {
  const { language } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const line = (key: string, label: string, text: string): Line[] =>
    text === '' ? [] : [{ key, label, text }]
  return [
    ...ofKind(journey, 'place').flatMap(({ day, time, minutes, city, place, travel, interpreter }) => [
      ...line(
        'time',
        say.time,
        joined([joined([dayText(day, language), time], ' '), fillIn(say.minutes, { minutes })], say.comma),
      ),
      ...line('where', say.where, placeText({ city, place })),
      ...line('travel', say.travel, travel),
      ...line('interpreter', say.interpreter, interpreter),
    ]),
    ...ofKind(journey, 'ours').flatMap(({ key, name, role, part }) =>
      line(key, say.ourSide, joined([joined([name, role], ' '), part === 'leads' && say.leads], say.comma)),
    ),
    ...ofKind(journey, 'contact').flatMap(({ key, accountId, phone, address }) =>
      line(
        key,
        say.contact,
        joined([accounts.isShown && accounts.name(accountId), phone, address], say.comma),
      ),
    ),
    ...ofKind(journey, 'gift').flatMap(({ key, what, amount, person, approvedBy }) =>
      line(
        key,
        say.gift,
        joined(
          [
            person === '' ? what : fillIn(say.giftFor, { what, person }),
            moneyText(amount, language),
            approvedBy === '' ? say.notApproved : fillIn(say.approvedBy, { by: approvedBy }),
          ],
          say.comma,
        ),
      ),
    ),
  ]
}
