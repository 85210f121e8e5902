import { daysBetween } from '../../../accounts/rules/days.ts'
import type { Text } from '../../../exchange/rules/document.ts'
import { PROMISE_STATE_WORDS } from '../../../terms/people.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { REACH_WORDS, VISIT_KIND_WORDS } from '../../../terms/visits.ts'
import { minuteOf, timeOfMinute } from '../../rules/clashes.ts'
import type { BriefContent } from '../contract.ts'
import { dayText, joined, words } from './texts.ts'
import {
  accountColumn,
  line,
  ofKind,
  type Part,
  type Told,
  tableOf,
  textsOf,
  things,
  together,
} from './told.ts'

type Sections = BriefContent['sections']

/** What is open between us, what they owe us, and how we kept our word of late. */
export function issuesPart(told: Told): Part {
  const { language } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const open = tableOf(
    things(told, ({ issues }) => ofKind(issues, 'issue')),
    ({ accountId, issue, what, by, person, dueOn }) => [
      ...accounts.cell(accountId),
      [{ text: `${say[issue]} `, look: 'quiet' }, { text: what }],
      joined([by, person], ' → '),
      dueText(dueOn, told),
    ],
    accounts.look(say.account, [say.matter, say.by, say.due], [60, 20, 20]),
  )
  const kept = textsOf(
    things(told, ({ issues }) => ofKind(issues, 'kept')),
    ({ accountId, kept: count, broken }) =>
      fillIn(accounts.isShown ? say.keptOf : say.kept, {
        name: accounts.name(accountId),
        kept: count,
        broken,
      }),
  )
  return together(open.blocks.length === 0 ? line(say.none) : open, kept)
}

/** A day on which something is due, with how late it is. */
function dueText(dueOn: string | null, { language, asOf }: Told): Text {
  const say = words(language)
  if (dueOn === null) return [{ text: say.noDay, look: 'quiet' }]
  const days = daysBetween(dueOn, asOf)
  return days > 0 ? [{ text: `${dueOn} ` }, { text: fillIn(say.late, { days }), look: 'strong' }] : dueOn
}

/** The visit before with each account, and what became of its promises. */
export function lastVisitPart(told: Told): Part {
  const { language } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const past = textsOf(
    things(told, ({ lastVisit }) => ofKind(lastVisit, 'past')),
    ({ accountId, day, visitKind, lead, objective, reach, note }): Text => [
      ...(accounts.isShown ? [{ text: `${accounts.name(accountId)} `, look: 'strong' as const }] : []),
      {
        text: joined(
          [
            fillIn(lead === '' ? say.pastNoLead : say.past, {
              day: dayText(day, language),
              kind: VISIT_KIND_WORDS[language][visitKind],
              lead,
            }),
            objective !== '' && fillIn(say.pastObjective, { text: objective }),
            fillIn(say.pastReach, {
              text: joined([reach === null ? say.noReach : REACH_WORDS[language][reach], note], say.comma),
            }),
          ],
          '\n',
        ),
      },
    ],
  )
  const promised = tableOf(
    things(told, ({ lastVisit }) => ofKind(lastVisit, 'promised')),
    ({ accountId, side, what, by, dueOn, state }) => [
      ...accounts.cell(accountId),
      [{ text: `${side === 'ours' ? say.promise : say.owed} `, look: 'quiet' }, { text: what }],
      by,
      state === 'open' ? dueText(dueOn, told) : (dueOn ?? ''),
      PROMISE_STATE_WORDS[language][state],
    ],
    accounts.look(say.account, [say.matter, say.by, say.due, say.state], [52, 16, 20, 12]),
  )
  return together(past, promised)
}

/** What to be careful about. */
export const sensitivitiesPart = (told: Told): Part =>
  textsOf(
    things(told, ({ sensitivities }) => sensitivities),
    ({ text }) => text,
  )

/** A topic with its place in the day, and what we hold to there. */
interface Point {
  readonly key: string
  readonly topic: Extract<Sections['agenda'][number], { kind: 'topic' }>
  readonly line: Extract<Sections['agenda'][number], { kind: 'line' }> | undefined
  /** HH:MM; '' where the visit's hour isn't known */
  readonly at: string
}

/** The agenda, with our bottom lines for those who may see them. */
export function agendaPart(told: Told): Part {
  const { language, content, audience } = told
  const say = words(language)
  const hasLines = content.sections.agenda.some(({ kind }) => kind === 'line')
  const table = tableOf(
    things(told, pointsIn),
    ({ topic, line: own, at }) => [
      joined([at, fillIn(say.minutes, { minutes: topic.minutes })], '\n'),
      [
        { text: topic.topic, look: 'strong' },
        ...(hasLines ? [{ text: `\n${topic.speaker || say.all}` }] : []),
      ],
      ...(hasLines
        ? [
            own === undefined || own.bottomLine === ''
              ? ([{ text: say.noLine, look: 'gap' }] satisfies Text)
              : own.bottomLine,
            own?.concession ?? '',
          ]
        : [topic.speaker || say.all]),
    ],
    hasLines
      ? { heads: [say.time, say.topic, say.bottomLine, say.concession], widths: [13, 33, 29, 25] }
      : { heads: [say.time, say.topic, say.speaker], widths: [15, 60, 25] },
  )
  if (table.blocks.length === 0) return line(say.noneYet)
  const [place] = ofKind(content.sections.journey, 'place')
  if (!place || audience === 'customer') return table
  const minutes = ofKind(content.sections.agenda, 'topic').reduce((sum, topic) => sum + topic.minutes, 0)
  const over = minutes - place.minutes
  const sum = fillIn(over > 0 ? say.agendaOver : say.agendaSum, { minutes, of: place.minutes, over })
  return together(table, line(sum, over <= 0))
}

function pointsIn({ agenda, journey }: Sections): Point[] {
  const lines = new Map<string, Point['line']>(ofKind(agenda, 'line').map((row) => [row.topicId, row]))
  const time = ofKind(journey, 'place')[0]?.time ?? ''
  let minute = time === '' ? null : minuteOf(time)
  return ofKind(agenda, 'topic').map((topic) => {
    const at = minute === null ? '' : timeOfMinute(minute)
    if (minute !== null) minute += topic.minutes
    return { key: topic.key, topic, line: lines.get(topic.topicId), at }
  })
}
