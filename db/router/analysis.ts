import {
  addCompetitor,
  addProduct,
  editCompetitor,
  moveProduct,
  removeCompetitor,
  removeProduct,
  renameProduct,
} from '../accounts/analysis/service/catalogue.ts'
import { compareAccounts } from '../accounts/analysis/service/compare.ts'
import { exportTable } from '../accounts/analysis/service/exportTable.ts'
import {
  addAction,
  addSwitchingCost,
  decide,
  editAction,
  editSwitchingCost,
  judgeStickiness,
  judgeValue,
} from '../accounts/analysis/service/judgements.ts'
import { getAnalysis } from '../accounts/analysis/service/read.ts'
import { addReferral, editReferral } from '../accounts/analysis/service/referrals.ts'
import { addMove, addRival, editMove, editRival } from '../accounts/analysis/service/rivals.ts'
import { removeRow } from '../accounts/analysis/service/rows.ts'
import { addSwot, editSwot, moveSwot } from '../accounts/analysis/service/swot.ts'
import { setWallet } from '../accounts/analysis/service/wallet.ts'
import { whiteSpace } from '../accounts/analysis/service/whiteSpace.ts'
import { engine } from './implementer.ts'

const { analysis } = engine

/** The analysis of accounts: contract to services. */
export const analysisRouter = {
  get: analysis.get.handler(({ context, input }) => getAnalysis(context.kernel, input.accountId)),
  addSwot: analysis.addSwot.handler(({ context, input }) => addSwot(context.kernel, input)),
  editSwot: analysis.editSwot.handler(({ context, input }) => editSwot(context.kernel, input)),
  moveSwot: analysis.moveSwot.handler(({ context, input }) => moveSwot(context.kernel, input)),
  addProduct: analysis.addProduct.handler(({ context, input }) => addProduct(context.kernel, input)),
  renameProduct: analysis.renameProduct.handler(({ context, input }) => renameProduct(context.kernel, input)),
  moveProduct: analysis.moveProduct.handler(({ context, input }) => moveProduct(context.kernel, input)),
  removeProduct: analysis.removeProduct.handler(({ context, input }) => removeProduct(context.kernel, input)),
  addCompetitor: analysis.addCompetitor.handler(({ context, input }) => addCompetitor(context.kernel, input)),
  editCompetitor: analysis.editCompetitor.handler(({ context, input }) =>
    editCompetitor(context.kernel, input),
  ),
  removeCompetitor: analysis.removeCompetitor.handler(({ context, input }) =>
    removeCompetitor(context.kernel, input),
  ),
  setWallet: analysis.setWallet.handler(({ context, input }) => setWallet(context.kernel, input)),
  addRival: analysis.addRival.handler(({ context, input }) => addRival(context.kernel, input)),
  editRival: analysis.editRival.handler(({ context, input }) => editRival(context.kernel, input)),
  addMove: analysis.addMove.handler(({ context, input }) => addMove(context.kernel, input)),
  editMove: analysis.editMove.handler(({ context, input }) => editMove(context.kernel, input)),
  judgeStickiness: analysis.judgeStickiness.handler(({ context, input }) =>
    judgeStickiness(context.kernel, input),
  ),
  addSwitchingCost: analysis.addSwitchingCost.handler(({ context, input }) =>
    addSwitchingCost(context.kernel, input),
  ),
  editSwitchingCost: analysis.editSwitchingCost.handler(({ context, input }) =>
    editSwitchingCost(context.kernel, input),
  ),
  judgeValue: analysis.judgeValue.handler(({ context, input }) => judgeValue(context.kernel, input)),
  addAction: analysis.addAction.handler(({ context, input }) => addAction(context.kernel, input)),
  editAction: analysis.editAction.handler(({ context, input }) => editAction(context.kernel, input)),
  addReferral: analysis.addReferral.handler(({ context, input }) => addReferral(context.kernel, input)),
  editReferral: analysis.editReferral.handler(({ context, input }) => editReferral(context.kernel, input)),
  decide: analysis.decide.handler(({ context, input }) => decide(context.kernel, input)),
  remove: analysis.remove.handler(({ context, input }) => removeRow(context.kernel, input)),
  whiteSpace: analysis.whiteSpace.handler(({ context, input }) => whiteSpace(context.kernel, input)),
  exportTable: analysis.exportTable.handler(({ context, input }) => exportTable(context, input)),
  compare: analysis.compare.handler(({ context, input }) => compareAccounts(context.kernel, input)),
}
