import type { Kernel } from '../../kernel/kernel.ts'
import type { ImportPlanInput } from '../contract.ts'
import type { Table } from '../rules/cells.ts'
import { accountList } from './accountList.ts'
import { entryList } from './entryList.ts'
import { personList } from './personList.ts'
import type { ListImport } from './plannedList.ts'

/** Reads what a plan meets in the data. @throws Refusal NAME_NOT_MAPPED, CODE_NOT_MAPPED, ENTRY_NOT_MAPPED */
export function listImport(kernel: Kernel, table: Table, plan: ImportPlanInput): ListImport {
  switch (plan.holds) {
    case 'accounts':
      return accountList(kernel, table, plan)
    case 'people':
      return personList(kernel, table, plan)
    case 'log':
      return entryList(kernel, table, plan)
  }
}
