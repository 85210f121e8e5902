import {
  addCaseFiles,
  caseFileContent,
  listCaseFiles,
  removeCaseFile,
} from '../recovery/files/service/files.ts'
import { engine } from './implementer.ts'

const { caseFiles } = engine

/** Photos and papers of cases: contract to services. */
export const caseFilesRouter = {
  list: caseFiles.list.handler(({ context, input }) => listCaseFiles(context.kernel, input)),
  add: caseFiles.add.handler(({ context, input }) => addCaseFiles(context.kernel, input)),
  remove: caseFiles.remove.handler(({ context, input }) => removeCaseFile(context.kernel, input)),
  content: caseFiles.content.handler(({ context, input }) => caseFileContent(context.kernel, input)),
}
