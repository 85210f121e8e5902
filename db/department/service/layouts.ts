import type { Kernel } from '../../kernel/kernel.ts'
import { writeLocal } from '../settings.ts'

/** Layouts share their table with the settings; the prefix keeps a window from naming those. */
const PREFIX = 'layout:'

/** What windows of this laptop kept, as JSON texts by key. */
export function readLayouts({ db }: Kernel): Record<string, string> {
  const kept = db
    .prepare<[string], [string, string]>(`SELECT key, json FROM local_state WHERE key GLOB ? || '*'`)
    .raw()
    .all(PREFIX)
  return Object.fromEntries(kept.map(([key, json]) => [key.slice(PREFIX.length), json]))
}

/** Keeps a window's state under a key; null forgets it. @throws Refusal NOT_SAVED */
export function saveLayout(
  kernel: Kernel,
  { key, json }: { readonly key: string; readonly json: string | null },
): { saved: true } {
  kernel.writeLocal((db) => writeLocal(db, `${PREFIX}${key}`, json))
  return { saved: true }
}
