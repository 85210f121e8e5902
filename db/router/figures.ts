import { figuresOfAccount, figuresReport } from '../channel/figures/service/report.ts'
import { engine } from './implementer.ts'

const { figures } = engine

/** The procedures of the channel's figures. */
export const figuresRouter = {
  report: figures.report.handler(({ context, input }) => figuresReport(context.kernel, input)),
  ofAccount: figures.ofAccount.handler(({ context, input }) => figuresOfAccount(context.kernel, input)),
}
