import { expect, it } from 'vitest'
import {
  addConsultation,
  changeConsultations,
  decideConsultation,
} from '../../../db/channel/consultations/service/consultations.ts'
import {
  answerOpinion,
  askAccounts,
  leaveOut,
  tellBack,
  weighOpinions,
} from '../../../db/channel/consultations/service/opinions.ts'
import {
  getConsultation,
  listConsultations,
  opinionsOfAccount,
} from '../../../db/channel/consultations/service/read.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'
import { newLedgers, TODAY } from './newLedgers.ts'

const given = { stance: 'against', text: '旺季不该涨', on: '2026-11-20' } as const

function withConsultation() {
  const { kernel, a, b } = newLedgers()
  const { consultationId } = addConsultation(kernel, {
    commandId: command(),
    title: '12 月调价',
    kind: 'price',
    closesOn: '2026-11-20',
    decidesOn: '2026-11-30',
  })
  askAccounts(kernel, { commandId: command(), consultationId, accountIds: [a, b, a] })
  const opinions = () => getConsultation(kernel, { consultationId }).opinions
  const state = () => getConsultation(kernel, { consultationId }).consultation
  const of = (account: string) => {
    const found = opinions().find((one) => one.account === account)
    if (!found) throw new Error(account)
    return found
  }
  const answer = (account: string, after: typeof given | null, before: typeof given | null = null) =>
    answerOpinion(kernel, { commandId: command(), opinionId: of(account).id, personId: null, before, after })
  return { kernel, a, b, consultationId, opinions, state, of, answer }
}

it('asks each account once, weighs what they say, and undoes an answer', () => {
  const { kernel, opinions, state, answer, of } = withConsultation()
  expect(opinions().map(({ account, weight }) => [account, weight])).toEqual([
    ['恒岳家居集团', 1],
    ['南浔木业', 1],
  ])
  weighOpinions(kernel, { commandId: command(), ids: [of('恒岳家居集团').id], weight: 5 })
  answer('恒岳家居集团', given)
  expect(state()).toMatchObject({ asked: 2, answered: 1, weights: { against: 5, silent: 1 } })
  undo(kernel, command())
  expect(state()).toMatchObject({ answered: 0 })
})

it('marks an answer after the close as late, and refuses one from a day to come or over another’s edit', () => {
  const { answer, of } = withConsultation()
  answer('恒岳家居集团', given)
  expect(of('恒岳家居集团').given).toMatchObject({ late: false, by: '林晓舟' })
  expect(() => answer('恒岳家居集团', given)).toThrow('CELLS_CHANGED')
  expect(() => answer('南浔木业', Object.assign({}, given, { on: '2026-11-25' }))).toThrow('DAY_TO_COME')
  answer('南浔木业', Object.assign({}, given, { on: '2026-11-21' }))
  expect(of('南浔木业').given?.late).toBe(true)
})

it('is told back only once it is decided, and a decision that was told stands', () => {
  const { kernel, consultationId, state, opinions } = withConsultation()
  const outcome = { decision: 'changed', text: '推迟到明年', on: TODAY } as const
  const ids = opinions().map(({ id }) => id)
  const tell = (some: typeof ids, text: string | null) =>
    tellBack(kernel, { commandId: command(), ids: some, told: text === null ? null : { text, on: TODAY } })
  expect(() => tell(ids, '定了')).toThrow('NOT_DECIDED')
  decideConsultation(kernel, { commandId: command(), consultationId, before: null, after: outcome })
  expect(state()).toMatchObject({ state: 'decided', untold: 2 })
  tell(ids.slice(0, 1), '听了您的，推迟')
  expect(state()).toMatchObject({ state: 'decided', untold: 1 })
  tell(ids.slice(1), '推迟到明年')
  expect(state()).toMatchObject({ state: 'told', untold: 0 })
  expect(() =>
    decideConsultation(kernel, { commandId: command(), consultationId, before: outcome, after: null }),
  ).toThrow(expect.objectContaining(refusal('TOLD_ALREADY', { accounts: 2 })))
  tell(ids, null)
  decideConsultation(kernel, { commandId: command(), consultationId, before: outcome, after: null })
  expect(state()).toMatchObject({ state: 'closed', outcome: null })
})

it('begins anew with an account that was left out and is asked again', () => {
  const { kernel, a, consultationId, of, answer, opinions } = withConsultation()
  answer('恒岳家居集团', given)
  leaveOut(kernel, { commandId: command(), ids: [of('恒岳家居集团').id] })
  expect(opinions()).toHaveLength(1)
  expect(askAccounts(kernel, { commandId: command(), consultationId, accountIds: [a] }).asked).toBe(1)
  expect(of('恒岳家居集团').given).toBeNull()
  expect(askAccounts(kernel, { commandId: command(), consultationId, accountIds: [a] }).asked).toBe(0)
})

it('can’t be decided before it closes', () => {
  const { kernel, consultationId } = withConsultation()
  const edit = { id: consultationId, field: 'decidesOn', before: '2026-11-30', after: '2026-11-19' } as const
  expect(() => changeConsultations(kernel, { commandId: command(), edits: [edit] })).toThrow(
    'DAYS_OUT_OF_ORDER',
  )
})

it('the sample puts the price of December to seven key accounts', () => {
  const kernel = newSampleKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  const [price, ended] = listConsultations(kernel).rows
  expect(price).toMatchObject({ title: '12 月水性漆调价 3%', state: 'asking', asked: 7, answered: 5 })
  expect(ended).toMatchObject({ state: 'decided', untold: 1 })
  if (!price || !ended) throw new Error('the sample has changed')
  const { opinions } = getConsultation(kernel, { consultationId: price.id })
  expect(new Set(opinions.map(({ tier }) => tier))).toEqual(new Set(['key']))
  const asked = getConsultation(kernel, { consultationId: ended.id }).opinions
  expect(asked.filter((one) => one.given?.late)).toHaveLength(1)
  const [first] = asked
  if (!first) throw new Error('nobody asked')
  expect(opinionsOfAccount(kernel, { accountId: first.accountId }).rows.length).toBeGreaterThan(0)
})
