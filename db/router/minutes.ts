import { addNote, changeNote, removeNote } from '../visits/minutes/service/notes.ts'
import { minutesPaper } from '../visits/minutes/service/paper.ts'
import { getMinutes } from '../visits/minutes/service/read.ts'
import { engine } from './implementer.ts'

const { minutes } = engine

/** Notes and minutes of executive visits: contract to services. */
export const minutesRouter = {
  get: minutes.get.handler(({ context, input }) => getMinutes(context.kernel, input)),
  addNote: minutes.addNote.handler(({ context, input }) => addNote(context.kernel, input)),
  changeNote: minutes.changeNote.handler(({ context, input }) => changeNote(context.kernel, input)),
  removeNote: minutes.removeNote.handler(({ context, input }) => removeNote(context.kernel, input)),
  paper: minutes.paper.handler(({ context, input }) => minutesPaper(context, input)),
}
