import { oc } from '@orpc/contract'
import { z } from 'zod'
import { FileRef } from '../../accounts/log/contract.ts'
import { MEDIA_TYPES } from '../../accounts/log/rules/mediaTypes.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { CaseFileId, CaseId } from '../../kernel/ids.ts'
import { CASE_LIMITS } from '../rules/limits.ts'

/** A photo or paper of a case; `addedAt` is an instant. */
export const KeptFile = z.object({
  id: CaseFileId,
  name: z.string(),
  bytes: z.int(),
  mediaType: z.enum(MEDIA_TYPES),
  addedBy: z.string().nullable(),
  addedAt: z.string(),
})
export type KeptFile = z.infer<typeof KeptFile>

const CASE_NOT_FOUND = { CASE_NOT_FOUND: { status: 404 } } as const
const ATTACHMENT_NOT_FOUND = { ATTACHMENT_NOT_FOUND: { status: 404 } } as const
const FILE_MISSING = { FILE_MISSING: { status: 410, data: z.object({ name: z.string() }) } } as const

/** Photos and papers of cases; contents are taken in by `log.upload`. */
export const caseFiles = {
  /** A case's files, in the order in which they came. */
  list: oc
    .input(z.object({ caseId: CaseId }))
    .output(z.array(KeptFile))
    .errors(CASE_NOT_FOUND),
  /** Keeps uploaded files with a case, all or none (undoable). One that is there under the same name stays once. */
  add: oc
    .input(CommandInput.extend({ caseId: CaseId, files: z.array(FileRef).min(1).max(CASE_LIMITS.files) }))
    .output(Written)
    .errors({
      ...writeErrors,
      ...CASE_NOT_FOUND,
      ...FILE_MISSING,
      /** more than a case may have; data is how many it has already */
      CASE_FILES_TOO_MANY: { status: 422, data: z.object({ most: z.int(), there: z.int() }) },
    }),
  /** Takes a file away (undoable); its content stays in the store. */
  remove: oc
    .input(CommandInput.extend({ fileId: CaseFileId }))
    .output(Written)
    .errors({ ...writeErrors, ...ATTACHMENT_NOT_FOUND }),
  /** A file's content, always as application/octet-stream: what it may be shown as, `list` says. */
  content: oc
    .input(z.object({ fileId: CaseFileId }))
    .output(z.file())
    .errors({
      ...ATTACHMENT_NOT_FOUND,
      ...FILE_MISSING,
      FILE_DAMAGED: { status: 410, data: z.object({ name: z.string() }) },
    }),
}
