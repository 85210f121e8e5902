import { pinyinText } from '../../../accounts/pinyin.ts'
import type { AccountId, PublicationId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Publication, ResultRow } from '../../contract.ts'
import { seasonalAccounts } from '../../service/seasonal.ts'
import type { ComparedSide, Comparison, SheetLine, Under } from '../contract.ts'
import type { Destination, Origin } from '../rules/migration.ts'
import type { Plan } from '../rules/plan.ts'
import { differing } from '../rules/replay.ts'
import { sameSeasonLastYear } from '../rules/season.ts'
import type { SideRow } from '../rules/side.ts'
import { mainReason, PARTS, partSums, splitScore } from '../rules/split.ts'
import { listPublishedRounds } from './rounds.ts'
import { type Pair, readPair } from './sides.ts'

/** How tiers and scores moved between two publications. @throws Refusal PUBLICATION_NOT_FOUND */
export function comparePublications(
  kernel: Kernel,
  input: { readonly fromId: PublicationId; readonly toId: PublicationId; readonly under: Under },
): Comparison {
  const pair = readPair(kernel, input)
  const { older, newer, plan } = pair
  const newest = listPublishedRounds(kernel).filter(({ isNewest }) => isNewest)
  return {
    from: headOf(older),
    to: headOf(newer),
    lines: plan.lines.map(publicLine),
    lastYear: sameSeasonLastYear(headOf(newer), newest) ?? null,
    accounts: columnsOf(pair, seasonalAccounts(kernel.db)),
    replayed: replayedOf(pair, input.under),
  }
}

const headOf = ({ summary, roundId, roundName, borders, evaluators }: Publication): ComparedSide => ({
  id: summary.id,
  roundId,
  roundName,
  revision: summary.revision,
  publishedAt: summary.publishedAt,
  borders,
  evaluators: evaluators.map(({ memberId, name, votes }) => ({ memberId, name, votes })),
})

/** A line of two sheets as the contract tells it. */
export const publicLine = ({ name, change, weightFrom, weightTo }: Plan['lines'][number]): SheetLine => ({
  name,
  change,
  weightFrom,
  weightTo,
})

function replayedOf({ published, plan }: Pair, under: Under): Comparison['replayed'] {
  if (under === 'own') return null
  const side = under === 'to' ? 'from' : 'to'
  return {
    side,
    differing: differing(published[side], plan[side]),
    accounts: published[side].rows.length,
  }
}

/** Both rounds' accounts, those of the newer one first, each once. */
function columnsOf({ older, newer, plan }: Pair, seasonal: ReadonlySet<AccountId>): Comparison['accounts'] {
  const before = rowsById(plan.from.rows)
  const after = rowsById(plan.to.rows)
  const known = new Set(newer.results.map(({ accountId }) => accountId))
  const rows = [...newer.results, ...older.results.filter(({ accountId }) => !known.has(accountId))]
  const columns = emptyColumns()
  for (const row of rows)
    add(columns, plan, row, before.get(row.accountId), after.get(row.accountId), seasonal)
  return columns
}

const rowsById = (rows: readonly SideRow[]): Map<string, SideRow> =>
  new Map(rows.map((row) => [row.accountId, row]))

const emptyColumns = (): Comparison['accounts'] => ({
  ids: [],
  codes: [],
  names: [],
  pinyin: [],
  owners: [],
  seasonal: [],
  from: [],
  to: [],
  fromScores: [],
  toScores: [],
  sums: { sheet: [], weights: [], figures: [], marks: [], evaluators: [], meeting: [], rest: [] },
  largest: [],
})

function add(
  columns: Comparison['accounts'],
  plan: Plan,
  { accountId, code, name, owner }: ResultRow,
  a: SideRow | undefined,
  b: SideRow | undefined,
  seasonal: ReadonlySet<AccountId>,
): void {
  const steps = a && b && splitScore(plan, a, b)
  const sums = steps && partSums(steps)
  const from: Origin = a?.standing ?? 'new'
  const to: Destination = b?.standing ?? 'gone'
  columns.ids.push(accountId)
  columns.codes.push(code)
  columns.names.push(name)
  columns.pinyin.push(pinyinText(name))
  columns.owners.push(owner)
  columns.seasonal.push(seasonal.has(accountId))
  columns.from.push(from)
  columns.to.push(to)
  columns.fromScores.push(a?.score ?? null)
  columns.toScores.push(b?.score ?? null)
  for (const part of PARTS) columns.sums[part].push(sums?.[part] ?? null)
  columns.largest.push(steps ? mainReason(steps) : null)
}
