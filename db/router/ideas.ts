import { removeAsker, setAsker, tellAsker } from '../recovery/ideas/service/askers.ts'
import { getIdea, listIdeas } from '../recovery/ideas/service/read.ts'
import { stepIdea, weighIdea } from '../recovery/ideas/service/step.ts'
import { changeIdeas, noteIdea, proposeIdea, removeIdeas } from '../recovery/ideas/service/write.ts'
import { engine } from './implementer.ts'

const { ideas } = engine

/** Ideas from complaints: contract to services. */
export const ideasRouter = {
  list: ideas.list.handler(({ context, input }) => listIdeas(context.kernel, input)),
  get: ideas.get.handler(({ context, input }) => getIdea(context.kernel, input)),
  propose: ideas.propose.handler(({ context, input }) => proposeIdea(context.kernel, input)),
  change: ideas.change.handler(({ context, input }) => changeIdeas(context.kernel, input)),
  weigh: ideas.weigh.handler(({ context, input }) => weighIdea(context.kernel, input)),
  step: ideas.step.handler(({ context, input }) => stepIdea(context.kernel, input)),
  setAsker: ideas.setAsker.handler(({ context, input }) => setAsker(context.kernel, input)),
  removeAsker: ideas.removeAsker.handler(({ context, input }) => removeAsker(context.kernel, input)),
  tellAsker: ideas.tellAsker.handler(({ context, input }) => tellAsker(context.kernel, input)),
  note: ideas.note.handler(({ context, input }) => noteIdea(context.kernel, input)),
  remove: ideas.remove.handler(({ context, input }) => removeIdeas(context.kernel, input)),
}
