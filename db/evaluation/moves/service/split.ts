import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, PublicationId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Publication, ResultRow } from '../../contract.ts'
import { seasonalAccounts } from '../../service/seasonal.ts'
import type { AccountSplit, Under } from '../contract.ts'
import { tierRemarks } from '../rules/migration.ts'
import type { Plan } from '../rules/plan.ts'
import type { SideRow } from '../rules/side.ts'
import { splitScore } from '../rules/split.ts'
import { publicLine } from './compare.ts'
import { fixedOf, readPair } from './sides.ts'

/** Why one account moved between two publications. @throws Refusal PUBLICATION_NOT_FOUND, ACCOUNT_NOT_FOUND */
export function splitAccount(
  kernel: Kernel,
  input: {
    readonly fromId: PublicationId
    readonly toId: PublicationId
    readonly under: Under
    readonly accountId: AccountId
  },
): AccountSplit {
  const { accountId } = input
  const { older, newer, plan } = readPair(kernel, input)
  const before = resultOf(older, accountId)
  const after = resultOf(newer, accountId)
  const shown = after ?? before
  if (!shown) throw new Refusal('ACCOUNT_NOT_FOUND')
  const a = plan.from.rows.find((row) => row.accountId === accountId)
  const b = plan.to.rows.find((row) => row.accountId === accountId)
  const { code, name, owner } = shown
  return {
    accountId,
    code,
    name,
    owner,
    seasonal: seasonalAccounts(kernel.db).has(accountId),
    from: sideOfAccount(a, before),
    to: sideOfAccount(b, after),
    remarks:
      a && b
        ? tierRemarks(
            { fixed: a.fixed, borders: plan.from.borders },
            { fixed: b.fixed, borders: plan.to.borders, score: b.score },
          )
        : [],
    lines: plan.lines.map(publicLine),
    steps: (a && b && splitScore(plan, a, b)) ?? null,
    figures: figuresOf(plan, a, b),
  }
}

const resultOf = ({ results }: Publication, id: AccountId): ResultRow | undefined =>
  results.find(({ accountId }) => accountId === id)

const sideOfAccount = (row: SideRow | undefined, result: ResultRow | undefined): AccountSplit['from'] =>
  row && result ? { score: row.score, standing: row.standing, fixed: fixedOf(result) } : null

/** The data behind lines that were banded on either side. */
function figuresOf(
  { from, to, lines }: Plan,
  a: SideRow | undefined,
  b: SideRow | undefined,
): AccountSplit['figures'] {
  return lines.flatMap((line, at) => {
    const before = line.from === null ? null : from.indicators[line.from]
    const after = line.to === null ? null : to.indicators[line.to]
    const figure = after?.figure ?? before?.figure
    if (!figure) return []
    return {
      line: at,
      name: figure.name,
      unit: figure.unit,
      from: line.from === null ? null : (a?.figures[line.from] ?? null),
      to: line.to === null ? null : (b?.figures[line.to] ?? null),
    }
  })
}
