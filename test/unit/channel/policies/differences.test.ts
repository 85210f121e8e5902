import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_TERMS } from '../../../../db/channel/policies/rules/defaults.ts'
import { differences, tierChange } from '../../../../db/channel/policies/rules/differences.ts'
import { versionOn } from '../../../../db/channel/policies/rules/effective.ts'
import { ENTITLEMENTS } from '../../../../db/channel/policies/rules/entitlements.ts'
import { TERMS } from '../../../../db/channel/policies/rules/termList.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { ENTITLEMENT_SHORT_WORDS, ENTITLEMENT_WORDS } from '../../../../db/terms/entitlements.ts'
import { differenceText, termText } from '../../../../db/terms/policies.ts'
import { someTerms } from './policyCases.ts'

const policies = {
  key: versionOn([], 'key', '2026-01-01'),
  main: versionOn([], 'main', '2026-01-01'),
  ordinary: versionOn([], 'ordinary', '2026-01-01'),
  small: versionOn([], 'small', '2026-01-01'),
}
const terms = fc.constantFrom(...TIERS).chain(someTerms)
const standings = fc.option(fc.constantFrom(...TIERS, 'insufficient' as const))

it('what is gained one way is lost the other, and written onto the one it gives the other', () => {
  fc.assert(
    fc.property(terms, terms, (before, after) => {
      const [there, back] = [differences(before, after), differences(after, before)]
      const turned = { gain: 'loss', loss: 'gain', other: 'other' } as const
      expect(back.map(({ key, effect }) => ({ key, effect: turned[effect] }))).toEqual(
        there.map(({ key, effect }) => ({ key, effect })),
      )
      const written = TERMS.reduce((result, term) => {
        const found = there.find(({ key }) => key === term.key)
        return found ? term.write(result, found.after) : result
      }, before)
      // words of an entitlement that only one of them has come with it
      const rest = differences(written, after).filter(({ key }) => !key.startsWith('details.'))
      expect(rest).toEqual([])
      expect(differences(before, before)).toEqual([])
    }),
  )
})

it('a change of tier loses nothing before its grace is over, and what has no tier loses at once', () => {
  fc.assert(
    fc.property(standings, standings, (from, to) => {
      const { differences: found, lossesFrom } = tierChange(from, to, policies, '2026-03-01')
      const loses = found.some(({ effect }) => effect === 'loss')
      expect(lossesFrom).toBe(
        loses ? (from === null || from === 'insufficient' ? '2026-03-01' : '2026-03-31') : null,
      )
      expect(found.map(({ key }) => key)).not.toContain('effortShare')
    }),
  )
})

it('prepayment that begins is a loss, prepayment that ends a gain, and both read so', () => {
  const { differences: down } = tierChange('main', 'ordinary', policies, '2026-03-01')
  const imposed = down.find(({ key }) => key === 'entitlements.prepaid')
  expect(imposed?.effect).toBe('loss')
  expect(imposed && differenceText(imposed, 'zh')).toBe('开始适用：没有潜力的：先款后货')
  const { differences: up } = tierChange('ordinary', 'main', policies, '2026-03-01')
  const lifted = up.find(({ key }) => key === 'entitlements.prepaid')
  expect(lifted?.effect).toBe('gain')
  const visit = up.find(({ key }) => key === 'cadence.visit')
  expect(visit && differenceText(visit, 'zh')).toBe('拜访：每 90 天 → 每 30 天')
  expect(visit && differenceText(visit, 'en')).toBe('Visit: every 90 d → every 30 d')
  const update = up.find(({ key }) => key === 'responses.normal.update')
  expect(update && differenceText(update, 'zh')).toBe('进展更新（一般）：不承诺 → 8 小时')
})

it('every entitlement belongs to a tier, and every term has a name of its own in both languages', () => {
  const used = new Set(TIERS.flatMap((tier) => DEFAULT_TERMS[tier].entitlements))
  for (const language of ['zh', 'en'] as const) {
    for (const entitlement of ENTITLEMENTS) {
      expect(used).toContain(entitlement)
      expect(ENTITLEMENT_WORDS[language][entitlement]).not.toBe('')
      expect(ENTITLEMENT_SHORT_WORDS[language][entitlement]).not.toBe('')
    }
    const names = TERMS.map(({ key }) => termText(key, language))
    expect(new Set(names).size).toBe(TERMS.length)
    expect(names).not.toContain('')
  }
})

it('A9: key and main accounts get 80% of the effort, and the shares add up', () => {
  expect(DEFAULT_TERMS.key.effortShare + DEFAULT_TERMS.main.effortShare).toBe(80)
  expect(TIERS.reduce((sum, tier) => sum + DEFAULT_TERMS[tier].effortShare, 0)).toBe(100)
})
