import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { Block, PaperDocument } from '../../../exchange/rules/document.ts'
import type { PaperFormat } from '../../../exchange/rules/paperFormat.ts'
import type { RoundId } from '../../../kernel/ids.ts'
import { TIER_WORDS } from '../../../terms/grading.ts'
import type { Language } from '../../../terms/language.ts'
import { MINUTES_WORDS } from '../../../terms/meeting.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { NO_SCORE } from '../../rules/grade.ts'
import type { Standing } from '../../rules/tiers.ts'
import { meanOf, pollCell } from '../rules/pooling.ts'
import type { AgreementRecord } from './agreements.ts'
import { revealedRound } from './consensus.ts'
import { type BallotResults, readResults } from './gradeBallots.ts'

interface MinutesInput {
  readonly roundId: RoundId
  readonly language: Language
  readonly format: PaperFormat
}

/** A cell that the meeting talked about, by its place in the round. */
interface Cell {
  readonly row: number
  readonly column: number
}

/** The minutes of a round's meeting, to be read and signed. @throws Refusal as the contract says */
export function meetingMinutes(context: EngineContext, input: MinutesInput): Promise<File> {
  const { kernel } = context
  const { name } = revealedRound(kernel, input.roundId)
  const results = readResults(kernel.db, input.roundId)
  const madeAt = new Date(kernel.now()).toISOString()
  return paperFile(context, minutesPaper(name, results, madeAt, input.language), input.format)
}

/** What the minutes say. */
export function minutesPaper(
  round: string,
  results: BallotResults,
  madeAt: string,
  language: Language,
): PaperDocument {
  const words = MINUTES_WORDS[language]
  const discords = discordCells(results)
  const open = discords.filter(({ row, column }) => !results.poll.agreed[placeOf(results, row, column)])
  const title = fillIn(words.title, { round })
  return {
    title,
    subtitle: fillIn(words.subtitle, { discords: discords.length, settled: discords.length - open.length }),
    head: title,
    madeAt,
    language,
    blocks: [
      { kind: 'facts', rows: groupFacts(results, language) },
      { kind: 'heading', level: 1, text: words.agreed },
      agreedBlock(results, language),
      ...openBlocks(results, open, language),
      ...tierBlocks(results, language),
      {
        kind: 'signatures',
        lines: [
          { label: words.sign, signed: '' },
          { label: words.date, signed: '' },
        ],
      },
    ],
  }
}

const placeOf = ({ poll }: BallotResults, row: number, column: number): number =>
  row * poll.indicators + column

const discordCells = ({ pooled, poll }: BallotResults): Cell[] =>
  [...pooled.discords].flatMap((flag, at) =>
    flag === 1 ? [{ row: Math.floor(at / poll.indicators), column: at % poll.indicators }] : [],
  )

function groupFacts({ seats, data }: BallotResults, language: Language): (readonly [string, string])[] {
  const words = MINUTES_WORDS[language]
  const { pooling, discord } = data.round.rules
  const named = (of: readonly { readonly name: string }[]): string =>
    of.length === 0 ? words.nobody : of.map(({ name }) => name).join(words.comma)
  const seated = (seat: 'leader' | 'deputy' | 'member') => named(seats.filter((each) => each.seat === seat))
  return [
    [words.leader, seated('leader')],
    [words.deputies, seated('deputy')],
    [words.members, seated('member')],
    [words.late, named(seats.filter(({ late }) => late))],
    [words.pooling, words.poolings[pooling]],
    [
      words.discord,
      discord.kind === 'range'
        ? fillIn(words.range, { points: discord.atLeast })
        : fillIn(words.deviation, { points: (discord.atLeast / 100).toFixed(2) }),
    ],
  ]
}

function agreedBlock(results: BallotResults, language: Language): Block {
  const words = MINUTES_WORDS[language]
  const rows = results.agreements.flatMap((agreement) => {
    const cell = cellOf(results, agreement)
    if (!cell) return []
    return [
      [
        ...cellNames(results, cell),
        spreadText(results, cell, language),
        markText(agreement.mark),
        reasonText(agreement, language),
      ],
    ]
  })
  if (rows.length === 0) return { kind: 'text', text: words.none }
  return {
    kind: 'table',
    heads: [words.account, words.indicator, words.spread, words.mark, words.why],
    widths: [18, 13, 17, 8, 44],
    rows,
  }
}

function reasonText({ reason, by, arguments: said }: AgreementRecord, language: Language): string {
  const words = MINUTES_WORDS[language]
  return [
    ...(reason === '' ? [] : [reason]),
    ...said.map(({ name, text }) => fillIn(words.said, { name, text })),
    fillIn(words.signedBy, { by }),
  ].join('\n')
}

function openBlocks(results: BallotResults, open: readonly Cell[], language: Language): Block[] {
  const words = MINUTES_WORDS[language]
  if (open.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words.open },
    {
      kind: 'table',
      heads: [words.account, words.indicator, words.spread],
      widths: [40, 30, 30],
      rows: open.map((cell) => [...cellNames(results, cell), spreadText(results, cell, language)]),
    },
  ]
}

/** Every account of which a mark was agreed on, once: what it scores now, its tier, and the one before. */
function tierBlocks(results: BallotResults, language: Language): Block[] {
  const words = MINUTES_WORDS[language]
  const { data, grades, standings, previous, overdue } = results
  const rows = new Set(results.agreements.flatMap((agreement) => cellOf(results, agreement)?.row ?? []))
  if (rows.size === 0) return []
  const word = (standing: Standing | null): string =>
    standing === null || standing === 'insufficient' ? words.noTier : TIER_WORDS[language][standing]
  return [
    { kind: 'heading', level: 1, text: words.tiers },
    {
      kind: 'table',
      heads: [words.account, words.score, words.tier, words.before],
      widths: [40, 20, 20, 20],
      rows: [...rows].map((row) => {
        const score = grades.scores[row] ?? NO_SCORE
        const tier = word(standings[row] ?? null)
        return [
          data.accounts.names[row] ?? '',
          score === NO_SCORE ? '–' : (score / 10).toFixed(1),
          overdue.includes(row) ? fillIn(words.carried, { tier }) : tier,
          word(previous[row] ?? null),
        ]
      }),
    },
  ]
}

/** Null where the account or the indicator is there no more. */
function cellOf({ data }: BallotResults, { accountId, indicatorId }: AgreementRecord): Cell | null {
  const row = data.accounts.ids.indexOf(accountId)
  const column = data.indicators.findIndex(({ id }) => id === indicatorId)
  return row === -1 || column === -1 ? null : { row, column }
}

const cellNames = ({ data }: BallotResults, { row, column }: Cell): [string, string] => [
  data.accounts.names[row] ?? '',
  data.indicators[column]?.name ?? '',
]

function spreadText(results: BallotResults, { row, column }: Cell, language: Language): string {
  const mean = meanOf(pollCell(results.poll, row, column))
  const range = results.pooled.ranges[placeOf(results, row, column)] ?? 0
  return fillIn(MINUTES_WORDS[language].spreadOf, { mean: (mean / 100).toFixed(2), range })
}

const markText = (hundredths: number): string =>
  hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2)
