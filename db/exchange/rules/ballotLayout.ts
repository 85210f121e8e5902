import type { Standards } from '../../evaluation/rules/bands.ts'
import { GRADES } from '../../evaluation/rules/marks.ts'
import { BALLOT_WORDS } from '../../terms/ballots.ts'
import { RESULT_WORDS, SHEET_HEADERS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { fillIn } from '../../terms/ranking.ts'

/**
 * Everything in a ballot workbook that its evaluator must not change. Columns: code, name, owner, standing, a mark
 * column per indicator that people judge, then a column of remarks for each one that is open to this evaluator.
 */
export interface BallotLayout {
  readonly paperId: string
  readonly roundId: string
  readonly memberId: string
  readonly sheetVersion: string
  readonly language: Language
  readonly indicators: readonly LayoutIndicator[]
  /** the rows down to the header row, from row 1 on: texts by column */
  readonly head: readonly (readonly string[])[]
  readonly accounts: readonly LayoutAccount[]
  /** the worksheet of standards, row by row */
  readonly standards: readonly (readonly string[])[]
}

/** A mark column. */
export interface LayoutIndicator {
  readonly id: string
  readonly name: string
  /** whether this evaluator marks it */
  readonly open: boolean
}

/** A row of the ballot. */
export interface LayoutAccount {
  readonly id: string
  /** code, name, owner, standing */
  readonly texts: readonly string[]
  /** false where the evaluator is excused */
  readonly open: boolean
}

/** Columns before the marks: code, name, owner, standing. */
export const FIXED_COLUMNS = 4

/** The column of an account's standing, where it says that it is the evaluator's own. */
export const STANDING_COLUMN = FIXED_COLUMNS - 1

/** The column of an indicator's marks, counted from 0. */
export const markColumn = (indicator: number): number => FIXED_COLUMNS + indicator

/** The places of the indicators that are open to the evaluator, in the order of their columns of remarks. */
export const openIndicators = ({ indicators }: Pick<BallotLayout, 'indicators'>): number[] =>
  indicators.flatMap(({ open }, at) => (open ? [at] : []))

/** The number of columns of the ballot. */
export const columnsOf = (layout: BallotLayout): number =>
  FIXED_COLUMNS + layout.indicators.length + openIndicators(layout).length

/** The row of the first account, as spreadsheets count. */
export const firstAccountRow = ({ head }: BallotLayout): number => head.length + 1

/**
 * A text as it stands in a workbook and comes back from any program: one line, without what XML can't hold. Only so can
 * what comes back be held against what was sent out.
 */
export const tidy = (text: string): string => text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()

const UNSAFE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** What a ballot is made of. */
export interface BallotFacts
  extends Pick<BallotLayout, 'paperId' | 'roundId' | 'memberId' | 'sheetVersion' | 'language'> {
  readonly roundName: string
  readonly evaluator: string
  readonly seat: string
  /** as it is to be read; null where none is set */
  readonly deadline: string | null
  /** the whole sheet; only judged indicators become columns */
  readonly indicators: readonly (LayoutIndicator & {
    /** hundredths of a percent */
    readonly weight: number
    readonly judged: boolean
    readonly standards: Standards
  })[]
  readonly accounts: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly owner: string
    readonly standing: 'none' | 'own' | 'ownOut' | 'excused'
  }[]
}

/** Lays a ballot out. */
export function ballotLayout(facts: BallotFacts): BallotLayout {
  const { paperId, roundId, memberId, sheetVersion, language } = facts
  const words = BALLOT_WORDS[language]
  const judged = facts.indicators.filter((indicator) => indicator.judged)
  return {
    ...{ paperId, roundId, memberId, sheetVersion, language },
    indicators: judged.map(({ id, name, open }) => ({ id, name: tidy(name), open })),
    head: headOf(facts, judged),
    accounts: facts.accounts.map(({ id, code, name, owner, standing }) => ({
      id,
      texts: [code, name, owner, standing === 'none' ? '' : words[standing]].map(tidy),
      open: standing !== 'excused',
    })),
    standards: standardsOf(facts),
  }
}

function headOf(facts: BallotFacts, judged: BallotFacts['indicators']): string[][] {
  const { language, roundName, evaluator, seat, deadline } = facts
  const words = BALLOT_WORDS[language]
  const { accountCode, accountName } = RESULT_WORDS[language]
  const due = deadline === null ? words.openEnd : fillIn(words.due, { when: deadline })
  return [
    [fillIn(words.title, { round: roundName })],
    [`${fillIn(words.evaluator, { name: evaluator, seat })} · ${due}`],
    [fillIn(words.howTo, { closed: words.closed })],
    ['', '', '', words.weight, ...judged.map(({ weight }) => percent(weight))],
    [
      ...[accountCode, accountName, words.owner, words.standing],
      ...judged.map(({ name }) => name),
      ...judged.filter(({ open }) => open).map(({ name }) => fillIn(words.remark, { indicator: name })),
    ],
  ].map((row) => row.map(tidy))
}

/** All indicators with their standards, those that are not this evaluator's too: the weights add to 100%. */
function standardsOf({ language, indicators }: BallotFacts): string[][] {
  const words = BALLOT_WORDS[language]
  const headers = SHEET_HEADERS[language]
  return [
    [headers.indicator, headers.weight, ...GRADES.map((grade) => headers[grade]), words.standing],
    ...indicators.map(({ name, weight, standards, judged, open }) => [
      name,
      percent(weight),
      ...GRADES.map((grade) => standards[grade]),
      judged ? (open ? '' : words.notYours) : words.byFigure,
    ]),
  ].map((row) => row.map(tidy))
}

const percent = (weight: number): string => `${weight / 100}%`
