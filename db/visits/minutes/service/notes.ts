import { insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { entryInserter } from '../../../accounts/log/service/write.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { checkNamed, type InputOf, signer } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId, type EntryId, VisitNoteId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { accountsOf } from '../../service/sides.ts'
import {
  CHANNEL_OF,
  openVisitReader,
  refuseClosedOf,
  type StoredVisit,
  visitName,
} from '../../service/stored.ts'
import type { minutes } from '../contract.ts'

type NoteInput = InputOf<typeof minutes.addNote>

/** Notes something at a visit; market information lands in the archive. @throws Refusal as the contract says */
export function addNote(kernel: Kernel, input: NoteInput): Outcome<{ noteId: VisitNoteId }> {
  const { commandId, visitId, topicId, kind, text, ours, competitorId, personId } = input
  const label = { command: 'addVisitNote', params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const visit = openVisitReader(tx.db)(visitId)
    checkNamed(tx.db, { person: personId })
    if (competitorId !== null) mustExist(tx.db, 'competitor', competitorId, 'NOTE_NEEDS_COMPETITOR')
    const accountId = kind === 'note' ? null : informed(tx, visit, input)
    const entryId = accountId === null ? null : land(kernel, tx, visit, { ...input, accountId })
    const noteId = insertRow(tx, 'visit_note', {
      visit_id: visitId,
      topic_id: topicId,
      kind,
      text,
      ours: ours ? 1 : 0,
      account_id: accountId,
      competitor_id: competitorId,
      person_id: personId,
      entry_id: entryId,
      noted_by: signer(tx.db),
      noted_at: tx.now,
    })
    return { noteId: VisitNoteId.parse(noteId) }
  })
}

/** Whose market information a note is. @throws Refusal NOTE_NEEDS_ACCOUNT, NOTE_NEEDS_COMPETITOR, ACCOUNT_NOT_FOUND */
function informed(tx: Tx, { id }: StoredVisit, { kind, competitorId, accountId }: NoteInput): AccountId {
  const known = accountId ?? accountsOf(tx.db, id)[0]?.id
  if (known === undefined) throw new Refusal('NOTE_NEEDS_ACCOUNT')
  mustExist(tx.db, 'account', known, 'ACCOUNT_NOT_FOUND')
  if (kind === 'competitor' && competitorId === null) throw new Refusal('NOTE_NEEDS_COMPETITOR')
  return AccountId.parse(known)
}

/** Writes market information into the work log, and what a competitor does among its moves there. */
function land(
  kernel: Kernel,
  tx: Tx,
  visit: StoredVisit,
  { accountId, kind, text, competitorId, personId }: NoteInput & { readonly accountId: AccountId },
): EntryId {
  const today = dayOf(kernel.now())
  const happenedOn = visit.day < today ? visit.day : today
  const by = signer(tx.db)
  const entryId = entryInserter(tx)({
    accountId,
    memberId: by,
    happenedOn,
    channel: CHANNEL_OF[visit.direction],
    text: `${text}（${visit.code}）`,
    next: null,
    people: personId === null ? [] : [personId],
  })
  if (kind === 'competitor' && competitorId !== null)
    insertRow(tx, 'rival_move', {
      account_id: accountId,
      competitor_id: competitorId,
      happened_on: happenedOn,
      text,
      entry_id: entryId,
      noted_by: by,
    })
  return entryId
}

/** Changes a mere note. @throws Refusal ROW_NOT_FOUND */
export const changeNote = (
  kernel: Kernel,
  { commandId, noteId, text, ours }: InputOf<typeof minutes.changeNote>,
): Outcome<object> =>
  writeNote(kernel, { commandId, noteId }, 'changeVisitNote', (tx) =>
    tx.db
      .prepare('UPDATE visit_note SET text = ?, ours = ? WHERE id = ? AND entry_id IS NULL AND deleted = 0')
      .run(text, ours ? 1 : 0, noteId),
  )

/** Deletes a note; what landed in the archive stays there. @throws Refusal ROW_NOT_FOUND */
export const removeNote = (kernel: Kernel, input: InputOf<typeof minutes.removeNote>): Outcome<object> =>
  writeNote(kernel, input, 'removeVisitNote', (tx) =>
    tx.db.prepare('UPDATE visit_note SET deleted = 1 WHERE id = ? AND deleted = 0').run(input.noteId),
  )

function writeNote(
  kernel: Kernel,
  { commandId, noteId }: InputOf<typeof minutes.removeNote>,
  command: string,
  write: (tx: Tx) => { changes: number },
): Outcome<object> {
  const name =
    kernel.db
      .prepare<[string], string>('SELECT substr(text, 1, 40) FROM visit_note WHERE id = ?')
      .pluck()
      .get(noteId) ?? ''
  return kernel.write({ commandId, label: { command, params: { name } } }, (tx) => {
    refuseClosedOf(tx.db, 'visit_note', noteId)
    if (write(tx).changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}
