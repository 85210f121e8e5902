import { beforeEach, describe, expect, it } from 'vitest'
import {
  addCompetitor,
  addProduct,
  editCompetitor,
  moveProduct,
  removeCompetitor,
  removeProduct,
  renameProduct,
} from '../../../../db/accounts/analysis/service/catalogue.ts'
import { compareAccounts } from '../../../../db/accounts/analysis/service/compare.ts'
import {
  addAction,
  addSwitchingCost,
  decide,
  editAction,
  editSwitchingCost,
  judgeStickiness,
  judgeValue,
} from '../../../../db/accounts/analysis/service/judgements.ts'
import { getAnalysis } from '../../../../db/accounts/analysis/service/read.ts'
import { addReferral, editReferral } from '../../../../db/accounts/analysis/service/referrals.ts'
import { addMove, addRival, editMove, editRival } from '../../../../db/accounts/analysis/service/rivals.ts'
import { removeRow } from '../../../../db/accounts/analysis/service/rows.ts'
import { addSwot, editSwot, moveSwot } from '../../../../db/accounts/analysis/service/swot.ts'
import { setWallet } from '../../../../db/accounts/analysis/service/wallet.ts'
import { whiteSpace } from '../../../../db/accounts/analysis/service/whiteSpace.ts'
import { addAccounts } from '../../../../db/accounts/service/write.ts'
import { addMember } from '../../../../db/department/service/members.ts'
import { changeSettings } from '../../../../db/department/settings.ts'
import { redo, undo } from '../../../../db/kernel/history.ts'
import { AccountId, type CompetitorId, type ProductId, RowId } from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../../newKernel.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
const noRow = RowId.parse(NOBODY)
let kernel: Kernel
let now = 0
let a = AccountId.parse(NOBODY)
let b = a

beforeEach(() => {
  now = new Date(2026, 10, 24, 10).getTime()
  kernel = newKernel(() => now)
  const { memberId } = addMember(kernel, { commandId: command(), name: '林晓舟', role: '客户经理' })
  changeSettings(kernel, { me: memberId })
  const added = addAccounts(kernel, { commandId: command(), accounts: [{ name: '甲' }, { name: '乙' }] })
  a = added.accountIds[0] ?? a
  b = added.accountIds[1] ?? b
})

const of = (accountId: AccountId = a) => getAnalysis(kernel, accountId)
const refused = (code: string, data?: unknown) => expect.objectContaining(refusal(code, data))
const product = (name: string): ProductId => addProduct(kernel, { commandId: command(), name }).productId
const competitor = (name: string): CompetitorId =>
  addCompetitor(kernel, { commandId: command(), name }).competitorId
const undoLast = () => undo(kernel, command())
const wallet = (
  accountId: AccountId,
  productId: ProductId,
  competitorId: CompetitorId | null,
  before: number | null,
  after: number | null,
  year = 2026,
) =>
  setWallet(kernel, {
    commandId: command(),
    accountId,
    cells: [{ productId, competitorId, year, before, after }],
  })

describe('SWOT', () => {
  const add = (quadrant: 'strength' | 'weakness', text: string) =>
    addSwot(kernel, { commandId: command(), accountId: a, quadrant, text }).rowId
  const texts = (quadrant: string) =>
    of()
      .swot.filter((item) => item.quadrant === quadrant)
      .map(({ text }) => text)

  it('keeps points in the order in which they were put, signed with day and name', () => {
    add('strength', '规模大')
    add('strength', '付款准')
    expect(of().swot).toMatchObject([
      { quadrant: 'strength', text: '规模大', notedOn: '2026-11-24', by: '林晓舟' },
      { text: '付款准' },
    ])
    undoLast()
    expect(texts('strength')).toEqual(['规模大'])
  })

  it('moves a point within its quadrant and into another one, and an undo brings it back', () => {
    const first = add('strength', '一')
    const second = add('strength', '二')
    const third = add('strength', '三')
    moveSwot(kernel, { commandId: command(), rowId: third, quadrant: 'strength', after: first })
    expect(texts('strength')).toEqual(['一', '三', '二'])
    moveSwot(kernel, { commandId: command(), rowId: second, quadrant: 'strength', after: null })
    expect(texts('strength')).toEqual(['二', '一', '三'])
    moveSwot(kernel, { commandId: command(), rowId: first, quadrant: 'weakness', after: null })
    expect([texts('strength'), texts('weakness')]).toEqual([['二', '三'], ['一']])
    undoLast()
    expect(texts('strength')).toEqual(['二', '一', '三'])
  })

  it('does not overwrite what another window wrote', () => {
    const rowId = add('strength', '旧')
    const edit = (before: string, text: string) =>
      editSwot(kernel, { commandId: command(), rowId, before: { text: before }, after: { text } })
    edit('旧', '新')
    expect(() => edit('旧', '另一个')).toThrow(
      refused('CELLS_CHANGED', { cells: 1, name: '新', field: 'text', current: '新' }),
    )
    expect(edit('旧', '新').txnId).toBeNull()
    expect(() =>
      editSwot(kernel, { commandId: command(), rowId: noRow, before: {}, after: { text: 'x' } }),
    ).toThrow('ROW_NOT_FOUND')
  })

  it('takes a point away once', () => {
    const rowId = add('weakness', '账期长')
    removeRow(kernel, { commandId: command(), kind: 'swot', rowId })
    expect(of().swot).toEqual([])
    expect(() => removeRow(kernel, { commandId: command(), kind: 'swot', rowId })).toThrow('ROW_NOT_FOUND')
    undoLast()
    expect(texts('weakness')).toEqual(['账期长'])
  })
})

describe('products and competitors of the department', () => {
  it('are added, renamed and put in order; a name is given once, however it is written', () => {
    const paint = product('水性木器漆')
    const glue = product('胶粘剂')
    expect(() => product(' 水性木器漆 ')).toThrow(refused('NAME_TAKEN', { name: '水性木器漆' }))
    moveProduct(kernel, { commandId: command(), productId: glue, after: null })
    renameProduct(kernel, { commandId: command(), productId: paint, before: '水性木器漆', name: '木器漆' })
    expect(of().products.map(({ name }) => name)).toEqual(['胶粘剂', '木器漆'])
    const stale = () =>
      renameProduct(kernel, { commandId: command(), productId: paint, before: '水性木器漆', name: '漆' })
    expect(stale).toThrow(refused('CELLS_CHANGED'))
  })

  it('stay while they are used, and go once nothing holds them', () => {
    const paint = product('漆')
    const rival = competitor('D 牌')
    wallet(a, paint, rival, null, 100)
    expect(() => removeProduct(kernel, { commandId: command(), productId: paint })).toThrow(
      refused('STILL_USED', { name: '漆', accounts: 1 }),
    )
    expect(() => removeCompetitor(kernel, { commandId: command(), competitorId: rival })).toThrow(
      refused('STILL_USED', { name: 'D 牌', accounts: 1 }),
    )
    wallet(a, paint, rival, 100, null)
    removeProduct(kernel, { commandId: command(), productId: paint })
    removeCompetitor(kernel, { commandId: command(), competitorId: rival })
    expect(of()).toMatchObject({ products: [], competitors: [] })
  })

  it('a competitor has a note', () => {
    const competitorId = competitor('D 牌')
    editCompetitor(kernel, {
      commandId: command(),
      competitorId,
      before: { note: '' },
      after: { note: '华南' },
    })
    expect(of().competitors).toEqual([{ id: competitorId, name: 'D 牌', note: '华南' }])
  })
})

describe('wallet', () => {
  it('writes, changes and clears cells, signed, each undone as one command', () => {
    const paint = product('漆')
    const rival = competitor('D 牌')
    setWallet(kernel, {
      commandId: command(),
      accountId: a,
      cells: [
        { productId: paint, competitorId: null, year: 2026, before: null, after: 6_200 },
        { productId: paint, competitorId: rival, year: 2026, before: null, after: 3_800 },
      ],
    })
    expect(of().wallet.toSorted((one, other) => other.amount - one.amount)).toMatchObject([
      { competitorId: null, year: 2026, amount: 6_200, notedOn: '2026-11-24', by: '林晓舟' },
      { competitorId: rival, amount: 3_800 },
    ])
    undoLast()
    expect(of().wallet).toEqual([])
    wallet(a, paint, null, null, 1)
    wallet(a, paint, null, 1, 2)
    wallet(a, paint, null, 2, null)
    wallet(a, paint, null, null, 3)
    expect(of().wallet.map(({ amount }) => amount)).toEqual([3])
  })

  it('writes none of a block when one cell was changed meanwhile', () => {
    const paint = product('漆')
    wallet(a, paint, null, null, 12_345)
    const stale = () =>
      setWallet(kernel, {
        commandId: command(),
        accountId: a,
        cells: [
          { productId: paint, competitorId: null, year: 2025, before: null, after: 1 },
          { productId: paint, competitorId: null, year: 2026, before: null, after: 2 },
        ],
      })
    expect(stale).toThrow(refused('CELLS_CHANGED', { cells: 1, name: '漆 2026', current: '123.45' }))
    expect(of().wallet.map(({ year }) => year)).toEqual([2026])
  })

  it('refuses what is not there', () => {
    const paint = product('漆')
    removeProduct(kernel, { commandId: command(), productId: paint })
    expect(() => wallet(a, paint, null, null, 1)).toThrow('PRODUCT_NOT_FOUND')
    expect(() => wallet(AccountId.parse(NOBODY), paint, null, null, 1)).toThrow('ACCOUNT_NOT_FOUND')
  })

  it('shows the department who doesn’t buy what, in the newest year', () => {
    const paint = product('漆')
    const glue = product('胶')
    const rival = competitor('D 牌')
    wallet(a, paint, null, null, 700)
    wallet(a, glue, rival, null, 380)
    wallet(b, glue, null, null, 9, 2025)
    expect(whiteSpace(kernel, { year: null })).toMatchObject({
      year: 2026,
      years: [2026, 2025],
      rows: [
        { name: '甲', known: true, ours: [700, null], elsewhere: [null, 380] },
        { name: '乙', known: false, ours: [null, null] },
      ],
    })
    expect(whiteSpace(kernel, { year: 2025 }).rows.find(({ name }) => name === '乙')?.ours).toEqual([null, 9])
  })
})

describe('rivals', () => {
  it('have strengths, weaknesses and dated moves, newest first', () => {
    const competitorId = competitor('D 牌')
    const { rowId } = addRival(kernel, { commandId: command(), accountId: a, competitorId })
    expect(addRival(kernel, { commandId: command(), accountId: a, competitorId })).toMatchObject({
      rowId,
      txnId: null,
    })
    editRival(kernel, {
      commandId: command(),
      rowId,
      before: { strengths: '' },
      after: { strengths: '价格低' },
    })
    const move = (happenedOn: string, text: string) =>
      addMove(kernel, {
        commandId: command(),
        accountId: a,
        competitorId,
        happenedOn,
        text,
        entryId: null,
      }).rowId
    const sample = move('2026-10-08', '送样')
    move('2026-11-02', '降价 3%')
    editMove(kernel, {
      commandId: command(),
      rowId: sample,
      before: { text: '送样' },
      after: { text: '送了两次样' },
    })
    expect(of().rivals).toMatchObject([{ competitorId, strengths: '价格低', weaknesses: '', by: '林晓舟' }])
    expect(of().moves.map(({ text }) => text)).toEqual(['降价 3%', '送了两次样'])
  })

  it('come back with the same row after they were taken away', () => {
    const competitorId = competitor('D 牌')
    const { rowId } = addRival(kernel, { commandId: command(), accountId: a, competitorId })
    removeRow(kernel, { commandId: command(), kind: 'rival', rowId })
    addRival(kernel, { commandId: command(), accountId: a, competitorId })
    expect(of().rivals.map(({ id }) => id)).toEqual([rowId])
  })
})

describe('judgements', () => {
  it('are kept, newest first', () => {
    const judge = (grade: number, evidence: string) =>
      judgeStickiness(kernel, { commandId: command(), accountId: a, layer: 'success', grade, evidence })
    judge(3, '交期稳')
    now += 86_400_000
    judge(4, '卖点写进样本')
    expect(of().stickiness).toMatchObject([
      { grade: 4, evidence: '卖点写进样本', notedOn: '2026-11-25', by: '林晓舟' },
      { grade: 3, notedOn: '2026-11-24' },
    ])
    judgeValue(kernel, { commandId: command(), accountId: a, item: 'service', grade: 8, note: '' })
    undoLast()
    expect(of().values).toEqual([])
    redo(kernel, command())
    expect(of().values).toMatchObject([{ item: 'service', grade: 8 }])
  })

  it('switching costs and actions are edited in place', () => {
    const cost = addSwitchingCost(kernel, { commandId: command(), accountId: a, what: '重新打样', amount: 5 })
    editSwitchingCost(kernel, {
      commandId: command(),
      rowId: cost.rowId,
      before: { amount: 5 },
      after: { amount: 7 },
    })
    expect(of().switchingCosts).toMatchObject([{ what: '重新打样', amount: 7 }])
    const late = { commandId: command(), accountId: a, item: 'time', ownerId: null } as const
    const first = addAction(kernel, { ...late, what: '样板三天', dueOn: '2026-12-01' })
    addAction(kernel, { ...late, commandId: command(), what: '对账单', dueOn: '2026-11-30' })
    editAction(kernel, {
      commandId: command(),
      rowId: first.rowId,
      before: { doneOn: null },
      after: { doneOn: '2026-11-24' },
    })
    expect(of().actions.map(({ what, doneOn }) => [what, doneOn])).toEqual([
      ['对账单', null],
      ['样板三天', '2026-11-24'],
    ])
  })

  it('the newest decision comes first, the older ones stay', () => {
    decide(kernel, { commandId: command(), accountId: a, decision: 'hold', reason: '先稳住' })
    now += 86_400_000
    decide(kernel, { commandId: command(), accountId: a, decision: 'invest', reason: '份额可到 70%' })
    expect(of().decisions).toMatchObject([
      { decision: 'invest', decidedOn: '2026-11-25', by: '林晓舟' },
      { decision: 'hold' },
    ])
  })
})

describe('referrals', () => {
  const refer = (fromId: AccountId, toId: AccountId, brought: number | null) =>
    addReferral(kernel, {
      commandId: command(),
      fromId,
      toId,
      fromPersonId: null,
      happenedOn: '2024-05',
      brought,
      note: '',
    })

  it('are seen from both sides, with the whole chain, and a circle ends', () => {
    const [c = a] = addAccounts(kernel, { commandId: command(), accounts: [{ name: '丙' }] }).accountIds
    refer(a, b, 100)
    const { rowId } = refer(b, c, 50)
    refer(c, a, 1)
    for (const id of [a, b, c])
      expect(
        of(id)
          .referrals.map(({ to }) => to)
          .toSorted(),
      ).toHaveLength(3)
    editReferral(kernel, { commandId: command(), rowId, before: { brought: 50 }, after: { brought: 60 } })
    expect(of().referrals.find(({ id }) => id === rowId)).toMatchObject({ from: '乙', to: '丙', brought: 60 })
  })

  it('an account doesn’t bring itself', () => {
    expect(() => refer(a, a, 1)).toThrow('REFERRED_ITSELF')
  })
})

describe('side by side', () => {
  it('tells figures that follow from the analyses, and nothing where nothing is known', () => {
    const paint = product('漆')
    product('胶')
    const rival = competitor('D 牌')
    wallet(a, paint, null, null, 75)
    wallet(a, paint, rival, null, 25)
    decide(kernel, { commandId: command(), accountId: a, decision: 'invest', reason: '值得' })
    addReferral(kernel, {
      commandId: command(),
      fromId: a,
      toId: b,
      fromPersonId: null,
      happenedOn: null,
      brought: 9,
      note: '',
    })
    const { accounts, products } = compareAccounts(kernel, { accountIds: [b, a] })
    expect(products).toBe(2)
    expect(accounts.map(({ name }) => name)).toEqual(['乙', '甲'])
    expect(accounts[1]).toMatchObject({
      walletShare: 0.75,
      blanks: 1,
      brought: 9,
      decision: 'invest',
      keptRate: null,
    })
    expect(accounts[0]).toMatchObject({ walletShare: null, blanks: null, value: null, stickiness: null })
    expect(() => compareAccounts(kernel, { accountIds: [a, AccountId.parse(NOBODY)] })).toThrow(
      'ACCOUNT_NOT_FOUND',
    )
  })
})
