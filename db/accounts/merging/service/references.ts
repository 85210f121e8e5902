import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { sharedTables } from '../../../tables.ts'
import type { CustomSubject } from '../../rules/fields.ts'
import { OF_BALLOTS } from './joinBallots.ts'

/** A column that points to an account or person. */
export interface Reference {
  readonly table: string
  readonly column: string
}

/**
 * Link rows whose id is derived from their parts, in the order of `derivedId`: one that moves is written anew under the
 * id of its new parts, or the same link could be made twice.
 */
export const LINKS: Readonly<Record<string, readonly string[]>> = {
  group_seat: ['account_id', 'member_id'],
  coverage: ['person_id', 'member_id'],
  log_person: ['entry_id', 'person_id'],
  map_place: ['account_id', 'node_id'],
  opinion: ['consultation_id', 'account_id'],
  invitation: ['event_id', 'account_id'],
  visit_account: ['visit_id', 'account_id'],
  visit_person: ['visit_id', 'person_id'],
  idea_asker: ['idea_id', 'account_id'],
  survey_answer: ['survey_id', 'account_id', 'person_id'],
}

/** What stays with the one that goes: published results are history, and merges before this one lead on by themselves. */
const STAYS: readonly Reference[] = [
  { table: 'result', column: 'account_id' },
  { table: 'account', column: 'merged_into' },
  { table: 'person', column: 'merged_into' },
  { table: 'erasure', column: 'person_id' },
]

/** Marks, notes and exceptions of open rounds are joined by their own rules, see joinMarks and joinBallots. */
export const OF_ROUNDS: readonly string[] = ['marks', 'mark_note', 'exception', ...OF_BALLOTS]

/** Every column of the shared tables that points to accounts, or to people: tables of later rooms are found by themselves. */
export const referencesTo = (subject: CustomSubject): readonly Reference[] =>
  sharedTables.flatMap((table) => {
    const { name, foreignKeys } = getTableConfig(table)
    return foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      const column = columns[0]?.name
      if (column === undefined || getTableConfig(foreignTable).name !== subject) return []
      const stays = STAYS.some((one) => one.table === name && one.column === column)
      return stays || OF_ROUNDS.includes(name) ? [] : [{ table: name, column }]
    })
  })
