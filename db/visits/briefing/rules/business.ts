import type { FigureUnit } from '../../../accounts/rules/figures.ts'
import type { Text } from '../../../exchange/rules/document.ts'
import { BRIEF_FIGURE_WORDS } from '../../../terms/briefing.ts'
import { TIER_SIGNS, TIER_WORDS } from '../../../terms/grading.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { BriefContent } from '../contract.ts'
import { changeText, figureText, moneyText, scoreText, words } from './texts.ts'
import { accountColumn, ofKind, type Part, type Told, tableOf, things, together, under } from './told.ts'
import { BRIEF_FIGURES, type BriefFigure } from './words.ts'

type Sections = BriefContent['sections']
type FigureRow = Extract<Sections['figures'][number], { kind: 'figure' }>

/** What is known of one account, gathered from its rows. */
interface OfAccount<Value> {
  readonly key: string
  readonly values: ReadonlyMap<string, Value>
}

const byAccount = <Row extends { readonly accountId: string }, Value>(
  rows: readonly Row[],
  entry: (row: Row) => readonly [string, Value],
): OfAccount<Value>[] =>
  [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([key, own]) => ({
    key,
    values: new Map(own.map(entry)),
  }))

/** Figures of accounts, and what they bought from us year by year. */
export function figuresPart(told: Told): Part {
  const { language, content, before } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const all = [content, ...(before === null ? [] : [before])].flatMap(({ sections }) => sections.figures)
  const shown = BRIEF_FIGURES.flatMap((figure) => {
    const known = ofKind(all, 'figure').find((row) => row.figure === figure)
    return known
      ? [{ figure, unit: known.unit, name: known.name || BRIEF_FIGURE_WORDS[language][figure] }]
      : []
  })
  const years = [...new Set(ofKind(all, 'bought').map(({ year }) => year))].sort((a, b) => a - b)
  const even = (count: number): number[] => Array.from({ length: count }, () => 100 / Math.max(1, count))
  const figures = tableOf(
    things(told, (sections) =>
      byAccount(ofKind(sections.figures, 'figure'), (row): [string, FigureRow] => [row.figure, row]),
    ),
    ({ key, values }): Text[] => [
      ...accounts.cell(key),
      ...shown.map(({ figure, unit }) => shownFigure(values.get(figure), figure, unit, told)),
    ],
    {
      ...accounts.look(
        say.account,
        shown.map(({ name }) => name),
        even(shown.length),
      ),
      ...(accounts.isShown ? { figures: shown.map((_, at) => at + 1) } : {}),
    },
  )
  const bought = tableOf(
    things(told, (sections) =>
      byAccount(ofKind(sections.figures, 'bought'), ({ year, amount }): [string, number] => [
        String(year),
        amount,
      ]),
    ),
    ({ key, values }): Text[] => [
      ...accounts.cell(key),
      ...years.map((year) => {
        const amount = values.get(String(year))
        return amount === undefined ? '–' : moneyText(amount, language)
      }),
    ],
    {
      ...accounts.look(
        say.account,
        years.map((year) => fillIn(say.boughtIn, { year })),
        even(years.length),
      ),
      ...(accounts.isShown ? { figures: years.map((_, at) => at + 1) } : {}),
    },
  )
  return together(figures, bought)
}

function shownFigure(
  row: FigureRow | undefined,
  figure: BriefFigure,
  unit: FigureUnit,
  { language }: Told,
): Text {
  const text = figureText(row?.value ?? null, unit, language, figure === 'growth')
  return figure === 'overdue' && (row?.value ?? 0) > 0 ? [{ text, look: 'strong' }] : text
}

/** Where accounts stand, how they got there, and what moved them. */
export function standingPart(told: Told): Part {
  const { language } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const standing = tableOf(
    things(told, (sections) => ofKind(sections.standing, 'standing')),
    ({ accountId, tier, score, change, rank, ranked, trend }): Text[] => [
      ...accounts.cell(accountId),
      tier === null ? TIER_WORDS[language].insufficient : `${TIER_SIGNS[tier]} ${TIER_WORDS[language][tier]}`,
      scoreText(score),
      changeText(change),
      rank === null ? '–' : fillIn(say.rankOf, { rank, ranked: ranked ?? '–' }),
      trend.map((point) => scoreText(point.score)).join(' → '),
    ],
    accounts.look(say.account, [say.tier, say.score, say.change, say.rank, say.trend], [21, 11, 12, 20, 36]),
  )
  const moved = tableOf(
    things(told, (sections) => ofKind(sections.standing, 'moved')),
    ({ part, line, by }): Text[] => [
      line === '' ? say[`part_${part}`] : line,
      line === '' ? '' : say[`part_${part}`],
      changeText(by),
    ],
    { heads: [], widths: [50, 30, 20] },
  )
  return together(standing, under(say.moved, moved))
}

/** What competitors did lately, and what they are good and bad at there. */
export function rivalsPart(told: Told): Part {
  const say = words(told.language)
  const accounts = accountColumn(told)
  return together(
    tableOf(
      things(told, (sections) => ofKind(sections.rivals, 'move')),
      ({ accountId, competitor, on, text }): Text[] => [...accounts.cell(accountId), on, competitor, text],
      accounts.look(say.account, [say.day, say.competitor, say.move], [16, 20, 64]),
    ),
    tableOf(
      things(told, (sections) => ofKind(sections.rivals, 'rival')),
      ({ accountId, competitor, strengths, weaknesses }): Text[] => [
        ...accounts.cell(accountId),
        competitor,
        strengths,
        weaknesses,
      ],
      accounts.look(say.account, [say.competitor, say.strengths, say.weaknesses], [20, 40, 40]),
    ),
  )
}

/** What they buy elsewhere of what we sell. */
export function whiteSpacePart(told: Told): Part {
  const { language } = told
  const say = words(language)
  const accounts = accountColumn(told)
  const amount = (fen: number | null): string => (fen === null ? '–' : moneyText(fen, language))
  return tableOf(
    things(told, (sections) => sections.whiteSpace),
    ({ accountId, product, year, ours, elsewhere }): Text[] => [
      ...accounts.cell(accountId),
      product,
      fillIn(say.year, { year }),
      amount(ours),
      amount(elsewhere),
      `${Math.round(((ours ?? 0) / Math.max(1, (ours ?? 0) + (elsewhere ?? 0))) * 100)}%`,
    ],
    accounts.look(
      say.account,
      [say.product, say.yearHead, say.ours, say.elsewhere, say.share],
      [32, 14, 20, 20, 14],
    ),
  )
}
