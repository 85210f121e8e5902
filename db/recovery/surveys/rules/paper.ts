import type { Block } from '../../../exchange/rules/document.ts'
import type { Language } from '../../../terms/language.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { SURVEY_PAPER_WORDS } from '../../../terms/surveys.ts'
import type { Question } from '../contract.ts'
import { DETRACTOR_TO, DISCONTENT_TO, FIVE, type SurveyKind, scoresOf } from './scale.ts'

/** What a paper asks. */
export interface PaperSurvey {
  readonly kind: SurveyKind
  readonly questions: readonly Question[]
}

/** An empty box to tick. */
const BOX = '□'
/** Blank lines for the customer's own words, and rows of a script for customers who aren't listed. */
const LINES = 4
const SPARE_ROWS = 6

/** A questionnaire to be filled in by hand. */
export function questionnaireBlocks({ kind, questions }: PaperSurvey, language: Language): Block[] {
  const say = SURVEY_PAPER_WORDS[language]
  return [
    { kind: 'text', text: say.intro },
    {
      kind: 'facts',
      rows: [say.account, say.person, say.day].map((label) => [label, say.blank] as const),
    },
    { kind: 'heading', level: 2, text: say.ask[kind] },
    scaleTable(kind),
    ...(questions.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: say.further } as const, fiveTable(questions, language)]),
    { kind: 'heading', level: 2, text: say.why },
    { kind: 'table', heads: [], widths: [100], rows: Array.from({ length: LINES }, () => ['\u00a0']) },
    { kind: 'text', text: say.thanks, quiet: true },
  ]
}

function scaleTable(kind: SurveyKind): Block {
  const scores = scoresOf(kind)
  return {
    kind: 'table',
    heads: [],
    widths: widthsOf(scores.length, 100),
    rows: [scores.map((score) => `${BOX} ${score}`)],
  }
}

function fiveTable(questions: readonly Question[], language: Language): Block {
  const points = Array.from({ length: FIVE.to - FIVE.from + 1 }, (_, at) => FIVE.from + at)
  return {
    kind: 'table',
    heads: [SURVEY_PAPER_WORDS[language].question, ...points.map(String)],
    widths: [60, ...widthsOf(points.length, 40)],
    rows: questions.map(({ text }, at) => [`${at + 1}. ${text}`, ...points.map(() => BOX)]),
  }
}

const widthsOf = (count: number, sum: number): number[] => Array.from({ length: count }, () => sum / count)

/** A script for asking on the phone, with a table to note what was said. @param accounts whom to ask, by name */
export function callScriptBlocks(
  { kind, questions }: PaperSurvey,
  accounts: readonly string[],
  language: Language,
): Block[] {
  const say = SURVEY_PAPER_WORDS[language]
  const most = kind === 'recommend' ? DETRACTOR_TO : DISCONTENT_TO
  const numbers = questions.map((_, at) => String(at + 1))
  const heads = [say.account, say.person, say.score, ...numbers, say.words]
  const each = 4
  const widths = [22, 12, 7, ...numbers.map(() => each), 59 - each * numbers.length]
  const rows = [...accounts, ...Array.from({ length: SPARE_ROWS }, () => '\u00a0')]
  return [
    { kind: 'heading', level: 1, text: say.opening },
    { kind: 'text', text: say.openingText },
    { kind: 'heading', level: 1, text: say.asking },
    { kind: 'text', text: say.askingRule, quiet: true },
    { kind: 'text', text: say.ask[kind] },
    ...(questions.length === 0
      ? []
      : [
          { kind: 'text', text: say.further } as const,
          {
            kind: 'table',
            heads: [],
            widths: [5, 95],
            rows: questions.map(({ text }, at) => [String(at + 1), text]),
          } as const,
        ]),
    { kind: 'text', text: say.why },
    { kind: 'heading', level: 1, text: fillIn(say.low, { most }) },
    { kind: 'list', items: say.lowRules },
    { kind: 'heading', level: 1, text: say.closing },
    { kind: 'text', text: say.closingText },
    { kind: 'heading', level: 1, text: say.sheet },
    { kind: 'table', heads, widths, rows: rows.map((account) => [account, ...heads.slice(1).map(() => '')]) },
  ]
}
