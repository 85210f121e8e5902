import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, AttachmentId, type CommandId, type EntryId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { accountReader } from '../../service/read.ts'
import { memberTest } from '../../service/write.ts'
import type { AttachedFile, FileRef } from '../contract.ts'
import { cleanFileName } from '../rules/fileNames.ts'
import type { MediaType } from '../rules/mediaTypes.ts'
import { readContent, statContent, storeContent } from './store.ts'
import { storedEntry } from './storedEntry.ts'

/** What a file is kept with. */
export interface Place {
  readonly entryId: EntryId | null
  readonly accountId: string | null
}

/** Takes in a file's content and tells under which name and hash. @throws as storeContent */
export async function uploadFile(
  kernel: Kernel,
  { file }: { readonly file: File },
): Promise<FileRef & { bytes: number; mediaType: MediaType }> {
  return { ...(await storeContent(kernel, file)), name: cleanFileName(file.name) }
}

/** A content of the store with the name that it has where it is kept. */
export interface KeptContent {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
}

/** Uploaded files as the store has them, under clean names. @throws Refusal FILE_MISSING */
export const keptContents = (kernel: Kernel, files: readonly FileRef[]): KeptContent[] =>
  files.map((file) => {
    const name = cleanFileName(file.name)
    const content = statContent(kernel, file.sha256)
    if (!content) throw new Refusal('FILE_MISSING', { name })
    return { ...content, name }
  })

/** A kept content as a file under its name. @throws Refusal FILE_MISSING, FILE_DAMAGED */
export function fileOf(kernel: Kernel, { name, sha256 }: Pick<KeptContent, 'name' | 'sha256'>): File {
  const content = readContent(kernel, sha256)
  if (content === 'missing') throw new Refusal('FILE_MISSING', { name })
  if (content === 'damaged') throw new Refusal('FILE_DAMAGED', { name })
  // cleaned again: a row may come from a file that another program wrote
  return new File([content], cleanFileName(name), { type: 'application/octet-stream' })
}

/** Keeps uploaded files with an entry or account inside a command. @throws Refusal FILE_MISSING */
export function attachFiles(
  kernel: Kernel,
  tx: Tx,
  { entryId, accountId }: Place,
  files: readonly FileRef[],
): AttachmentId[] {
  const insert = tx.db.prepare(
    `INSERT INTO attachment (id, entry_id, account_id, name, sha256, bytes, media_type, added_by, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const { me } = readSettings(tx.db)
  const addedBy = me !== null && memberTest(tx)(me) ? me : null
  return keptContents(kernel, files).map(({ name, sha256, bytes, mediaType }) => {
    const id = AttachmentId.parse(tx.newId())
    insert.run(id, entryId, accountId, name, sha256, bytes, mediaType, addedBy, tx.now)
    return id
  })
}

/** Keeps uploaded files with an entry or an account. @throws Refusal ENTRY_NOT_FOUND, ACCOUNT_NOT_FOUND, FILE_MISSING */
export function attach(
  kernel: Kernel,
  {
    commandId,
    to,
    files,
  }: {
    readonly commandId: CommandId
    readonly to: { readonly entryId: EntryId } | { readonly accountId: AccountId }
    readonly files: readonly FileRef[]
  },
): Outcome<{ attachmentIds: AttachmentId[] }> {
  const label = {
    command: 'attachFiles',
    params: { name: cleanFileName(files[0]?.name ?? ''), count: files.length },
  }
  return kernel.write({ commandId, label }, (tx) => ({
    attachmentIds: attachFiles(kernel, tx, placeOf(tx, to), files),
  }))
}

function placeOf(tx: Tx, to: { readonly entryId: EntryId } | { readonly accountId: AccountId }): Place {
  if ('entryId' in to) return { entryId: to.entryId, accountId: storedEntry(tx.db, to.entryId).accountId }
  if (!accountReader(tx.db)(to.accountId)) throw new Refusal('ACCOUNT_NOT_FOUND')
  return { entryId: null, accountId: to.accountId }
}

/** Takes a file away from where it is kept; its content stays in the store. @throws Refusal ATTACHMENT_NOT_FOUND */
export function detach(
  kernel: Kernel,
  { commandId, attachmentId }: { readonly commandId: CommandId; readonly attachmentId: AttachmentId },
): Outcome<object> {
  const { name } = storedFile(kernel.db, attachmentId)
  return kernel.write({ commandId, label: { command: 'detachFile', params: { name } } }, (tx) => {
    storedFile(tx.db, attachmentId)
    tx.db.prepare('UPDATE attachment SET deleted = 1 WHERE id = ?').run(attachmentId)
    return {}
  })
}

/** A file's content under its name. @throws Refusal ATTACHMENT_NOT_FOUND, FILE_MISSING, FILE_DAMAGED */
export const fileContent = (
  kernel: Kernel,
  { attachmentId }: { readonly attachmentId: AttachmentId },
): File => fileOf(kernel, storedFile(kernel.db, attachmentId))

function storedFile(db: Kernel['db'], id: AttachmentId): { name: string; sha256: string } {
  const file = db
    .prepare<[string], { name: string; sha256: string }>(
      'SELECT name, sha256 FROM attachment WHERE id = ? AND deleted = 0',
    )
    .get(id)
  if (!file) throw new Refusal('ATTACHMENT_NOT_FOUND')
  return file
}

const COLUMNS = `f.id, f.entry_id AS entryId, f.account_id AS accountId, f.name, f.bytes, f.media_type AS mediaType,
  m.name AS addedBy, f.added_at AS addedAt`

/** The files of an account and of its entries, newest first. */
export const filesOfAccount = (
  { db }: Kernel,
  { accountId }: { readonly accountId: AccountId },
): AttachedFile[] =>
  db
    .prepare<[string], AttachedFile>(
      `SELECT ${COLUMNS} FROM attachment f LEFT JOIN member m ON m.id = f.added_by
       LEFT JOIN log_entry e ON e.id = f.entry_id
       WHERE f.account_id = ? AND f.deleted = 0 AND coalesce(e.deleted, 0) = 0
       ORDER BY f.added_at DESC, f.id DESC LIMIT 2000`,
    )
    .all(accountId)

/** The files of an entry, in the order in which they came. */
export const filesOfEntry = ({ db }: Kernel, entryId: EntryId): AttachedFile[] =>
  db
    .prepare<[string], AttachedFile>(
      `SELECT ${COLUMNS} FROM attachment f LEFT JOIN member m ON m.id = f.added_by
       WHERE f.entry_id = ? AND f.deleted = 0 ORDER BY f.added_at, f.id`,
    )
    .all(entryId)
