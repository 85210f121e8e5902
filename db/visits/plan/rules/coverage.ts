/** Titles down to this rank are leaders whom executives meet. */
export const LEADER_RANK = 3

/** How well one of ours knows one of theirs, 0–4, and how well we want; null where nobody said. */
export interface Depths {
  readonly depth: number
  readonly wanted: number | null
}

/** Steps that are missing to what we want; 0 where nothing is. */
export const gapOf = ({ depth, wanted }: Depths): number => Math.max(0, (wanted ?? 0) - depth)

/** What the coverage map is about, as far as its findings go by it. */
export interface Covered {
  readonly executives: readonly { readonly name: string }[]
  readonly accounts: readonly { readonly name: string; readonly went: number; readonly came: number }[]
  readonly leaders: readonly { readonly account: number; readonly cells: readonly Depths[] }[]
}

/** What a coverage map says in figures. */
export interface CoverageFinding {
  readonly leaders: number
  /** relations that are not yet what we want */
  readonly gaps: number
  /** the account that lacks most, and the executive who has most to make up; null where nothing lacks */
  readonly account: string | null
  readonly executive: { readonly name: string; readonly gaps: number } | null
  readonly went: number
  readonly came: number
  /** accounts whom we should invite, the one first whom we visited most without a visit of theirs */
  readonly invite: readonly string[]
}

/** How many accounts are named as the next ones to invite. */
const INVITED = 3

/** What a coverage map says: how much lacks, where most, whose turn it is to come. */
export function findingOf({ executives, accounts, leaders }: Covered): CoverageFinding {
  const byExecutive = executives.map((_, at) =>
    leaders.reduce((sum, { cells }) => sum + (isGap(cells[at]) ? 1 : 0), 0),
  )
  const byAccount = stepsByAccount(accounts.length, leaders)
  const most = largest(byExecutive)
  const worst = largest(byAccount)
  const owing = accounts
    .filter(({ went, came }) => went > came)
    .toSorted((one, other) => other.went - other.came - (one.went - one.came))
  return {
    leaders: leaders.length,
    gaps: byExecutive.reduce((sum, count) => sum + count, 0),
    account: worst === null ? null : (accounts[worst]?.name ?? null),
    executive: most === null ? null : { name: executives[most]?.name ?? '', gaps: byExecutive[most] ?? 0 },
    went: accounts.reduce((sum, { went }) => sum + went, 0),
    came: accounts.reduce((sum, { came }) => sum + came, 0),
    invite: owing.slice(0, INVITED).map(({ name }) => name),
  }
}

const isGap = (cell: Depths | undefined): boolean => cell !== undefined && gapOf(cell) > 0

/** Steps that lack by account. */
export function stepsByAccount(accounts: number, leaders: Covered['leaders']): number[] {
  const steps = new Array<number>(accounts).fill(0)
  for (const { account, cells } of leaders)
    steps[account] = (steps[account] ?? 0) + cells.reduce((sum, cell) => sum + gapOf(cell), 0)
  return steps
}

/** The place of the largest number above 0, the first of several; null where there is none. */
function largest(numbers: readonly number[]): number | null {
  const most = Math.max(0, ...numbers)
  return most === 0 ? null : numbers.indexOf(most)
}
