import { readSettings } from '../../department/settings.ts'
import type { EntryId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { dayOf } from '../rules/days.ts'
import type { Source } from '../rules/sources.ts'

/** Where a value comes from that is written now: today, whoever sits at the laptop, the entry it was lifted from. */
export const sourceNow = (kernel: Kernel, entry: EntryId | null = null): Source => ({
  on: dayOf(kernel.now()),
  by: readSettings(kernel.db).me,
  entry,
})
