import { expect, it } from 'vitest'
import { takenCode } from '../../../db/accounts/rules/codes.ts'

const account = (id: string, code: string) => ({ id, code, name: `name of ${id}` })

it('finds the account that has the code already, whatever its width, case and outer blanks', () => {
  const old = account('1', ' KH-001')
  const changed = account('2', 'ｋｈ-001')
  expect(takenCode([changed], [old, changed])).toEqual({ code: 'ｋｈ-001', holder: old })
})

it('lets accounts be without a code, keep their own, and leaves old duplicates alone', () => {
  const twins = [account('1', 'A'), account('2', 'A')]
  expect(takenCode([account('3', ''), account('4', ' ')], [...twins, account('5', '')])).toBeUndefined()
  expect(takenCode([account('3', 'B')], [...twins, account('3', 'B')])).toBeUndefined()
})

it('finds two that are given the same code at once', () => {
  const changed = [account('1', 'A'), account('2', 'A')]
  expect(takenCode(changed, changed)?.holder.id).toBe('2')
})
