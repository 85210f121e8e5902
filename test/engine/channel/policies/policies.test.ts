import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../../db/accounts/rules/days.ts'
import { newestStandings } from '../../../../db/accounts/service/standings.ts'
import type { PolicyDraft } from '../../../../db/channel/policies/contract.ts'
import { DEFAULT_TERMS } from '../../../../db/channel/policies/rules/defaults.ts'
import { termOf } from '../../../../db/channel/policies/rules/termList.ts'
import type { TermKey, TermValue } from '../../../../db/channel/policies/rules/terms.ts'
import {
  addException,
  changeException,
  endException,
} from '../../../../db/channel/policies/service/exceptions.ts'
import { exportPolicies, readPolicies } from '../../../../db/channel/policies/service/file.ts'
import { previewPolicies } from '../../../../db/channel/policies/service/preview.ts'
import { publishPolicies, withdrawPolicies } from '../../../../db/channel/policies/service/publish.ts'
import {
  listExceptions,
  listVersions,
  policiesInForce,
  policyOfAccount,
} from '../../../../db/channel/policies/service/read.ts'
import { termsOn } from '../../../../db/channel/policies/service/termsOf.ts'
import type { Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { undo } from '../../../../db/kernel/history.ts'
import type { AccountId } from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { command, newSampleKernel, refusal } from '../../newKernel.ts'

const NOW = Date.parse('2026-11-29T02:00:00Z')
const today = dayOf(NOW)
const later = addDays(today, 10)

/** The sample's accounts without its own policies, on a day that stands still. */
function newDepartment(): Kernel {
  const kernel = newSampleKernel(() => NOW)
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    tx.db.exec('UPDATE policy SET deleted = 1; UPDATE policy_exception SET deleted = 1')
    return {}
  })
  return kernel
}

const draft = (tier: Tier, changes: Partial<Record<TermKey, TermValue>>, graceDays = 30): PolicyDraft => ({
  tier,
  graceDays,
  terms: Object.entries(changes).reduce(
    (terms, [key, value]) => termOf(key)?.write(terms, value) ?? terms,
    DEFAULT_TERMS[tier],
  ),
})

const publish = (kernel: Kernel, drafts: PolicyDraft[], fromOn = today, replace = false) =>
  publishPolicies(kernel, { commandId: command(), fromOn, note: '', drafts, replace })

const somebody = (kernel: Kernel, wanted: Tier, at = 0): AccountId => {
  const found = [...newestStandings(kernel.db)].filter(([, { tier }]) => tier === wanted)[at]
  if (!found) throw new Error(`the sample has no ${wanted} account`)
  return found[0]
}

describe('publishing', () => {
  it('holds from its day on, and is undone', () => {
    const kernel = newDepartment()
    publish(kernel, [draft('main', { 'responses.normal.first': 60 })], later)
    const first = (day: string) => policiesInForce(kernel, { day }).policies.main.terms.responses.normal.first
    expect([first(today), first(addDays(later, -1)), first(later)]).toEqual([120, 120, 60])
    expect(listVersions(kernel).versions).toMatchObject([
      { tier: 'main', state: 'coming', differences: [{ key: 'responses.normal.first', effect: 'gain' }] },
    ])
    undo(kernel, command())
    expect(first(later)).toBe(120)
    expect(listVersions(kernel).versions).toEqual([])
  })

  it('writes versions of those tiers only whose terms change', () => {
    const kernel = newDepartment()
    const { policyIds } = publish(kernel, [draft('main', {}), draft('key', { 'cadence.visit': 7 })])
    expect(policyIds).toHaveLength(1)
    expect(() => publish(kernel, [draft('main', {})])).toThrow(
      expect.objectContaining(refusal('POLICY_UNCHANGED')),
    )
  })

  it.each([
    [
      'a first response of nothing',
      'key',
      { 'responses.urgent.first': 0 },
      'notPositive',
      'responses.urgent.first',
    ],
    [
      'a negative solution',
      'small',
      { 'responses.low.solution': -30 },
      'notPositive',
      'responses.low.solution',
    ],
    ['a visit every 0 days', 'main', { 'cadence.visit': 0 }, 'notPositive', 'cadence.visit'],
    [
      'a first response after the solution',
      'main',
      { 'responses.normal.first': 961 },
      'firstAfterSolution',
      'responses.normal.first',
    ],
  ] as const)('refuses %s', (_, tier, changes, reason, key) => {
    const kernel = newDepartment()
    expect(() => publish(kernel, [draft(tier, changes)])).toThrow(
      expect.objectContaining({
        code: 'POLICY_FAULTY',
        data: expect.objectContaining({ tier, reason, key }),
      }),
    )
    expect(listVersions(kernel).versions).toEqual([])
  })

  it('refuses shares of the effort that do not make the whole, on its day or on a later one', () => {
    const kernel = newDepartment()
    expect(() => publish(kernel, [draft('key', { effortShare: 70 })])).toThrow(
      expect.objectContaining(refusal('SHARES_NOT_WHOLE', { day: today, sum: 110 })),
    )
    publish(kernel, [draft('key', { effortShare: 55 }), draft('main', { effortShare: 25 })], later)
    // whole today, but not once the coming version of the key accounts holds
    expect(() =>
      publish(kernel, [draft('key', { effortShare: 50 }), draft('ordinary', { effortShare: 25 })]),
    ).toThrow(expect.objectContaining(refusal('SHARES_NOT_WHOLE', { day: later, sum: 110 })))
  })

  it.each([
    ['1999-12-31', 'DAY_OUTSIDE'],
    ['9999-01-01', 'DAY_OUTSIDE'],
    [addDays(today, -1), 'DAY_PAST'],
  ])('refuses %s: %s', (fromOn, code) => {
    const kernel = newDepartment()
    expect(() => publish(kernel, [draft('key', { 'cadence.visit': 7 })], fromOn)).toThrow(
      expect.objectContaining({ code }),
    )
  })

  it('refuses a second version from the same day, unless it takes the first one’s place', () => {
    const kernel = newDepartment()
    publish(kernel, [draft('key', { 'cadence.visit': 7 })], later)
    const again = draft('key', { 'cadence.visit': 10 })
    expect(() => publish(kernel, [again], later)).toThrow(
      expect.objectContaining(refusal('VERSION_THERE', { tier: 'key', fromOn: later })),
    )
    expect(() => publish(kernel, [again, again], addDays(later, 1))).toThrow(
      expect.objectContaining({ code: 'VERSION_THERE' }),
    )
    publish(kernel, [again], later, true)
    expect(policiesInForce(kernel, { day: later }).policies.key.terms.cadence.visit).toBe(10)
    expect(listVersions(kernel).versions.map(({ state }) => state)).toEqual(['coming', 'replaced'])
  })

  it('withdraws what has not begun, and nothing else', () => {
    const kernel = newDepartment()
    const begun = publish(kernel, [draft('main', { 'cadence.visit': 20 })])
    expect(() => withdrawPolicies(kernel, { commandId: command(), policyIds: begun.policyIds })).toThrow(
      expect.objectContaining(refusal('POLICY_BEGUN', { fromOn: today })),
    )
    const two = publish(
      kernel,
      [draft('key', { effortShare: 55 }), draft('small', { effortShare: 10 })],
      later,
    )
    expect(() =>
      withdrawPolicies(kernel, { commandId: command(), policyIds: two.policyIds.slice(0, 1) }),
    ).toThrow(expect.objectContaining({ code: 'SHARES_NOT_WHOLE' }))
    withdrawPolicies(kernel, { commandId: command(), policyIds: two.policyIds })
    expect(policiesInForce(kernel, { day: later }).policies.key.terms.effortShare).toBe(60)
    expect(() => withdrawPolicies(kernel, { commandId: command(), policyIds: two.policyIds })).toThrow(
      expect.objectContaining({ code: 'POLICY_NOT_FOUND' }),
    )
    undo(kernel, command())
    expect(policiesInForce(kernel, { day: later }).policies.key.terms.effortShare).toBe(55)
  })
})

it('a preview says who gains and loses what, when losses begin, and whom an exception spares; publishing does just that', () => {
  const kernel = newDepartment()
  const [one, other] = [somebody(kernel, 'main'), somebody(kernel, 'main', 1)]
  addException(kernel, {
    ...{ commandId: command(), accountId: other, fromOn: today, untilOn: addDays(today, 60) },
    ...{
      terms: [{ key: 'responses.normal.solution', value: 480 }],
      reason: '新产线试产',
      approvedBy: '何敬之',
    },
  })
  const drafts = [draft('main', { 'responses.normal.first': 60, 'responses.normal.solution': 1_200 }, 20)]
  const preview = previewPolicies(kernel, { fromOn: today, drafts })
  const count = [...newestStandings(kernel.db).values()].filter(({ tier }) => tier === 'main').length
  expect(preview.tiers).toEqual([
    {
      tier: 'main',
      accounts: count,
      lossesFrom: addDays(today, 20),
      differences: [
        { key: 'responses.normal.first', before: 120, after: 60, effect: 'gain' },
        { key: 'responses.normal.solution', before: 960, after: 1_200, effect: 'loss' },
      ],
    },
  ])
  const at = (id: AccountId) => preview.accounts.ids.indexOf(id)
  expect([preview.accounts.gains[at(one)], preview.accounts.losses[at(one)]]).toEqual([1, 1])
  expect([preview.accounts.gains[at(other)], preview.accounts.losses[at(other)]]).toEqual([1, 0])
  expect(preview.accounts.excepted[at(other)]).toEqual(['responses.normal.solution'])
  publish(kernel, drafts)
  const times = (id: AccountId, day: string) => termsOn(kernel.db, id, day).terms.responses.normal
  expect(times(one, today)).toMatchObject({ first: 60, solution: 960 })
  expect(times(one, addDays(today, 19))).toMatchObject({ first: 60, solution: 960 })
  expect(times(one, addDays(today, 20))).toMatchObject({ first: 60, solution: 1_200 })
  expect(times(other, addDays(today, 20))).toMatchObject({ first: 60, solution: 480 })
  expect(policyOfAccount(kernel, one)).toMatchObject({
    tier: 'main',
    policyFrom: today,
    graceUntil: addDays(today, 19),
    kept: [{ key: 'responses.normal.solution', until: addDays(today, 19) }],
  })
})

describe('exceptions', () => {
  const add = (kernel: Kernel, accountId: AccountId, changes: object = {}) =>
    addException(kernel, {
      ...{ commandId: command(), accountId, fromOn: today, untilOn: later },
      ...{
        terms: [{ key: 'cadence.visit', value: 3 }],
        reason: '续约谈判',
        approvedBy: '顾长风',
        ...changes,
      },
    })

  it('are added, changed, ended and undone, and go before the tier', () => {
    const kernel = newDepartment()
    const accountId = somebody(kernel, 'ordinary')
    const visit = (day = today) => termsOn(kernel.db, accountId, day).terms.cadence.visit
    const { exceptionId } = add(kernel, accountId)
    expect([visit(), visit(later), visit(addDays(later, 1))]).toEqual([3, 3, 90])
    const change = { commandId: command(), exceptionId, fromOn: today, untilOn: addDays(later, 5) }
    changeException(kernel, {
      ...change,
      terms: [{ key: 'cadence.visit', value: 5 }],
      reason: '续约',
      approvedBy: '顾长风',
    })
    expect(visit(addDays(later, 1))).toBe(5)
    endException(kernel, { commandId: command(), exceptionId })
    expect([visit(), visit(addDays(today, 1))]).toEqual([5, 90])
    undo(kernel, command())
    expect(visit(addDays(later, 1))).toBe(5)
    expect(listExceptions(kernel, {}).rows).toMatchObject([
      { accountId, state: 'inForce', reason: '续约', terms: [{ key: 'cadence.visit', value: 5 }] },
    ])
    expect(policyOfAccount(kernel, accountId).exceptions).toHaveLength(1)
  })

  it('that have not begun are taken back when they are ended', () => {
    const kernel = newDepartment()
    const { exceptionId } = add(kernel, somebody(kernel, 'key'), { fromOn: later })
    endException(kernel, { commandId: command(), exceptionId })
    expect(listExceptions(kernel, {}).rows).toEqual([])
    expect(() => endException(kernel, { commandId: command(), exceptionId })).toThrow(
      expect.objectContaining({ code: 'EXCEPTION_NOT_FOUND' }),
    )
  })

  it.each([
    ['nothing in it', { terms: [] }, 'EXCEPTION_EMPTY'],
    ['an end before its beginning', { fromOn: later, untilOn: today }, 'EXCEPTION_TURNED'],
    ['a beginning in the past', { fromOn: addDays(today, -1) }, 'DAY_PAST'],
    ['an end in 9999', { untilOn: '9999-12-31' }, 'DAY_OUTSIDE'],
    ['a clock of nothing', { terms: [{ key: 'responses.normal.first', value: 0 }] }, 'EXCEPTION_FAULTY'],
    ['words for a figure', { terms: [{ key: 'cadence.visit', value: '常去' }] }, 'EXCEPTION_FAULTY'],
    [
      'a solution before the first response',
      { terms: [{ key: 'responses.normal.solution', value: 10 }] },
      'EXCEPTION_FAULTY',
    ],
  ])('refuse %s', (_, changes, code) => {
    const kernel = newDepartment()
    expect(() => add(kernel, somebody(kernel, 'key'), changes)).toThrow(expect.objectContaining({ code }))
    expect(listExceptions(kernel, {}).rows).toEqual([])
  })

  it('may lie over each other in time only where they say something of different terms', () => {
    const kernel = newDepartment()
    const accountId = somebody(kernel, 'key')
    add(kernel, accountId)
    add(kernel, accountId, { terms: [{ key: 'cadence.call', value: 2 }] })
    add(kernel, accountId, { fromOn: addDays(later, 1), untilOn: addDays(later, 9) })
    add(kernel, somebody(kernel, 'key', 1))
    expect(() => add(kernel, accountId, { fromOn: later, untilOn: later })).toThrow(
      expect.objectContaining({
        code: 'EXCEPTION_OVERLAPS',
        data: expect.objectContaining({ key: 'cadence.visit', fromOn: today, untilOn: later }),
      }),
    )
  })
})

describe('files', () => {
  it.each([
    ['xlsx', 'zh'],
    ['xlsx', 'en'],
    ['csv', 'zh'],
    ['csv', 'en'],
  ] as const)('written as %s in %s read back as they were', async (format, language) => {
    const kernel = newDepartment()
    publish(kernel, [
      draft(
        'key',
        { 'details.payment': '月结 60 天', 'gifts.yearlyLimit': null, 'gifts.approvalFrom': null },
        45,
      ),
    ])
    const { drafts } = await readPolicies({ file: await exportPolicies(kernel, { format, language }) })
    const { policies } = policiesInForce(kernel, {})
    for (const { tier, terms, graceDays } of drafts) {
      expect(terms).toEqual(policies[tier].terms)
      expect(graceDays).toBe(policies[tier].graceDays)
    }
    expect(drafts).toHaveLength(4)
  })

  it('with gaps, overlaps and what is no promise are refused line by line, and change nothing', async () => {
    const kernel = newDepartment()
    const csv = await (await exportPolicies(kernel, { format: 'csv', language: 'zh' })).text()
    const lines = csv.split(/\r?\n/)
    const at = (key: string): number =>
      lines.findIndex((line) => line.includes(`${key},`) || line.includes(`${key}"`)) + 1
    const visit = at('cadence.visit')
    const call = at('cadence.call')
    const first = at('responses.normal.first')
    const mended = lines
      .with(visit - 1, (lines[visit - 1] ?? '').replace(/14/, ''))
      .with(first - 1, (lines[first - 1] ?? '').replace(/,30,/, ',三十,'))
      .toSpliced(call - 1, 1)
    mended.splice(lines.length, 0, lines[visit - 1] ?? '')
    const file = new File([mended.join('\r\n')], '政策.csv')
    const problem = await readPolicies({ file }).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'POLICY_FILE_FAULTY', data: { file: '政策.csv' } })
    expect(problem).toMatchObject({
      data: {
        faults: expect.arrayContaining([
          expect.objectContaining({ code: 'termMissing', line: 0, text: 'cadence.call' }),
          expect.objectContaining({ code: 'notNumber', line: first, cell: `E${first}`, text: '三十' }),
          expect.objectContaining({ code: 'cellEmpty', line: visit, cell: `E${visit}` }),
          expect.objectContaining({ code: 'termTwice' }),
        ]),
      },
    })
    expect(listVersions(kernel).versions).toEqual([])
  })

  it.each([
    ['a tier that is missing', (csv: string) => csv.replace('小客户', '其他'), 'tierMissing'],
    ['a tier that is there twice', (csv: string) => csv.replace('小客户', '主要客户'), 'tierMissing'],
    [
      'a clock of nothing',
      (csv: string) => csv.replace(/(responses\.normal\.first.*?),30,/, '$1,0,'),
      'notPositive',
    ],
    [
      'shares that do not make the whole',
      (csv: string) => csv.replace(/(effortShare.*?),60,/, '$1,61,'),
      'sharesNotWhole',
    ],
    ['another list', () => '客户,金额\n甲,3\n', 'noMatrix'],
  ])('refuse %s', async (_, spoil, code) => {
    const kernel = newDepartment()
    const csv = await (await exportPolicies(kernel, { format: 'csv', language: 'zh' })).text()
    await expect(readPolicies({ file: new File([spoil(csv)], 'x.csv') })).rejects.toMatchObject({
      code: 'POLICY_FILE_FAULTY',
      data: { faults: expect.arrayContaining([expect.objectContaining({ code })]) },
    })
  })
})
