import type { PromiseId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'

/** What a command's label calls a promise: its words. Empty where there is none. */
export const firstName = (kernel: Kernel, id: PromiseId | undefined): string =>
  (id && kernel.db.prepare<[PromiseId], string>('SELECT what FROM promise WHERE id = ?').pluck().get(id)) ??
  ''
