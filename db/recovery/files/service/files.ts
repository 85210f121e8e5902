import type Database from 'better-sqlite3'
import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { fileOf, type KeptContent, keptContents } from '../../../accounts/log/service/attachments.ts'
import { type InputOf, signer } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CaseFileId, CaseId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { CASE_LIMITS } from '../../rules/limits.ts'
import { caseReader, FAMILY } from '../../service/stored.ts'
import type { caseFiles, KeptFile } from '../contract.ts'

/** A case's files, in the order in which they came. @throws Refusal CASE_NOT_FOUND */
export function listCaseFiles({ db }: Kernel, { caseId }: InputOf<typeof caseFiles.list>): KeptFile[] {
  caseReader(db)(caseId)
  return db
    .prepare<object, KeptFile>(
      `SELECT f.id, f.name, f.bytes, f.media_type AS mediaType, m.name AS addedBy, f.added_at AS addedAt
       FROM case_file f LEFT JOIN member m ON m.id = f.added_by
       WHERE f.case_id IN ${FAMILY} AND f.deleted = 0 ORDER BY f.added_at, f.id`,
    )
    .all({ caseId })
}

/** Keeps uploaded files with a case, all or none. @throws Refusal CASE_NOT_FOUND, CASE_FILES_TOO_MANY, FILE_MISSING */
export function addCaseFiles(
  kernel: Kernel,
  { commandId, caseId, files }: InputOf<typeof caseFiles.add>,
): Outcome<object> {
  const contents = keptContents(kernel, files)
  const params = { name: contents[0]?.name ?? '', count: files.length }
  return kernel.write({ commandId, label: { command: 'addCaseFiles', params } }, (tx) => {
    caseReader(tx.db)(caseId)
    const there = kept(tx.db, caseId)
    const added = contents.filter(({ sha256, name }) => !there.has(keyOf({ sha256, name })))
    if (there.size + added.length > CASE_LIMITS.files)
      throw new Refusal('CASE_FILES_TOO_MANY', { most: CASE_LIMITS.files, there: there.size })
    const added_by = signer(tx.db)
    for (const { name, sha256, bytes, mediaType } of added)
      insertRow(tx, 'case_file', {
        ...{ case_id: caseId, name, sha256, bytes, media_type: mediaType },
        ...{ added_by, added_at: tx.now },
      })
    return {}
  })
}

type Named = Pick<KeptContent, 'sha256' | 'name'>

const keyOf = ({ sha256, name }: Named): string => `${sha256} ${name}`

const kept = (db: Database.Database, caseId: CaseId): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[CaseId], Named>('SELECT sha256, name FROM case_file WHERE case_id = ? AND deleted = 0')
      .all(caseId)
      .map(keyOf),
  )

/** Takes a file away; its content stays in the store. @throws Refusal ATTACHMENT_NOT_FOUND */
export function removeCaseFile(
  kernel: Kernel,
  { commandId, fileId }: InputOf<typeof caseFiles.remove>,
): Outcome<object> {
  const { name } = storedFile(kernel.db, fileId)
  return kernel.write({ commandId, label: { command: 'removeCaseFile', params: { name } } }, (tx) => {
    storedFile(tx.db, fileId)
    tx.db.prepare('UPDATE case_file SET deleted = 1 WHERE id = ?').run(fileId)
    return {}
  })
}

/** A file's content under its name. @throws Refusal ATTACHMENT_NOT_FOUND, FILE_MISSING, FILE_DAMAGED */
export const caseFileContent = (kernel: Kernel, { fileId }: InputOf<typeof caseFiles.content>): File =>
  fileOf(kernel, storedFile(kernel.db, fileId))

/** @throws Refusal ATTACHMENT_NOT_FOUND */
function storedFile(db: Database.Database, fileId: CaseFileId): Named {
  const file = db
    .prepare<[CaseFileId], Named>('SELECT name, sha256 FROM case_file WHERE id = ? AND deleted = 0')
    .get(fileId)
  if (!file) throw new Refusal('ATTACHMENT_NOT_FOUND')
  return file
}
