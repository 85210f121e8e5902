import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOf, groupOf, parentFault } from '../../../db/accounts/rules/parents.ts'

const COMPANIES = 8
const company = fc.integer({ min: 0, max: COMPANIES - 1 }).map(String)
/** Parents as any merge of laptops may leave them: circles too. */
const parents = fc.array(fc.option(company, { nil: null }), { minLength: COMPANIES, maxLength: COMPANIES })
const parentIn = (all: readonly (string | null)[]) => (id: string) => all[Number(id)] ?? null

describe('parents', () => {
  it('set one after the other through the rule never make a circle', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(company, company), { maxLength: 40 }), (wishes) => {
        const all: (string | null)[] = new Array(COMPANIES).fill(null)
        for (const [child, parent] of wishes)
          if (parentFault(child, parent, parentIn(all)) === undefined) all[Number(child)] = parent
        for (const id of all.keys()) expect(ancestorsOf(String(id), parentIn(all))).not.toContain(String(id))
      }),
    )
  })

  it('end on circles; a group holds each company once, the asked one among them, parents before their own', () => {
    fc.assert(
      fc.property(parents, company, (all, id) => {
        const group = groupOf(
          { id },
          (one) => {
            const parent = parentIn(all)(one.id)
            return parent === null ? null : { id: parent }
          },
          (one) => all.flatMap((parent, child) => (parent === one.id ? [{ id: String(child) }] : [])),
        ).map((node) => node.account.id)
        expect(new Set(group).size).toBe(group.length)
        expect(group).toContain(id)
        for (const [at, one] of group.entries()) {
          const parent = parentIn(all)(one)
          if (at > 0) expect(group.slice(0, at)).toContain(parent)
        }
      }),
    )
  })
})
