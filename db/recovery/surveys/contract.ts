import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, farErrors, ledgerErrors, StandingOrNone } from '../../channel/ledger/contract.ts'
import { FileLanguage, workbookFaults } from '../../exchange/contract.ts'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, CaseId, PersonId, SurveyAnswerId, SurveyId } from '../../kernel/ids.ts'
import { NewCase } from '../contract.ts'
import { CASE_LIMITS } from '../rules/limits.ts'
import { SURVEY_KINDS } from '../rules/words.ts'
import { FIVE, MOST_AT_ONCE, MOST_QUESTIONS } from './rules/scale.ts'

const Count = z.int().min(0)
/** a fraction 0–1 */
const Share = z.number().min(0).max(1)
/** 1–5, five being best */
const Five = z.int().min(FIVE.from).max(FIVE.to)

/** A further question of a survey, answered on five points; its key stays when its text is corrected. */
const Question = z.object({
  key: z.string().regex(/^q\d{1,4}$/),
  text: z.string().trim().min(1).max(CASE_LIMITS.line),
})
export type Question = z.infer<typeof Question>

/** What a survey is; days YYYY-MM-DD, `closedOn` null while answers are taken. */
export const SurveyDraft = z.object({
  name: z.string().trim().min(1).max(CASE_LIMITS.title),
  kind: z.enum(SURVEY_KINDS),
  questions: z.array(Question).max(MOST_QUESTIONS),
  openedOn: Day,
  closedOn: Day.nullable(),
})
export type SurveyDraft = z.infer<typeof SurveyDraft>

/** What answers come to — see rules/figures.ts. */
const Figure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recommend'),
    value: z.number().min(-100).max(100),
    promoters: Share,
    passives: Share,
    detractors: Share,
    count: Count,
  }),
  z.object({ kind: z.literal('content'), value: z.number().min(1).max(5), good: Share, count: Count }),
])

/** A survey as lists show it. */
export const SurveyRow = SurveyDraft.extend({
  id: SurveyId,
  answers: Count,
  /** null while nobody answered */
  figure: Figure.nullable(),
})
export type SurveyRow = z.infer<typeof SurveyRow>

/** What a customer answered. Names are null where nobody is named or who was is gone. */
export const SurveyAnswer = z.object({
  id: SurveyAnswerId,
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  /** 0–10 or 1–5, as the survey asks */
  score: z.int(),
  /** by question's key, 1–5; a question that was skipped is absent */
  answers: z.record(z.string(), Five),
  words: z.string(),
  answeredOn: z.string(),
  caseId: CaseId.nullable(),
  caseCode: z.string().nullable(),
})
export type SurveyAnswer = z.infer<typeof SurveyAnswer>

/** What a survey's answers come to. */
export const SurveyResult = z.object({
  figure: Figure.nullable(),
  /** accounts that answered, and accounts that there are */
  accounts: Count,
  ofAccounts: Count,
  distribution: z.array(z.object({ score: z.int(), count: Count })),
  /** means 1–5; null where nobody answered the question */
  questions: z.array(
    z.object({ key: z.string(), text: z.string(), mean: z.number().nullable(), count: Count }),
  ),
  tiers: z.array(z.object({ tier: StandingOrNone, figure: Figure })),
  /** over the surveys of its kind, the oldest first */
  trend: z.object({
    points: z.array(z.object({ id: SurveyId, name: z.string(), openedOn: z.string(), figure: Figure })),
    change: z.number().nullable(),
  }),
  /** accounts that fell against the last survey of its kind that they answered, means of their people's scores */
  falls: z.array(
    z.object({ accountId: AccountId, account: z.string(), before: z.number(), now: z.number() }),
  ),
})
export type SurveyResult = z.infer<typeof SurveyResult>

/** An answer as it is written down: the customer by name or code, who answered by name, '' for nobody in particular. */
export const WrittenAnswer = z.object({
  /** the answer that it corrects, whoever it names now; null for a new one */
  answerId: SurveyAnswerId.nullable(),
  account: z.string().trim().min(1).max(CASE_LIMITS.line),
  person: z.string().trim().max(CASE_LIMITS.line),
  score: z.int(),
  answers: z.record(z.string(), z.int()),
  words: z.string().trim().max(CASE_LIMITS.text),
  answeredOn: Day,
})
export type WrittenAnswer = z.infer<typeof WrittenAnswer>

/** Why an answer can't be written down; their texts are among the errors of the catalogues. */
export const ANSWER_REFUSALS = [
  'ANSWER_NOT_FOUND',
  'ANSWER_ACCOUNT_UNKNOWN',
  'ANSWER_ACCOUNT_AMBIGUOUS',
  'ANSWER_PERSON_UNKNOWN',
  'ANSWER_PERSON_AMBIGUOUS',
  'SCORE_OUTSIDE',
  'DAY_TO_COME',
  'DAY_OUT_OF_RANGE',
  /** answered before the survey was opened, or after it was closed */
  'SURVEY_NOT_OPEN',
  'SURVEY_CLOSED',
] as const

/** Why an answer is not written down, and what its text needs. */
export const AnswerRefusal = z.object({
  code: z.enum(ANSWER_REFUSALS),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type AnswerRefusal = z.infer<typeof AnswerRefusal>

/** The same of one of several answers: the place that it has among them, from 0. */
const RefusedAnswer = AnswerRefusal.extend({ at: Count })
export type RefusedAnswer = z.infer<typeof RefusedAnswer>

const found = { ...writeErrors, ...farErrors, SURVEY_NOT_FOUND: { status: 404 } } as const
const ofSurvey = CommandInput.extend({ surveyId: SurveyId })
const answerFound = { ...ledgerErrors, ANSWER_NOT_FOUND: { status: 404 } } as const

/** Surveys of satisfaction 满意度调查, by print, workbook or call, with what they come to and what changes. */
export const surveys = {
  /** All surveys, the newest first. */
  list: oc.output(z.object({ today: z.string(), rows: z.array(SurveyRow) })),
  /** One survey with its answers, the newest last, and what they come to. */
  get: oc
    .input(z.object({ surveyId: SurveyId }))
    .output(
      z.object({
        today: z.string(),
        survey: SurveyRow,
        answers: z.array(SurveyAnswer),
        result: SurveyResult,
      }),
    )
    .errors({ SURVEY_NOT_FOUND: { status: 404 } }),
  /** Makes a survey, or changes one. What it asks at the head stays once somebody answered. */
  save: oc
    .input(CommandInput.extend({ surveyId: SurveyId.nullable(), survey: SurveyDraft }))
    .output(Written.extend({ surveyId: SurveyId }))
    .errors({
      ...found,
      DAYS_OUT_OF_ORDER: { status: 422, data: z.object({ first: z.string(), second: z.string() }) },
      SURVEY_ANSWERED: { status: 409, data: z.object({ name: z.string() }) },
    }),
  /** Deletes surveys with what was answered (undoable). */
  remove: oc
    .input(CommandInput.extend({ surveyIds: z.array(SurveyId).min(1).max(5_000) }))
    .output(Written)
    .errors(found),
  /**
   * Writes down what can be written of some answers, in one step; `refused` says of every other one why it can't be. The
   * same person of an account answers once: a later answer corrects the earlier one, and `corrected` says how often that
   * was so.
   */
  answer: oc
    .input(ofSurvey.extend({ answers: z.array(WrittenAnswer).min(1).max(MOST_AT_ONCE) }))
    .output(Written.extend({ corrected: Count, refused: z.array(RefusedAnswer) }))
    .errors(found),
  /** Deletes answers (undoable). */
  removeAnswers: oc
    .input(CommandInput.extend({ answerIds: z.array(SurveyAnswerId).min(1).max(5_000) }))
    .output(Written)
    .errors(answerFound),
  /** Records a case of service recovery because of a bad answer, which names it from then on. */
  recordCase: oc
    .input(CommandInput.extend({ answerId: SurveyAnswerId, case: NewCase }))
    .output(Written.extend({ caseId: CaseId, code: z.string() }))
    .errors({
      ...answerFound,
      ASKED_AT_REFUSED: {
        status: 422,
        data: z.object({ at: z.string(), reason: z.enum(['future', 'past']), from: z.string() }),
      },
      CASE_BEFORE_ACCOUNT: { status: 422, data: z.object({ day: z.string(), since: z.string() }) },
    }),
  /** A questionnaire to hand out, or a script for asking on the phone. NO_PRINTER where no PDF can be made here. */
  paper: oc
    .input(
      z.object({
        surveyId: SurveyId,
        what: z.enum(['questionnaire', 'callScript']),
        format: z.enum(PAPER_FORMATS),
        language: FileLanguage,
      }),
    )
    .output(z.file())
    .errors({ SURVEY_NOT_FOUND: { status: 404 }, NO_PRINTER: { status: 501 } }),
  /** A workbook to be filled in: a row for each answer so far, and one for each account that hasn't answered. */
  exportWorkbook: oc
    .input(z.object({ surveyId: SurveyId, language: FileLanguage }))
    .output(z.file())
    .errors({ SURVEY_NOT_FOUND: { status: 404 } }),
  /** Takes answers in from a filled workbook, all or none; CELLS_FAULTY explains every bad cell. Rows without an answer are left alone. */
  importWorkbook: oc
    .input(ofSurvey.extend({ file: z.file() }))
    .output(Written.extend({ answers: Count, corrected: Count }))
    .errors({ ...found, ...workbookFaults }),
}
