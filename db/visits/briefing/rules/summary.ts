import type { Text } from '../../../exchange/rules/document.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { BriefContent } from '../contract.ts'
import { guestNames } from './people.ts'
import { dayText, joined, namesText, placeText, words } from './texts.ts'
import { ofKind, type Pair, type Part, type Told, tableOf, things } from './told.ts'

type Sections = BriefContent['sections']
type SayRow = Sections['summary'][number]

/** Names of theirs that the summary says; of more it says how many. */
const MOST_NAMES = 6

/** A line of the summary: its label, and what it says. */
interface Line {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly strong: boolean
}

/** The first page: who, when, why, what to say and what not to say. */
export function summaryPart(told: Told): Part {
  const pairs = things(told, (sections) => linesIn(sections, told))
  const table = (lines: readonly Pair<Line>[]): Part => tableOf(lines, cellsOfLine, LOOK)
  // what is derived shows that it changed, and is counted where it comes from
  return { ...table(pairs), changed: table(pairs.map(withoutDerived)).changed }
}

const LOOK = { heads: [], widths: [18, 82] }

const cellsOfLine = ({ label, text, strong }: Line): Text[] => [
  [{ text: label, look: 'quiet' }],
  strong ? [{ text, look: 'strong' }] : text,
]

/** Who and when are told by other sections too, which count what changed of them. */
const withoutDerived = (pair: Pair<Line>): Pair<Line> =>
  pair.now !== null && (pair.now.key === 'who' || pair.now.key === 'when')
    ? { now: pair.now, was: undefined }
    : pair

function linesIn(sections: Sections, { language }: Told): Line[] {
  const say = words(language)
  const line = (key: string, label: string, text: string, strong = false): Line[] =>
    text === '' ? [] : [{ key, label, text, strong }]
  const counted = (what: 'saying' | 'ask' | 'give'): Line[] =>
    sections.summary
      .filter((row) => row.what === what)
      .flatMap(({ key, text }, at) =>
        line(key, fillIn(say[what], { number: at + 1 }), text, what === 'saying'),
      )
  const single = (what: SayRow['what'] & ('objective' | 'wished' | 'unsaid')): Line[] =>
    sections.summary
      .filter((row) => row.what === what)
      .flatMap(({ key, text }) => line(key, say[what], text, what === 'unsaid'))
  return [
    ...line('who', say.who, namesText(guestNames(sections.people), MOST_NAMES, language)),
    ...line('when', say.when, whenText(sections, language)),
    ...single('objective'),
    ...single('wished'),
    ...counted('saying'),
    ...single('unsaid'),
    ...counted('ask'),
    ...counted('give'),
  ]
}

/** Day, hour and place in a line. */
export function whenText({ journey }: Pick<Sections, 'journey'>, language: Told['language']): string {
  const [place] = ofKind(journey, 'place')
  if (!place) return ''
  const say = words(language)
  return joined(
    [joined([dayText(place.day, language), place.time], ' '), placeText(place) || say.place],
    say.comma,
  )
}
