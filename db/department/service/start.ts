import { v7 as uuidv7 } from 'uuid'
import { CommandId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { DepartmentStatus } from '../contract.ts'
import { changeSettings, readLocal, writeLocal } from '../settings.ts'
import { insertMember } from './insertMember.ts'
import { sampleStanding } from './sampleRows.ts'

const STARTED = 'started'

/** What decides the first screen. Members don't fill a department: whoever started it is one. */
export function departmentStatus(kernel: Kernel): DepartmentStatus {
  const { db } = kernel
  const count = (table: 'account' | 'figure' | 'sheet' | 'round') =>
    db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE deleted = 0`).pluck().get() ?? 0
  const accounts = count('account')
  const rounds = count('round')
  const empty = accounts + rounds + count('sheet') + count('figure') === 0
  return {
    empty,
    started: !empty || readLocal(db, STARTED) !== null,
    ...sampleStanding(db),
    accounts,
    rounds,
  }
}

/** First run: keeps that an empty department was wanted, and makes who gave a name this laptop's user. */
export function startEmpty(kernel: Kernel, { name }: { readonly name: string }): { started: true } {
  if (readLocal(kernel.db, STARTED) !== null) return { started: true }
  kernel.write(
    { commandId: CommandId.parse(uuidv7()), label: { command: 'addMember', params: { name } } },
    (tx) => {
      if (name !== '') changeSettings(kernel, { me: insertMember(tx, name, '') })
      writeLocal(tx.db, STARTED, 'true')
      return {}
    },
  )
  return { started: true }
}
