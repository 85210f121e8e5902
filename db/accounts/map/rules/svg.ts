import type { Language } from '../../../terms/language.ts'
import { ATTITUDE_WORDS, LINE_WORDS, MAP_WORDS, ROLE_WORDS } from '../../../terms/map.ts'
import { ATTITUDES, type Attitude, DECISION_ROLES, type DecisionRole } from '../../people/rules/fields.ts'
import { INK, PAPER_FONT, paperText, type SvgDrawing } from '../../rules/paperSvg.ts'
import type { MapMember, MapPerson, RelationshipMap } from '../contract.ts'
import { ATTITUDE_SIGNS, CARD_PX, cutText, ROLE_SHAPES, toPx } from './drawing.ts'
import { holesOf } from './holes.ts'
import { findingText } from './holeText.ts'
import { layOut } from './layout.ts'
import { type DrawnLine, linesOf } from './lines.ts'
import { boxAround, type Point, STEP } from './places.ts'

const LATE = INK.late
const ATTITUDE_INK: Readonly<Record<Attitude | 'none', string>> = {
  champion: '#47704f',
  friendly: '#5e8c6a',
  neutral: '#646a70',
  cool: '#b8860b',
  opponent: LATE,
  none: '#ffffff',
}
const EDGE = 24
const HEAD = 68
const FOOT = 84
const NARROWEST = 860

/** The whole map as one self-contained drawing on white: title, date, finding, everybody, legend. All text escaped. */
export function mapSvg(map: RelationshipMap, language: Language): SvgDrawing {
  const words = MAP_WORDS[language]
  const places = layOut(map)
  const box = boxAround(places.values()) ?? { left: 0, top: 0, width: 40, height: 10 }
  const width = Math.max(NARROWEST, box.width * STEP + 2 * EDGE)
  const height = HEAD + box.height * STEP + FOOT
  const shiftX = (width - box.width * STEP) / 2 - box.left * STEP
  const shiftY = HEAD - box.top * STEP
  const weak = new Set(holesOf(map).flatMap((hole) => ('personId' in hole ? [hole.personId] : [])))
  const cards = [
    ...map.members.map((member) => memberCard(member, places)),
    ...map.people.map((person) => personCard(person, places, weak.has(person.id), language)),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${PAPER_FONT}" font-size="13">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${paperText(EDGE, 30, `${map.accountName} · ${words.title}`, { size: 18, bold: true })}
${paperText(EDGE, 52, findingText(map, language), { fill: INK.quiet })}
${paperText(width - EDGE, 30, map.today, { fill: INK.quiet, anchor: 'end' })}
<g transform="translate(${shiftX} ${shiftY})">
${linesOf(map, places).map(lineShape).join('\n')}
${cards.join('\n')}
</g>
<g transform="translate(${EDGE} ${height - FOOT + 30})">${legend(language)}</g>
</svg>`
  return { svg, width, height }
}

function personCard(
  person: MapPerson,
  places: ReadonlyMap<string, Point>,
  weak: boolean,
  language: Language,
): string {
  const words = MAP_WORDS[language]
  const attitude = person.attitude ? ATTITUDE_WORDS[language][person.attitude] : words.noAttitude
  const role = person.decisionRole ? ` · ${ROLE_WORDS[language][person.decisionRole]}` : ''
  return card(person.id, places, weak ? LATE : INK.soft, [
    roleGlyph(person.decisionRole, person.attitude, 24, CARD_PX.height / 2),
    ...cardTexts(person.name, person.title, attitude + role),
    weak ? `<circle cx="${CARD_PX.width - 10}" cy="10" r="7" fill="${LATE}"/>` : '',
    weak
      ? paperText(CARD_PX.width - 10, 14, '!', { fill: '#ffffff', size: 11, bold: true, anchor: 'middle' })
      : '',
  ])
}

const memberCard = (member: MapMember, places: ReadonlyMap<string, Point>): string =>
  card(member.id, places, INK.primary, [
    `<circle cx="24" cy="${CARD_PX.height / 2}" r="13" fill="#e4f0f2"/>`,
    paperText(24, CARD_PX.height / 2 + 4.5, [...member.name][0] ?? '', {
      fill: INK.primary,
      bold: true,
      anchor: 'middle',
    }),
    ...cardTexts(member.name, member.role, ''),
  ])

function card(
  id: string,
  places: ReadonlyMap<string, Point>,
  stroke: string,
  parts: readonly string[],
): string {
  const { x, y } = toPx(places.get(id) ?? { x: 0, y: 0 })
  const { width, height } = CARD_PX
  return `<g transform="translate(${x - width / 2} ${y - height / 2})"><rect width="${width}" height="${height}" rx="6" fill="#ffffff" stroke="${stroke}"/>${parts.join('')}</g>`
}

const ROOM = CARD_PX.width - 52

const cardTexts = (name: string, title: string, third: string): string[] => [
  paperText(44, third === '' ? 25 : 18, cutText(name, ROOM, 13), { bold: true }),
  paperText(44, third === '' ? 43 : 34, cutText(title, ROOM + 4, 12), { size: 12, fill: INK.quiet }),
  paperText(44, 49, cutText(third, ROOM + 4, 11), { size: 11, fill: INK.quiet }),
]

function roleGlyph(role: DecisionRole | null, attitude: Attitude | null, x: number, y: number): string {
  const { path, filled } = ATTITUDE_SIGNS[attitude ?? 'none']
  const sign = attitude === null ? INK.line : '#ffffff'
  return `<g transform="translate(${x} ${y})"><path d="${ROLE_SHAPES[role ?? 'none']}" fill="${ATTITUDE_INK[attitude ?? 'none']}" stroke="${INK.line}"${role === null ? ' stroke-dasharray="3 2"' : ''}/><path d="${path}" fill="${filled ? sign : 'none'}" stroke="${sign}" stroke-width="1.5"/></g>`
}

function lineShape({ kind, route, width }: DrawnLine): string {
  const colour = kind === 'conflicts' ? LATE : kind === 'coverage' ? INK.primary : INK.line
  const dash = kind === 'wanted' ? ' stroke-dasharray="4 3"' : ''
  const opacity = kind === 'coverage' ? ' stroke-opacity="0.6"' : ''
  return `<path d="${route.path}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}${opacity}/>${lineSign(kind, route.middle)}`
}

/** What tells influence and conflict from each other without colour: an arrow's head and a cross. */
function lineSign(kind: DrawnLine['kind'], { x, y }: Point): string {
  if (kind === 'conflicts')
    return `<path d="M${x - 4} ${y - 4} l8 8 m0 -8 l-8 8" stroke="${LATE}" stroke-width="1.75"/>`
  return kind === 'influences' ? `<circle cx="${x}" cy="${y}" r="3.5" fill="${INK.line}"/>` : ''
}

function legend(language: Language): string {
  const words = MAP_WORDS[language]
  const lines = LINE_WORDS[language]
  const rows: (readonly [string, string])[][] = [
    [
      ...ATTITUDES.map((one) => [roleGlyph('influences', one, 0, 0), ATTITUDE_WORDS[language][one]] as const),
      ...DECISION_ROLES.map((one) => [roleGlyph(one, null, 0, 0), ROLE_WORDS[language][one]] as const),
    ],
    [
      [sample('reports', 1.25), lines.reports],
      [sample('influences', 1.25), lines.influences],
      [sample('conflicts', 1.25), lines.conflicts],
      [sample('coverage', 4), `${lines.coverage} (${words.depth})`],
      [sample('wanted', 1.25), words.wanted],
    ],
  ]
  return rows
    .map((row, at) => {
      let x = 14
      return row
        .map(([sign, word]) => {
          const part = `<g transform="translate(${x} ${at * 34})">${sign}${paperText(20, 4, word, { size: 12, fill: INK.quiet })}</g>`
          x += 46 + [...word].reduce((sum, char) => sum + (char > '⺀' ? 12 : 7), 0)
          return part
        })
        .join('')
    })
    .join('')
}

const sample = (kind: DrawnLine['kind'], width: number): string =>
  lineShape({
    key: kind,
    kind,
    fromId: '',
    toId: '',
    width,
    route: { path: 'M-14 0 H14', middle: { x: 0, y: 0 } },
  })
