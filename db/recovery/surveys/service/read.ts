import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { readJson } from '../../../channel/ledger/service/rows.ts'
import type { SurveyId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { SurveyAnswer, SurveyRow } from '../contract.ts'
import { figureOf } from '../rules/figures.ts'
import { resultOf, type ScoredAnswer } from './result.ts'
import { readSurvey, readSurveys, type StoredSurvey } from './stored.ts'

/** All surveys, the newest first. */
export function listSurveys({ db, now }: Kernel): { today: string; rows: SurveyRow[] } {
  const scores = Map.groupBy(allScores(db), ({ surveyId }) => surveyId)
  const rows = readSurveys(db).map((survey) => rowOf(survey, scores.get(survey.id) ?? []))
  return { today: dayOf(now()), rows }
}

function rowOf(survey: StoredSurvey, answers: readonly Pick<ScoredAnswer, 'score'>[]): SurveyRow {
  const scores = answers.map(({ score }) => score)
  return { ...survey, answers: scores.length, figure: figureOf(survey.kind, scores) }
}

/** What was scored in all surveys by accounts that are there. */
const allScores = (db: Database.Database): ScoredAnswer[] =>
  db
    .prepare<[], ScoredAnswer>(
      `SELECT s.survey_id AS surveyId, s.account_id AS accountId, a.name AS account, s.score
       FROM survey_answer s JOIN account a ON a.id = s.account_id AND a.deleted = 0
       JOIN survey v ON v.id = s.survey_id AND v.deleted = 0 WHERE s.deleted = 0`,
    )
    .all()

type Stored = Omit<SurveyAnswer, 'tier' | 'answers'> & { readonly answers: string }

/** A case that turned out to be one with another is named as that one; the newest answers come last. */
const ANSWERS = `SELECT s.id, s.account_id AS accountId, a.name AS account, p.id AS personId, p.name AS person, s.score,
    s.answers, s.words, s.answered_on AS answeredOn, c.id AS caseId, c.code AS caseCode
  FROM survey_answer s JOIN account a ON a.id = s.account_id AND a.deleted = 0
  LEFT JOIN person p ON p.id = s.person_id AND p.deleted = 0
  LEFT JOIN recovery_case o ON o.id = s.case_id
  LEFT JOIN recovery_case c ON c.id = coalesce(o.merged_into, o.id) AND c.deleted = 0
  WHERE s.survey_id = ? AND s.deleted = 0 ORDER BY s.answered_on, a.name, p.name, s.id`

/** What was answered to a survey, in the order of days. */
export function answersOf(db: Database.Database, surveyId: SurveyId): SurveyAnswer[] {
  const standings = newestStandings(db)
  return db
    .prepare<[SurveyId], Stored>(ANSWERS)
    .all(surveyId)
    .map(({ answers, ...row }) => ({
      ...row,
      tier: standings.get(row.accountId)?.tier ?? null,
      answers: readJson<SurveyAnswer['answers']>(answers) ?? {},
    }))
}

/** One survey with its answers and what they come to. @throws Refusal SURVEY_NOT_FOUND */
export function getSurvey({ db, now }: Kernel, { surveyId }: { readonly surveyId: SurveyId }) {
  const survey = readSurvey(db, surveyId)
  const answers = answersOf(db, surveyId)
  const accounts = db.prepare<[], number>('SELECT count(*) FROM account WHERE deleted = 0').pluck().get() ?? 0
  const alike = readSurveys(db).filter(({ kind }) => kind === survey.kind)
  return {
    today: dayOf(now()),
    survey: rowOf(survey, answers),
    answers,
    result: resultOf(survey, answers, { alike, scores: allScores(db), accounts }),
  }
}
