import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from '../../accounts/people/tables.ts'
import { account } from '../../accounts/tables.ts'
import { SURVEY_KINDS } from '../rules/words.ts'
import { recoveryCase } from '../tables.ts'

const deleted = () => integer().notNull().default(0)

/** A survey of satisfaction 满意度调查, by print, workbook or call. */
export const survey = sqliteTable('survey', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: SURVEY_KINDS }).notNull(),
  /** JSON: {key, text} of what is asked besides */
  questions: text().notNull().default('[]'),
  /** YYYY-MM-DD */
  openedOn: text('opened_on').notNull(),
  /** YYYY-MM-DD; null while answers are taken */
  closedOn: text('closed_on'),
  deleted: deleted(),
})

/** What a customer answered to a survey, immutable but for corrections. Id derived from survey, account and person. */
export const surveyAnswer = sqliteTable(
  'survey_answer',
  {
    id: text().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    personId: text('person_id').references(() => person.id),
    /** 0–10, or 1–5, as the survey asks */
    score: integer().notNull(),
    /** JSON: by question's key, 1–5 */
    answers: text().notNull().default('{}'),
    words: text().notNull().default(''),
    /** YYYY-MM-DD */
    answeredOn: text('answered_on').notNull(),
    /** the case that came of a bad answer */
    caseId: text('case_id').references(() => recoveryCase.id),
    deleted: deleted(),
  },
  (table) => [
    index('survey_answer_survey').on(table.surveyId),
    index('survey_answer_account').on(table.accountId, table.answeredOn),
    index('survey_answer_person').on(table.personId),
    index('survey_answer_case').on(table.caseId),
  ],
)
