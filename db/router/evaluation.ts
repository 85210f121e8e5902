import { addSheet, changeSheet, removeSheet, renameSheet } from '../evaluation/service/editSheet.ts'
import { placeException, removeException } from '../evaluation/service/exceptions.ts'
import { markCells, noteMark } from '../evaluation/service/marking.ts'
import {
  listPublications,
  publishRound,
  readPublication,
  reopenRound,
} from '../evaluation/service/publishing.ts'
import {
  addRound,
  applyWhatIf,
  listRounds,
  openRound,
  removeRound,
  renameRound,
} from '../evaluation/service/rounds.ts'
import { getSheet, listSheets } from '../evaluation/service/sheets.ts'
import { engine } from './implementer.ts'

/** Grading sheets: contract to services. */
export const sheetsRouter = {
  list: engine.sheets.list.handler(({ context }) => listSheets(context.kernel)),
  get: engine.sheets.get.handler(({ context, input }) => getSheet(context.kernel, input.sheetId)),
  add: engine.sheets.add.handler(({ context, input }) => addSheet(context.kernel, input)),
  rename: engine.sheets.rename.handler(({ context, input }) => renameSheet(context.kernel, input)),
  remove: engine.sheets.remove.handler(({ context, input }) => removeSheet(context.kernel, input)),
  change: engine.sheets.change.handler(({ context, input }) => changeSheet(context.kernel, input)),
}

/** Rounds and publications: contract to services. */
export const roundsRouter = {
  list: engine.rounds.list.handler(({ context }) => listRounds(context.kernel)),
  add: engine.rounds.add.handler(({ context, input }) => addRound(context.kernel, input)),
  rename: engine.rounds.rename.handler(({ context, input }) => renameRound(context.kernel, input)),
  remove: engine.rounds.remove.handler(({ context, input }) => removeRound(context.kernel, input)),
  open: engine.rounds.open.handler(({ context, input }) => openRound(context.kernel, input.roundId)),
  mark: engine.rounds.mark.handler(({ context, input }) => markCells(context.kernel, input)),
  note: engine.rounds.note.handler(({ context, input }) => noteMark(context.kernel, input)),
  apply: engine.rounds.apply.handler(({ context, input }) => applyWhatIf(context.kernel, input)),
  except: engine.rounds.except.handler(({ context, input }) => placeException(context.kernel, input)),
  removeException: engine.rounds.removeException.handler(({ context, input }) =>
    removeException(context.kernel, input),
  ),
  publish: engine.rounds.publish.handler(({ context, input }) => publishRound(context.kernel, input)),
  reopen: engine.rounds.reopen.handler(({ context, input }) => reopenRound(context.kernel, input)),
  publications: engine.rounds.publications.handler(({ context, input }) =>
    listPublications(context.kernel, input.roundId),
  ),
  publication: engine.rounds.publication.handler(({ context, input }) =>
    readPublication(context.kernel, input.publicationId),
  ),
}
