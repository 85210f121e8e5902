import type { Kernel } from '../../kernel/kernel.ts'
import { readLocal, writeLocal } from '../settings.ts'

/** Layouts share their table with the settings; the prefix keeps a window from naming those. */
const stored = (key: string): string => `layout:${key}`

/** What a window of this laptop kept under a key, as JSON text; null where nothing. */
export const readLayout = (kernel: Kernel, key: string): { json: string | null } => ({
  json: readLocal(kernel.db, stored(key)),
})

/** Keeps a window's state under a key; null forgets it. @throws Refusal NOT_SAVED */
export function saveLayout(
  kernel: Kernel,
  { key, json }: { readonly key: string; readonly json: string | null },
): { saved: true } {
  kernel.writeLocal((db) => writeLocal(db, stored(key), json))
  return { saved: true }
}
