import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recoveryCase } from '../tables.ts'

const deleted = () => integer().notNull().default(0)
const ofCase = () =>
  text('case_id')
    .notNull()
    .references(() => recoveryCase.id)

/** How the department words a paper 函件 to customers, by kind and language. Id derived from both. */
export const paperTemplate = sqliteTable('paper_template', {
  id: text().primaryKey(),
  /** a kind of papers/rules/words.ts */
  paper: text().notNull(),
  language: text().notNull(),
  /** with places that the case's facts fill — see papers/rules/filling.ts */
  content: text().notNull(),
  deleted: deleted(),
})

/** A paper about a case that left the workstation. */
export const casePaper = sqliteTable(
  'case_paper',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    paper: text().notNull(),
    language: text().notNull(),
    format: text().notNull(),
    by: text().notNull(),
    /** instant */
    at: text().notNull(),
    deleted: deleted(),
  },
  (table) => [index('case_paper_case').on(table.caseId)],
)
