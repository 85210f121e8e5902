import { addException, changeException, endException } from '../channel/policies/service/exceptions.ts'
import { exportPolicies, readPolicies } from '../channel/policies/service/file.ts'
import { previewPolicies } from '../channel/policies/service/preview.ts'
import { publishPolicies, withdrawPolicies } from '../channel/policies/service/publish.ts'
import {
  listExceptions,
  listVersions,
  policiesInForce,
  policyOfAccount,
} from '../channel/policies/service/read.ts'
import { engine } from './implementer.ts'

const { policies } = engine

/** Tier policies: contract to services. */
export const policiesRouter = {
  inForce: policies.inForce.handler(({ context, input }) => policiesInForce(context.kernel, input)),
  versions: policies.versions.handler(({ context }) => listVersions(context.kernel)),
  preview: policies.preview.handler(({ context, input }) => previewPolicies(context.kernel, input)),
  publish: policies.publish.handler(({ context, input }) => publishPolicies(context.kernel, input)),
  withdraw: policies.withdraw.handler(({ context, input }) => withdrawPolicies(context.kernel, input)),
  exceptions: policies.exceptions.handler(({ context, input }) => listExceptions(context.kernel, input)),
  addException: policies.addException.handler(({ context, input }) => addException(context.kernel, input)),
  changeException: policies.changeException.handler(({ context, input }) =>
    changeException(context.kernel, input),
  ),
  endException: policies.endException.handler(({ context, input }) => endException(context.kernel, input)),
  ofAccount: policies.ofAccount.handler(({ context, input }) =>
    policyOfAccount(context.kernel, input.accountId),
  ),
  exportFile: policies.exportFile.handler(({ context, input }) => exportPolicies(context.kernel, input)),
  readFile: policies.readFile.handler(({ input }) => readPolicies(input)),
}
