import { editAccounts } from '../accounts/service/edit.ts'
import { addFigure, removeFigure, renameFigure } from '../accounts/service/figures.ts'
import { getAccount, listAccounts, searchAccounts } from '../accounts/service/read.ts'
import { accountTable } from '../accounts/service/table.ts'
import { addAccounts, removeAccounts } from '../accounts/service/write.ts'
import { engine } from './implementer.ts'

const { accounts } = engine

/** The accounts room's procedures. */
export const accountsRouter = {
  list: accounts.list.handler(({ context }) => listAccounts(context.kernel)),
  table: accounts.table.handler(({ context, input }) => accountTable(context.kernel, input)),
  get: accounts.get.handler(({ context, input }) => getAccount(context.kernel, input.accountId)),
  search: accounts.search.handler(({ context, input }) => searchAccounts(context.kernel, input)),
  add: accounts.add.handler(({ context, input }) => addAccounts(context.kernel, input)),
  edit: accounts.edit.handler(({ context, input }) => editAccounts(context.kernel, input)),
  remove: accounts.remove.handler(({ context, input }) => removeAccounts(context.kernel, input)),
  addFigure: accounts.addFigure.handler(({ context, input }) => addFigure(context.kernel, input)),
  renameFigure: accounts.renameFigure.handler(({ context, input }) => renameFigure(context.kernel, input)),
  removeFigure: accounts.removeFigure.handler(({ context, input }) => removeFigure(context.kernel, input)),
}
