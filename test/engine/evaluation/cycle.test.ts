import { describe, expect, it } from 'vitest'
import { cycleStrength, readCycle } from '../../../db/evaluation/cycle/service/read.ts'
import { listPublications, readPublication } from '../../../db/evaluation/service/publishing.ts'
import { listRounds } from '../../../db/evaluation/service/rounds.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { newKernel, newSampleKernel } from '../newKernel.ts'

const sample = (): Kernel => newSampleKernel(() => new Date('2026-11-24T10:00:00').getTime())

/** What each account had in the published round of a name. */
function published(kernel: Kernel, name: string) {
  const round = listRounds(kernel).find((one) => one.name === name)
  const [summary] = round ? listPublications(kernel, round.id) : []
  if (!summary) throw new Error(`${name} is not published`)
  return readPublication(kernel, summary.id)
}

const USUAL = { figure: null, perYear: 'mean', weights: [40, 30, 20, 10] } as const
const input = (more: object = {}) => ({ ...USUAL, weights: [...USUAL.weights], ...more })

describe('the sample over the usual four years', () => {
  it('has three published rounds in two years, the open one not among them', () => {
    const { years, half, borders } = readCycle(sample(), input())
    expect(years.map(({ year, rounds }) => [year, rounds.map(({ half: one }) => one)])).toEqual([
      [2026, [1]],
      [2025, [2, 1]],
      [2024, []],
      [2023, []],
    ])
    expect([half, borders?.key]).toEqual([1, 800])
  })

  it('takes the mean of a year, and seasonal accounts by the season', () => {
    const kernel = sample()
    const { accounts } = readCycle(kernel, input())
    const halves = ['2026 上半年评级', '2025 下半年评级', '2025 上半年评级'].map((name) => {
      const { results } = published(kernel, name)
      return new Map(results.map(({ accountId, score }) => [accountId, score]))
    })
    expect(accounts.ids).toHaveLength(48)
    accounts.ids.forEach((id, at) => {
      const [now = null, second = null, first = null] = halves.map((scores) => scores.get(id) ?? null)
      if (now === null || second === null || first === null) throw new Error('the sample grades everybody')
      const season = accounts.seasons[at]
      const before = season ? first : Math.floor((second + first + 1) / 2)
      expect(accounts.values.slice(at * 4, at * 4 + 4)).toEqual([now, before, null, null])
      expect(accounts.rolled[at]).toBe(Math.floor((now * 40 + before * 30) / 70 + 0.5))
      if (season) expect(season).toEqual({ now, before: first })
    })
    expect(accounts.seasons.filter((season) => season !== null).length).toBeGreaterThan(0)
  })

  it('reads figures that publications hold, by name and unit', () => {
    const kernel = sample()
    const { figures } = readCycle(kernel, input())
    const figure = figures.find(({ name }) => name === '年交易额')
    if (!figure) throw new Error('the sample publishes 年交易额')
    const { accounts } = readCycle(kernel, input({ figure, perYear: 'newest' }))
    const { results, figures: held } = published(kernel, '2026 上半年评级')
    const place = held.findIndex((one) => one?.name === '年交易额')
    const known = new Map(results.map(({ accountId, figures: values }) => [accountId, values[place] ?? null]))
    expect(accounts.ids.map((_, at) => accounts.values[at * 4])).toEqual(
      accounts.ids.map((id) => known.get(id)),
    )
    const keys = accounts.tiers.filter((tier) => tier === 'key').length
    expect(keys / accounts.ids.length).toBeLessThan(0.13)
    const nothing = readCycle(kernel, input({ figure: { ...figure, unit: 'days' } }))
    expect(nothing.accounts.verdicts.every((verdict) => verdict === 'tooLittle')).toBe(true)
  })
})

describe('the strength of an account over the cycle', () => {
  it('is what the page shows by default, for whom it is asked', () => {
    const kernel = sample()
    const { accounts } = readCycle(kernel, input())
    const strengths = cycleStrength(kernel)
    accounts.ids.forEach((id, at) => {
      expect(strengths.get(id)).toEqual({
        value: accounts.rolled[at],
        tier: accounts.tiers[at],
        verdict: accounts.verdicts[at],
      })
    })
    const some = accounts.ids.slice(0, 2)
    expect([...cycleStrength(kernel, some).keys()].sort()).toEqual([...some].sort())
  })

  it('is unknown while nothing is published', () => {
    const kernel = newKernel()
    expect(cycleStrength(kernel).size).toBe(0)
    expect(readCycle(kernel, input()).years).toEqual([])
  })
})
