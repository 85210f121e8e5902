import { readSettings } from '../../../department/settings.ts'
import { eventStream } from '../../../kernel/eventStream.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Notice, NoticesGiven } from '../contract.ts'
import type { NoticeSettings } from '../rules/quiet.ts'
import { changeNoticeSettings } from './settings.ts'
import { newestNotices, seeNotices } from './store.ts'
import { keeperOf } from './timer.ts'
import { inWords } from './words.ts'

/** Notices looked through at most, and shown. */
const MOST_READ = 200
const MOST_SHOWN = 50

/** The newest notices whose records are still open. */
export function listNotices({ db }: Kernel): { unseen: number; rows: Notice[] } {
  const rows = inWords(db, newestNotices(db, MOST_READ), readSettings(db).me)
  return { unseen: rows.filter(({ seen }) => !seen).length, rows: rows.slice(0, MOST_SHOWN) }
}

/** Notes that notices were seen. */
export const noteSeen = (
  kernel: Kernel,
  { keys }: { readonly keys: readonly string[] | null },
): { seen: number } => ({
  seen: kernel.writeLocal((db) => seeNotices(db, keys, new Date(kernel.now()).toISOString())),
})

/** Changes how this laptop gives notices, and looks at once by what holds now. */
export function changeNotices(
  kernel: Kernel,
  changes: Parameters<typeof changeNoticeSettings>[1],
): NoticeSettings {
  const settings = changeNoticeSettings(kernel, changes)
  keeperOf(kernel).look()
  return settings
}

/** Notices as they are given, until `signal` aborts. */
export const watchNotices = (
  kernel: Kernel,
  signal: AbortSignal | undefined,
): AsyncGenerator<NoticesGiven, void> =>
  eventStream<NoticesGiven>((listener) => keeperOf(kernel).listen(listener), [], signal)
