import { erase, erasurePreview } from '../accounts/privacy/service/erase.ts'
import { held } from '../accounts/privacy/service/held.ts'
import { heldDocument } from '../accounts/privacy/service/heldPaper.ts'
import { listErasures, listOverdue, listReveals } from '../accounts/privacy/service/records.ts'
import { engine } from './implementer.ts'

const { privacy } = engine

/** Showing, bounding and erasing what is kept about people. */
export const privacyRouter = {
  held: privacy.held.handler(({ context, input }) => held(context.kernel, input)),
  document: privacy.document.handler(({ context, input }) => heldDocument(context, input)),
  erasurePreview: privacy.erasurePreview.handler(({ context, input }) =>
    erasurePreview(context.kernel, input.personId),
  ),
  erase: privacy.erase.handler(({ context, input }) => erase(context.kernel, input)),
  reveals: privacy.reveals.handler(({ context, input }) => listReveals(context.kernel, input.limit)),
  overdue: privacy.overdue.handler(({ context }) => listOverdue(context.kernel)),
  erasures: privacy.erasures.handler(({ context }) => listErasures(context.kernel)),
}
