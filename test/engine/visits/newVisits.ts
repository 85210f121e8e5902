import { expect } from 'vitest'
import { addPeople } from '../../../db/accounts/people/service/write.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import type { InputOf } from '../../../db/channel/ledger/service/rows.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { MemberId, type VisitId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import type { visits } from '../../../db/visits/contract.ts'
import type { VisitEventKind } from '../../../db/visits/rules/states.ts'
import { addVisits } from '../../../db/visits/service/add.ts'
import { getVisit } from '../../../db/visits/service/sheet.ts'
import { stepVisits } from '../../../db/visits/service/step.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

/** 2026-11-24 10:00 in China, when the story ends. */
export const STORY_NOW = Date.parse('2026-11-24T02:00:00Z')

/** A department with two accounts, two of ours and two of theirs, at a clock that can be set. */
export function newVisits() {
  const clock = { now: STORY_NOW }
  const kernel = newKernel(() => clock.now)
  const member = (name: string, role: string): MemberId =>
    MemberId.parse(addMember(kernel, { commandId: command(), name, role }).memberId)
  const boss = member('顾长风', '总经理')
  const deputy = member('何敬之', '副总经理')
  const { accountIds } = addAccounts(kernel, {
    commandId: command(),
    accounts: [{ name: '南浔木业' }, { name: '恒岳家居集团' }],
  })
  const [nanxun, hengyue] = accountIds
  if (!nanxun || !hengyue) throw new Error('no accounts')
  const job = (title: string) => ({ accountId: nanxun, title, department: '', since: null, until: null })
  const { personIds } = addPeople(kernel, {
    commandId: command(),
    entryId: null,
    people: [
      {
        name: '沈木生',
        attitude: 'neutral',
        employments: [job('董事长')],
        custom: [],
      },
      { name: '费文娟', employments: [job('采购经理')], custom: [] },
    ],
  })
  const [chairman, buyer] = personIds
  if (!chairman || !buyer) throw new Error('no people')
  const add = (visit: Partial<InputOf<typeof visits.add>['visits'][number]> = {}): VisitId => {
    const { visitIds } = addVisits(kernel, {
      commandId: command(),
      visits: [
        {
          title: '',
          day: '2026-11-30',
          time: '09:30',
          minutes: 120,
          accountIds: [nanxun],
          leadId: boss,
          memberIds: [],
          personIds: [chairman],
          ...visit,
        },
      ],
    })
    const [id] = visitIds
    if (!id) throw new Error('no visit')
    return id
  }
  return { clock, kernel, boss, deputy, nanxun, hengyue, chairman, buyer, add }
}

/** Lets something happen to a visit. */
export const step = (
  kernel: Kernel,
  visitId: VisitId,
  event: Exclude<VisitEventKind, 'freeze'>,
  more: { note?: string; day?: string } = {},
): object => stepVisits(kernel, { commandId: command(), visitIds: [visitId], event, note: '', ...more })

/** A visit as its page has it. */
export const sheetOf = (kernel: Kernel, visitId: VisitId) => getVisit(kernel, { visitId }).visit

/** What a refused command throws, for `expect(…).toThrow`. */
export const refused = (code: string, data?: unknown): object => expect.objectContaining(refusal(code, data))
