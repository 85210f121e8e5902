import {
  addCustomField,
  changeCustomField,
  listAllCustomFields,
  moveCustomField,
  removeCustomField,
} from '../accounts/custom/service/fields.ts'
import { engine } from './implementer.ts'

const { custom } = engine

/** The procedures of the fields that a department adds. */
export const customRouter = {
  list: custom.list.handler(({ context }) => listAllCustomFields(context.kernel)),
  add: custom.add.handler(({ context, input }) => addCustomField(context.kernel, input)),
  change: custom.change.handler(({ context, input }) => changeCustomField(context.kernel, input)),
  move: custom.move.handler(({ context, input }) => moveCustomField(context.kernel, input)),
  remove: custom.remove.handler(({ context, input }) => removeCustomField(context.kernel, input)),
}
