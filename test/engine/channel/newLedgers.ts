import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import type { AccountId, MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

/** The day of the pictures. */
export const TODAY = '2026-11-24'
/** An id that nothing has. */
export const NOBODY = '01890000-0000-7000-8000-000000000000'

/** A kernel on the day of the pictures, with two accounts and somebody of ours at the laptop. */
export function newLedgers(now: () => number = () => new Date(`${TODAY}T10:00:00`).getTime()): {
  kernel: Kernel
  a: AccountId
  b: AccountId
  lin: MemberId
} {
  const kernel = newKernel(now)
  const accounts = [{ name: '恒岳家居集团' }, { name: '南浔木业' }]
  const [a, b] = addAccounts(kernel, { commandId: command(), accounts }).accountIds
  const lin = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' }).memberId
  if (!a || !b) throw new Error('not added')
  changeSettings(kernel, { me: lin })
  return { kernel, a, b, lin }
}
