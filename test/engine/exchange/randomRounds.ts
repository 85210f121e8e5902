import fc from 'fast-check'
import { insertFigure } from '../../../db/accounts/service/bulk.ts'
import { insertMember } from '../../../db/department/service/insertMember.ts'
import type { GroupRules } from '../../../db/evaluation/ballots/rules/group.ts'
import { ballotStore, writeSubmission } from '../../../db/evaluation/ballots/service/ballot.ts'
import { writeSeat } from '../../../db/evaluation/ballots/service/seats.ts'
import { insertSheet } from '../../../db/evaluation/service/editSheet.ts'
import { indicatorsOf } from '../../../db/evaluation/service/sheets.ts'
import { derivedId } from '../../../db/kernel/derivedId.ts'
import { AccountId, type FigureId, type MemberId, RoundId } from '../../../db/kernel/ids.ts'
import type { Kernel, Tx } from '../../../db/kernel/kernel.ts'
import { command } from '../newKernel.ts'

/** A round as fast-check makes it up; places stand for ids. */
export interface RandomRound {
  readonly rules: GroupRules
  readonly borders: { readonly key: number; readonly main: number; readonly ordinary: number }
  /** hundredths of a percent, adding to 10,000; banded ones are marked from a figure */
  readonly indicators: readonly { readonly weight: number; readonly banded: boolean }[]
  readonly evaluators: readonly {
    readonly votes: number
    readonly marks: readonly (readonly number[])[]
    readonly competence: readonly number[] | null
    readonly excused: readonly number[]
    readonly handedIn: boolean
  }[]
  readonly agreements: readonly {
    readonly account: number
    readonly indicator: number
    readonly mark: number
  }[]
}

/** How many accounts and evaluators the department of these rounds has. */
export const ACCOUNTS = 7
const EVALUATORS = 9

const pooling = fc.constantFrom('mean', 'trimmed', 'consensus')
const discord: fc.Arbitrary<GroupRules['discord']> = fc.oneof(
  fc.record({ kind: fc.constant('range'), atLeast: fc.constantFrom(2, 4, 6, 8) }),
  fc.record({ kind: fc.constant('deviation'), atLeast: fc.integer({ min: 1, max: 400 }) }),
)
const rules: fc.Arbitrary<GroupRules> = fc.record({
  pooling,
  discord,
  own: fc.constantFrom('counted', 'excluded'),
  late: fc.constantFrom('counted', 'excluded'),
  quorum: fc.constantFrom(0, 0, 50, 80),
  deadline: fc.constant(null),
})

/** Marks as evaluators give them: near each other more often than not, so that borders, ties and discord all occur. */
const mark = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(6, 8, 10) },
  { weight: 2, arbitrary: fc.constantFrom(2, 4) },
  { weight: 1, arbitrary: fc.constant(0) },
)

const evaluator = (indicators: number): fc.Arbitrary<RandomRound['evaluators'][number]> =>
  fc.record({
    votes: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 99 })),
    marks: fc.array(fc.array(mark, { minLength: indicators, maxLength: indicators }), {
      ...{ minLength: ACCOUNTS, maxLength: ACCOUNTS },
    }),
    competence: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.subarray(Array.from({ length: indicators }, (_, at) => at)) },
    ),
    excused: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(Array.from({ length: ACCOUNTS }, (_, at) => at)) },
    ),
    handedIn: fc.integer({ min: 0, max: 5 }).map((at) => at > 0),
  })

/** Weights that add to 10,000, none of them nothing. */
const weights = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: count, maxLength: count }).map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0)
    const rounded = parts.map((part) => Math.floor((part * 10_000) / sum))
    const rest = 10_000 - rounded.reduce((total, part) => total + part, 0)
    return rounded.map((part, at) => (at === 0 ? part + rest : part))
  })

const borders = fc
  .uniqueArray(fc.integer({ min: 300, max: 900 }), { minLength: 3, maxLength: 3 })
  .map((list) => {
    const [key = 0, main = 0, ordinary = 0] = list.toSorted((a, b) => b - a)
    return { key, main, ordinary }
  })

/** Rounds of two to nine evaluators and one to six indicators, all poolings. */
export const randomRound: fc.Arbitrary<RandomRound> = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    rules,
    borders,
    indicators: fc
      .tuple(weights(count), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }))
      .map(([parts, dice]) => parts.map((weight, at) => ({ weight, banded: at > 0 && dice[at] === 0 }))),
    evaluators: fc.array(evaluator(count), { minLength: 2, maxLength: EVALUATORS }),
    agreements: fc.uniqueArray(
      fc.record({
        account: fc.integer({ min: 0, max: ACCOUNTS - 1 }),
        indicator: fc.integer({ min: 0, max: count - 1 }),
        mark: fc.integer({ min: 200, max: 1_000 }),
      }),
      { maxLength: 5, selector: ({ account, indicator }) => `${account} ${indicator}` },
    ),
  }),
)

/** Who and what all these rounds are about. */
export interface Department {
  readonly accounts: readonly AccountId[]
  readonly members: readonly MemberId[]
  readonly figureId: FigureId
}

/** Accounts with figures and owners, and colleagues. */
export const makeDepartment = (kernel: Kernel): Department =>
  kernel.write({ commandId: command(), label: { command: 'startEmpty', params: {} } }, (tx) => {
    const members = Array.from({ length: EVALUATORS }, (_, at) => insertMember(tx, `评价人${at + 1}`))
    const figureId = insertFigure(tx, '年交易额', 'number')
    const insert = tx.db.prepare('INSERT INTO account (id, name, owner_id, figures) VALUES (?, ?, ?, ?)')
    const accounts = Array.from({ length: ACCOUNTS }, (_, at) => {
      const id = AccountId.parse(tx.newId())
      const figures = at === 0 ? {} : { [figureId]: at * 20_000 }
      insert.run(id, `客户${at + 1}`, at % 3 === 0 ? null : members[at], JSON.stringify(figures))
      return id
    })
    return { members, accounts, figureId }
  })

const BANDS = { excellent: '>=100', good: '80~100', fair: '60~80', poor: '40~60', failing: '<40' }

/** Keeps a made-up round in state consensus. */
export const keepRound = (kernel: Kernel, department: Department, made: RandomRound): RoundId =>
  kernel.write({ commandId: command(), label: { command: 'addRound', params: { name: '' } } }, (tx) => {
    const sheetId = insertSheet(
      tx,
      '考评表',
      made.indicators.map(({ weight, banded }, at) => ({
        ...{ name: `科目${at + 1}`, weight },
        ...(banded ? { figureId: department.figureId, standards: BANDS } : {}),
      })),
    )
    const roundId = RoundId.parse(tx.newId())
    tx.db
      .prepare(
        `INSERT INTO round (id, name, sheet_id, state, method, borders, rules) VALUES (?, '盲评', ?, 'consensus', 'ballots', ?, ?)`,
      )
      .run(roundId, sheetId, JSON.stringify(made.borders), JSON.stringify(made.rules))
    const indicators = indicatorsOf(tx.db, sheetId)
    keepBallots(tx, { roundId, department, made, indicators })
    keepAgreements(tx, { roundId, department, made, indicators })
    return { roundId }
  }).roundId

interface Kept {
  readonly roundId: RoundId
  readonly department: Department
  readonly made: RandomRound
  readonly indicators: ReturnType<typeof indicatorsOf>
}

function keepBallots(tx: Tx, { roundId, department, made, indicators }: Kept): void {
  const recuse = tx.db.prepare(
    'INSERT INTO recusal (id, round_id, member_id, account_id, reason) VALUES (?, ?, ?, ?, ?)',
  )
  made.evaluators.forEach(({ votes, marks, competence, excused, handedIn }, place) => {
    const memberId = department.members[place]
    if (!memberId) return
    const ids = competence?.flatMap((at) => indicators[at]?.id ?? []) ?? null
    writeSeat(tx, roundId, { memberId, seat: place === 0 ? 'leader' : 'member', votes, competence: ids })
    const store = ballotStore(tx, roundId, memberId)
    department.accounts.forEach((accountId, account) => {
      const given = indicators.flatMap(({ markKey }, at) => {
        const value = marks[account]?.[at] ?? 0
        return value === 0 ? [] : [[markKey, value] as const]
      })
      store.insert(accountId, JSON.stringify(Object.fromEntries(given)))
    })
    for (const at of excused) {
      const accountId = department.accounts[at]
      if (accountId) recuse.run(derivedId(roundId, memberId, accountId), roundId, memberId, accountId, '亲属')
    }
    const submission = { at: tx.hlc, source: 'here', paperId: null, digest: null } as const
    if (handedIn) writeSubmission(tx, roundId, memberId, submission)
  })
}

function keepAgreements(tx: Tx, { roundId, department, made, indicators }: Kept): void {
  const insert = tx.db.prepare(
    'INSERT INTO agreement (id, round_id, account_id, indicator_id, decision) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { account, indicator, mark: agreed } of made.agreements) {
    const [accountId, indicatorId] = [department.accounts[account], indicators[indicator]?.id]
    if (!accountId || !indicatorId || made.indicators[indicator]?.banded) continue
    const decision = { mark: agreed, reason: '合议', by: '组长', at: tx.hlc, arguments: [] }
    insert.run(
      derivedId(roundId, accountId, indicatorId),
      ...[roundId, accountId, indicatorId, JSON.stringify(decision)],
    )
  }
}
