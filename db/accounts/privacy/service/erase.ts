import { rmSync } from 'node:fs'
import type { z } from 'zod'
import { actorName } from '../../../department/settings.ts'
import { backup } from '../../../kernel/backup.ts'
import { backupPath, listBackups } from '../../../kernel/backupFiles.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { type RowName, redactHistory, rowsHolding } from '../../../kernel/redact.ts'
import { purgeSearchIndex } from '../../search/service/upkeep.ts'
import type { privacy } from '../contract.ts'
import { needlesOf, redact } from '../rules/redacting.ts'
import { blankPerson, NAMES, redactRows } from './blank.ts'
import { eraseFromBriefs } from './briefs.ts'
import { rowsNaming, type Scope, scopeOf } from './scope.ts'

type EraseInput = z.output<NonNullable<(typeof privacy.erase)['~orpc']['inputSchema']>>
type Preview = z.output<NonNullable<(typeof privacy.erasurePreview)['~orpc']['outputSchema']>>

/** What an erasure would touch. @throws Refusal PERSON_NOT_FOUND */
export function erasurePreview({ db, dataFolder }: Kernel, personId: string): Preview {
  const scope = scopeOf(db, personId)
  const marks = scope.personIds.map(() => '?').join(', ')
  const promises = db
    .prepare<string[], number>(`SELECT count(*) FROM promise WHERE person_id IN (${marks}) AND deleted = 0`)
    .pluck()
    .get(...scope.personIds)
  return {
    name: scope.name,
    entries: scope.entryIds.length,
    entriesOnlyTheirs: scope.ownEntryIds.length,
    promises: promises ?? 0,
    backups: listBackups(dataFolder).length,
  }
}

/** Tables whose earlier changes can't be undone after an erasure: an undo would look for what is no longer there. */
const FINAL: readonly string[] = [
  ...['person', 'warning_sign', 'employment', 'coverage', 'relation', 'map_place'],
  ...['log_entry', 'log_person', 'log_former', 'promise', 'care_task'],
  ...['request', 'request_event', 'invitation', 'opinion'],
  ...['visit', 'visit_person', 'visit_topic', 'visit_gift', 'visit_note', 'visit_event'],
  ...['visit_brief', 'visit_export'],
  ...['recovery_case', 'case_event', 'case_why', 'case_action', 'case_remedy', 'case_file'],
  ...['win_back', 'win_back_step', 'idea', 'idea_asker', 'idea_event', 'survey_answer'],
]

/**
 * Erases a person in rows, history, search index and file, then makes a backup without them.
 * @throws Refusal PERSON_NOT_FOUND, NOT_SAVED
 */
export async function erase(kernel: Kernel, input: EraseInput): Promise<Outcome<{ backupsRemoved: number }>> {
  const older = listBackups(kernel.dataFolder)
  const label = { command: 'erasePerson', params: {} }
  const outcome = kernel.write({ commandId: input.commandId, label, final: FINAL }, (tx) => {
    eraseFrom(tx, scopeOf(tx.db, input.personId), input)
    return {}
  })
  purgeSearchIndex(kernel.db)
  await kernel.compact()
  const fresh = await backup(kernel, 'manual')
  const gone = input.removeBackups ? older.filter(({ file }) => file !== fresh.file) : []
  for (const { file } of gone) rmSync(backupPath(kernel.dataFolder, file), { force: true })
  return { ...outcome, backupsRemoved: gone.length }
}

function eraseFrom(tx: Tx, scope: Scope, { basis, blankEntries }: EraseInput): void {
  const numbers = numbersOf(tx, scope)
  const everywhere = (text: string): string => redact(text, numbers)
  const secrets = [scope.name, ...secretsOf(tx, scope), ...numbers]
  const inRow = (text: string): string => redact(text, secrets)
  const naming = rowsNaming(tx.db, scope)
  const holding = numbers.flatMap((number) => rowsHolding(tx.db, number))
  const wiped = [
    ...blankPerson(tx, scope, blankEntries),
    ...eraseFromBriefs(tx, scope, { naming, holding, inRow, everywhere }),
  ]
  const isWiped = new Set(wiped.map(({ table, id }) => `${table} ${id}`))
  const rest = (rows: readonly RowName[]) => rows.filter(({ table, id }) => !isWiped.has(`${table} ${id}`))
  const rows = rest(naming)
  redactRows(tx, rows, inRow, NAMES)
  redactRows(tx, rest(holding), everywhere, {})
  tx.db
    .prepare('INSERT INTO erasure (id, person_id, by, at, basis) VALUES (?, ?, ?, ?, ?)')
    .run(tx.newId(), scope.personId, actorName(tx.db), tx.now, inRow(basis))
  redactHistory(tx, { wiped, rows, inRow, untouched: NAMES, needles: numbers, everywhere })
}

/** Numbers and addresses that lead to this person alone; one that is the company's own stays the company's. */
function numbersOf(tx: Tx, { personIds }: Scope): string[] {
  const read = tx.db.prepare<[string], Record<string, string>>(
    'SELECT phone, private_phone, email, wechat, id_number FROM person WHERE id = ?',
  )
  const isCompanys = tx.db.prepare<[string]>('SELECT 1 FROM account WHERE phone = ? AND deleted = 0')
  return needlesOf(personIds.flatMap((id) => Object.values(read.get(id) ?? {}))).filter(
    (number) => isCompanys.get(number) === undefined,
  )
}

/** Sensitive facts in words, as they may have been lifted from an entry that still says them. */
const secretsOf = (tx: Tx, { personIds }: Scope): string[] =>
  needlesOf(
    personIds.flatMap((id) =>
      tx.db
        .prepare<{ id: string }, string>(
          `SELECT family FROM person WHERE id = @id UNION ALL SELECT health FROM person WHERE id = @id
           UNION ALL SELECT sign FROM warning_sign WHERE person_id = @id`,
        )
        .pluck()
        .all({ id }),
    ),
  )
