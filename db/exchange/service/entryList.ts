import { entryInserter, knownMe } from '../../accounts/log/service/write.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import { memberTest } from '../../accounts/service/write.ts'
import { insertMember } from '../../department/service/insertMember.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { ImportPlanInput } from '../contract.ts'
import type { Table } from '../rules/cells.ts'
import { type LogOutline, outlineLog, type PersonOfAccount } from '../rules/entryPlan.ts'
import type { EntryUse } from '../rules/listKinds.ts'
import { findCompanies } from './companies.ts'
import { membersOf } from './importPlan.ts'
import type { ListImport } from './plannedList.ts'

/** Without these nothing of a work log can be kept. */
const NEEDED: readonly EntryUse[] = ['account', 'day', 'text']

/** A work log 工作日志. @throws Refusal ENTRY_NOT_MAPPED */
export function entryList(kernel: Kernel, table: Table, plan: ImportPlanInput): ListImport {
  const targets = targetsOf(plan)
  if (NEEDED.some((use) => !targets.includes(use))) throw new Refusal('ENTRY_NOT_MAPPED')
  return {
    command: 'importEntries',
    *steps() {
      const outline = yield* outlineLog({
        table,
        targets,
        options: plan,
        members: membersOf(kernel).map(({ name }) => name),
        today: dayOf(kernel.now()),
        findCompany: findCompanies(kernel),
        peopleOf: peopleReader(kernel),
        has: entryTest(kernel),
      })
      return {
        outline,
        newCompanies: [],
        lookAlikes: () => [],
        write: (tx) => writeEntries(kernel, tx, outline),
      }
    },
  }
}

function targetsOf({ columns }: ImportPlanInput): (EntryUse | null)[] {
  const taken = new Set<EntryUse>()
  return columns.map((use) => {
    if (use.kind !== 'entry' || taken.has(use.field)) return null
    taken.add(use.field)
    return use.field
  })
}

/** The people who work or worked at an account, each account read once. */
function peopleReader({ db }: Kernel): (accountId: string) => readonly PersonOfAccount[] {
  const read = db.prepare<[string], PersonOfAccount>(
    `SELECT DISTINCT p.id, p.name FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
     WHERE e.account_id = ? AND e.deleted = 0`,
  )
  const known = new Map<string, readonly PersonOfAccount[]>()
  return (accountId) => {
    const people = known.get(accountId) ?? read.all(accountId)
    known.set(accountId, people)
    return people
  }
}

function entryTest({ db }: Kernel): (accountId: string, day: string, text: string) => boolean {
  const find = db
    .prepare<[string, string, string], number>(
      'SELECT 1 FROM log_entry WHERE account_id = ? AND happened_on = ? AND text = ? AND deleted = 0 LIMIT 1',
    )
    .pluck()
  return (accountId, day, text) => find.get(accountId, day, text) !== undefined
}

function writeEntries(kernel: Kernel, tx: Tx, { rows, newMembers }: LogOutline) {
  const memberIds = new Map<string, string>(membersOf(kernel).map(({ id, name }) => [fold(name), id]))
  for (const name of newMembers) memberIds.set(fold(name), insertMember(tx, name))
  const me = knownMe(tx, memberTest(tx))
  const insert = entryInserter(tx)
  for (const { fate, entry } of rows) {
    if (fate !== 'insert' || !entry) continue
    const memberId = entry.member === null ? me : (memberIds.get(fold(entry.member)) ?? null)
    insert({
      accountId: AccountId.parse(entry.accountId),
      memberId,
      happenedOn: entry.day,
      channel: entry.channel,
      text: entry.text,
      next: entry.next && { ...entry.next, by: memberId },
      people: entry.people,
    })
    tx.breathe()
  }
  return { members: newMembers.length, figures: 0, companies: 0 }
}
