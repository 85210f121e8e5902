import type { z } from 'zod'
import { dayOf } from '../../../accounts/rules/days.ts'
import { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { tasks } from '../contract.ts'
import { mayMean, type Named, pairsOf, readQuickTask } from '../rules/quickTask.ts'

type Understood = z.output<NonNullable<(typeof tasks.understand)['~orpc']['outputSchema']>>

/** What a sentence asks for; accounts are weighed only where a piece of their names is in it. */
export function understandTask({ db, now }: Kernel, { text }: { readonly text: string }): Understood {
  const pairs = pairsOf(text)
  const accounts: Named[] = []
  const names = db
    .prepare<[], [string, string, string]>('SELECT id, name, short_name FROM account WHERE deleted = 0')
    .raw()
  for (const [id, name, short] of names.iterate())
    if (mayMean(pairs, name) || mayMean(pairs, short))
      accounts.push({ id, name, ...(short === '' ? {} : { also: [short] }) })
  const members = db.prepare<[], Named>('SELECT id, name FROM member WHERE deleted = 0').all()
  const { title, dueOn, dueTime, account, ambiguous, owner, kind } = readQuickTask(text, {
    today: dayOf(now()),
    accounts,
    members,
  })
  return {
    title,
    dueOn,
    dueTime,
    kind,
    accountId: account && AccountId.parse(account.id),
    account: account?.name ?? null,
    ambiguous: ambiguous.map(({ name }) => name),
    ownerId: owner && MemberId.parse(owner.id),
    owner: owner?.name ?? null,
  }
}
