import { expect, it } from 'vitest'
import { addDays, dayOf } from '../../../../db/accounts/rules/days.ts'
import { newestStandings, standingSteps } from '../../../../db/accounts/service/standings.ts'
import { DEFAULT_TERMS } from '../../../../db/channel/policies/rules/defaults.ts'
import { policiesOn, termsOn, termsReader } from '../../../../db/channel/policies/service/termsOf.ts'
import { AccountId } from '../../../../db/kernel/ids.ts'
import { newSampleKernel } from '../../newKernel.ts'

it('reads what an account gets by its newest published tier, one or all of them alike', () => {
  const kernel = newSampleKernel()
  const today = dayOf(kernel.now())
  const all = termsReader(kernel.db, today)
  const standings = newestStandings(kernel.db)
  expect(standings.size).toBeGreaterThan(40)
  for (const [accountId, { tier }] of standings) {
    const own = all(accountId)
    expect(own.tier ?? 'insufficient').toBe(tier)
    expect(termsOn(kernel.db, accountId, today)).toEqual(own)
  }
})

it('reads the past as it was: before the first round nobody had a tier, after each the tiers of that round', () => {
  const kernel = newSampleKernel()
  const steps = standingSteps(kernel.db)
  expect(steps.length).toBeGreaterThan(1)
  const [first] = steps
  const [accountId] = [...newestStandings(kernel.db).keys()]
  if (!first || !accountId) throw new Error('the sample has rounds')
  expect(termsOn(kernel.db, accountId, addDays(first.fromOn, -1)).tier).toBeNull()
  for (const { publicationId, fromOn } of steps) {
    const standing = kernel.db
      .prepare<[string, string], string>(
        'SELECT standing FROM result WHERE publication_id = ? AND account_id = ?',
      )
      .pluck()
      .get(publicationId, accountId)
    expect(termsOn(kernel.db, accountId, fromOn).tier).toBe(standing)
  }
})

it('gives a stranger the terms of who nobody has graded', () => {
  const kernel = newSampleKernel()
  const stranger = AccountId.parse('01990000-0000-7000-8000-000000000000')
  const { tier, terms } = termsOn(kernel.db, stranger, dayOf(kernel.now()))
  expect(tier).toBeNull()
  expect(terms.responses).toEqual(DEFAULT_TERMS.ordinary.responses)
  expect(terms.entitlements).toEqual([])
  expect(policiesOn(kernel.db, '1999-01-01').key.terms).toEqual(DEFAULT_TERMS.key)
})
