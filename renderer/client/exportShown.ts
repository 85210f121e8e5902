import type { TFunction } from 'i18next'
import type { ShownTable } from '../../db/accounts/analysis/contract.ts'
import { spokenLanguage } from '../i18n/i18n.ts'
import { showProblem, showToast } from '../ui/toast.ts'
import { download } from './download.ts'
import { engine } from './engine.ts'
import { toProblem } from './problem.ts'

/** Hands a table over as a file, as it is shown. */
export async function exportShown(
  table: ShownTable,
  format: 'xlsx' | 'csv' | 'pdf',
  t: TFunction,
): Promise<void> {
  try {
    const file = await engine.analysis.exportTable({ table, format, language: spokenLanguage() })
    download(file)
    showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
  } catch (error) {
    showProblem(toProblem(error))
  }
}
