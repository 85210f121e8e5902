import type Database from 'better-sqlite3'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type PersonId, SurveyAnswerId, type SurveyId } from '../../../kernel/ids.ts'
import type { Question, SurveyDraft } from '../contract.ts'

/** A survey as it is stored. */
export interface StoredSurvey extends SurveyDraft {
  readonly id: SurveyId
}

type Row = Omit<StoredSurvey, 'questions'> & { readonly questions: string }

const COLUMNS = 'id, name, kind, questions, opened_on AS openedOn, closed_on AS closedOn'

const surveyOf = ({ questions, ...row }: Row): StoredSurvey => ({ ...row, questions: questionsOf(questions) })

/** What the column `questions` says; only our own commands write it. */
const questionsOf = (json: string): Question[] => JSON.parse(json)

/** One survey. @throws Refusal SURVEY_NOT_FOUND */
export function readSurvey(db: Database.Database, id: SurveyId): StoredSurvey {
  const row = db
    .prepare<[SurveyId], Row>(`SELECT ${COLUMNS} FROM survey WHERE id = ? AND deleted = 0`)
    .get(id)
  if (!row) throw new Refusal('SURVEY_NOT_FOUND')
  return surveyOf(row)
}

/** All surveys, the newest first. */
export const readSurveys = (db: Database.Database): StoredSurvey[] =>
  db
    .prepare<[], Row>(`SELECT ${COLUMNS} FROM survey WHERE deleted = 0 ORDER BY opened_on DESC, id DESC`)
    .all()
    .map(surveyOf)

/** What history calls a survey; '' for one that isn't there. */
export const surveyName = (db: Database.Database, id: SurveyId | undefined): string =>
  (id && db.prepare<[SurveyId], string>('SELECT name FROM survey WHERE id = ?').pluck().get(id)) ?? ''

/**
 * The id of what somebody of an account answered: nobody in particular is a part of it as well, so that an account's own
 * answer comes once. Merging derives it in the same way, see LINKS in accounts/merging.
 */
export const answerIdOf = (
  surveyId: SurveyId,
  accountId: AccountId,
  personId: PersonId | null,
): SurveyAnswerId => SurveyAnswerId.parse(derivedId(surveyId, accountId, personId ?? ''))
