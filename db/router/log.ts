import {
  attach,
  detach,
  fileContent,
  filesOfAccount,
  uploadFile,
} from '../accounts/log/service/attachments.ts'
import { doneNext, setNext } from '../accounts/log/service/nextSteps.ts'
import { getEntry, listEntries } from '../accounts/log/service/read.ts'
import { addEntry, correctEntry, removeEntries } from '../accounts/log/service/write.ts'
import { engine } from './implementer.ts'

const { log } = engine

/** The work log's procedures: contract to services. */
export const logRouter = {
  add: log.add.handler(({ context, input }) => addEntry(context.kernel, input)),
  correct: log.correct.handler(({ context, input }) => correctEntry(context.kernel, input)),
  remove: log.remove.handler(({ context, input }) => removeEntries(context.kernel, input)),
  list: log.list.handler(({ context, input }) => listEntries(context.kernel, input)),
  get: log.get.handler(({ context, input }) => getEntry(context.kernel, input)),
  setNext: log.setNext.handler(({ context, input }) => setNext(context.kernel, input)),
  doneNext: log.doneNext.handler(({ context, input }) => doneNext(context.kernel, input)),
  upload: log.upload.handler(({ context, input }) => uploadFile(context.kernel, input)),
  attach: log.attach.handler(({ context, input }) => attach(context.kernel, input)),
  detach: log.detach.handler(({ context, input }) => detach(context.kernel, input)),
  files: log.files.handler(({ context, input }) => filesOfAccount(context.kernel, input)),
  file: log.file.handler(({ context, input }) => fileContent(context.kernel, input)),
}
