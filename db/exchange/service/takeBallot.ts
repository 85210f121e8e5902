import type { EngineContext } from '../../context.ts'
import {
  ballotStore,
  closedAccounts,
  marksIndicator,
  writeBallotNote,
  writeSubmission,
} from '../../evaluation/ballots/service/ballot.ts'
import { authorised } from '../../evaluation/ballots/service/presence.ts'
import { readBallots } from '../../evaluation/ballots/service/seats.ts'
import { writeMarks } from '../../evaluation/service/marking.ts'
import type { StoredIndicator } from '../../evaluation/service/sheets.ts'
import { instantOf } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, CommandId, IndicatorId, RoundId } from '../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../kernel/kernel.ts'
import type { BallotPreview } from '../ballots/contract.ts'
import { type BallotTables, ballotTables, type ReturnedBallot, returnedBallot } from './readPaper.ts'

interface Brought {
  readonly roundId: RoundId
  readonly file: File
}

interface Options {
  readonly signal?: AbortSignal | undefined
}

/** What taking a ballot workbook would do. Writes nothing. @throws Refusal as the contract says */
export async function readBallot(
  { kernel }: EngineContext,
  { roundId, file }: Brought,
  { signal }: Options = {},
): Promise<BallotPreview> {
  return weigh(kernel, roundId, await ballotTables(file, signal)).preview
}

/** Takes a ballot workbook in, all or nothing. @throws Refusal as the contract says */
export async function takeBallot(
  { kernel }: EngineContext,
  input: Brought & {
    readonly commandId: CommandId
    readonly replace: boolean
    readonly abstain: boolean
  },
  { signal }: Options = {},
): Promise<Outcome<{ evaluator: string; marks: number; remarks: number; outcome: 'taken' | 'same' }>> {
  const { commandId, roundId, file, replace, abstain } = input
  const tables = await ballotTables(file, signal)
  const { ballot, changes, preview } = weigh(kernel, roundId, tables)
  const { evaluator, marks, remarks, fate, differing, empty } = preview
  if (fate === 'differs' && !replace)
    throw new Refusal('BALLOT_DIFFERS', { name: evaluator, cells: differing })
  if (fate !== 'same' && empty && !abstain) throw new Refusal('BALLOT_EMPTY', { name: evaluator })
  const label = { command: 'takeBallot', params: { name: evaluator, marks } }
  return kernel.write({ commandId, label, source: 'import' }, (tx) => {
    if (fate === 'same') return { evaluator, marks, remarks, outcome: 'same' }
    put(tx, roundId, ballot, changes)
    return { evaluator, marks, remarks, outcome: 'taken' }
  })
}

/**
 * The same by whoever may: a workbook has no PIN, so the chair answers for taking it in.
 * @throws Refusal NOT_ENTERED, NOT_ALLOWED, and as {@link takeBallot}
 */
export async function takeBallotAsChair(
  context: EngineContext,
  { ticket, ...input }: Parameters<typeof takeBallot>[1] & { readonly ticket: string | null },
  options: Options = {},
): ReturnType<typeof takeBallot> {
  authorised(context.kernel, input.roundId, ticket, 'chair')
  return takeBallot(context, input, options)
}

/** A cell of a ballot whose mark or remark differs from what is stored. */
interface Changes {
  readonly columns: readonly StoredIndicator[]
  readonly accountIds: AccountId[]
  /** strips over `accountIds` × `columns` */
  expected: string
  marks: string
  readonly notes: {
    readonly accountId: AccountId
    readonly indicatorId: IndicatorId
    readonly text: string
  }[]
  differing: number
  lost: number
}

function put(tx: Tx, roundId: RoundId, ballot: ReturnedBallot, changes: Changes): void {
  const { memberId } = ballot.seat
  writeMarks(tx, ballotStore(tx, roundId, memberId), changes, changes.columns)
  for (const { text, ...cell } of changes.notes) {
    writeBallotNote(tx, { roundId, memberId, ...cell }, text)
    tx.breathe()
  }
  const { paper, digest } = ballot
  writeSubmission(tx, roundId, memberId, { at: tx.hlc, source: 'workbook', paperId: paper.id, digest })
}

/** Holds a returned ballot against what is stored. @throws Refusal as the contract says */
function weigh(
  kernel: Kernel,
  roundId: RoundId,
  tables: BallotTables,
): { ballot: ReturnedBallot; changes: Changes; preview: BallotPreview } {
  const ballot = returnedBallot(kernel, roundId, tables)
  const { paper, seat, layout, data, strip, digest } = ballot
  const changes = changesOf(kernel, roundId, ballot)
  const submission = readBallots(kernel.db, roundId).get(seat.memberId)?.submission ?? null
  const isTaken = submission?.paperId === paper.id && submission.digest === digest
  const known = new Set<string>(data.accounts.ids)
  const inBallot = new Set(layout.accounts.map(({ id }) => id))
  const marks = strip.replaceAll(/[.-]/g, '').length
  return {
    ballot,
    changes,
    preview: {
      memberId: seat.memberId,
      evaluator: seat.name,
      issuedAt: instantOf(paper.issuedAt),
      marks,
      cells: strip.replaceAll('.', '').length,
      remarks: ballot.remarks.length,
      blankIndicators: blankIndicators(ballot),
      differing: changes.differing,
      lost: changes.lost,
      fate: isTaken ? 'same' : fateOf(submission !== null, changes),
      empty: marks === 0,
      gone: layout.accounts.filter(({ id }) => !known.has(id)).length,
      added: data.accounts.ids.filter((id) => !inBallot.has(id)).length,
    },
  }
}

/** Handed in before, or marked here: nothing is overwritten without a word. */
function fateOf(isSubmitted: boolean, { differing, lost }: Changes): BallotPreview['fate'] {
  if (isSubmitted) return differing === 0 ? 'same' : 'differs'
  return lost > 0 ? 'differs' : 'new'
}

const blankIndicators = ({ layout, strip }: ReturnedBallot): string[] =>
  layout.indicators.flatMap(({ name, open }, indicator) => {
    const column = layout.accounts.map((_, account) => strip[account * layout.indicators.length + indicator])
    return open && column.includes('-') && column.every((mark) => mark === '-' || mark === '.') ? [name] : []
  })

/** What would change: accounts that no longer take part, and cells that are no longer open, are left alone. */
function changesOf(kernel: Kernel, roundId: RoundId, ballot: ReturnedBallot): Changes {
  const { layout, data, strip, seat } = ballot
  const excused = new Set<string>(closedAccounts(kernel.db, roundId, seat.memberId))
  const places = layout.indicators.map(({ id }) => data.indicators.findIndex((one) => one.id === id))
  const columns = places.flatMap((at) => data.indicators[at] ?? [])
  const changes: Changes = {
    columns,
    accountIds: [],
    expected: '',
    marks: '',
    notes: [],
    differing: 0,
    lost: 0,
  }
  const rowOf = new Map<string, number>(data.accounts.ids.map((id, row) => [id, row]))
  const texts = remarkTexts(ballot)
  const storedTexts = new Map(
    data.notes.map(({ accountId, indicatorId, text }) => [`${accountId} ${indicatorId}`, text]),
  )
  layout.accounts.forEach((account, at) => {
    const row = rowOf.get(account.id)
    const accountId = row === undefined ? undefined : data.accounts.ids[row]
    if (row === undefined || accountId === undefined || !account.open || excused.has(account.id)) return
    const stored = places.map((place) => data.strip[row * data.indicators.length + place] ?? '-')
    const wanted = columns.map(({ id }, column) => {
      const mark = strip[at * columns.length + column] ?? '.'
      return marksIndicator(seat, id) && mark !== stored[column] ? mark : '.'
    })
    const changed = wanted.flatMap((mark, column) => (mark === '.' ? [] : [column]))
    changes.differing += changed.length
    changes.lost += changed.filter((column) => stored[column] !== '-').length
    if (changed.length > 0) {
      changes.accountIds.push(accountId)
      changes.expected += stored.join('')
      changes.marks += wanted.join('')
    }
    columns.forEach(({ id: indicatorId }, column) => {
      if (layout.indicators[column]?.open !== true || !marksIndicator(seat, indicatorId)) return
      const text = texts.get(`${at} ${column}`) ?? ''
      const before = storedTexts.get(`${accountId} ${indicatorId}`) ?? ''
      if (text === before) return
      changes.notes.push({ accountId, indicatorId, text })
      changes.differing += 1
      changes.lost += before === '' ? 0 : 1
    })
  })
  return changes
}

const remarkTexts = ({ remarks }: ReturnedBallot): ReadonlyMap<string, string> =>
  new Map(remarks.map(({ account, indicator, text }) => [`${account} ${indicator}`, text]))
