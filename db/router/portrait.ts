import { tierAverage } from '../accounts/portrait/service/average.ts'
import { accountCompleteness, completenessOfAll } from '../accounts/portrait/service/completeness.ts'
import { accountHead } from '../accounts/portrait/service/head.ts'
import { personPortrait } from '../accounts/portrait/service/person.ts'
import { engine } from './implementer.ts'

const { portrait } = engine

/** How complete and fresh the archive is. */
export const portraitRouter = {
  head: portrait.head.handler(({ context, input }) => accountHead(context.kernel, input.accountId)),
  completeness: portrait.completeness.handler(({ context, input }) =>
    accountCompleteness(context.kernel, input.accountId),
  ),
  average: portrait.average.handler(({ context, input }) => tierAverage(context.kernel, input.tier)),
  all: portrait.all.handler(async ({ context }) => {
    const all = await completenessOfAll(context.kernel)
    return { accountIds: [...all.keys()], percents: [...all.values()] }
  }),
  person: portrait.person.handler(({ context, input }) => personPortrait(context.kernel, input.personId)),
}
