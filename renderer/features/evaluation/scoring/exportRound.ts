import type { TFunction } from 'i18next'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { writesSettled } from '../../../client/saving.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'

/** What can be taken out of a round: the workbook whose totals are live formulas, or the ranking as A4 pages. */
export type ExportKind = 'workbook' | 'ranking'

/** Exports a publication, or (null) the round as it stands with all marks saved, in the language of the screen. */
export async function exportRound(
  kind: ExportKind,
  roundId: string,
  publicationId: string | null,
  t: TFunction,
): Promise<void> {
  try {
    await writesSettled()
    const input = { roundId, publicationId, language: spokenLanguage() }
    const file = await (kind === 'workbook'
      ? engine.exchange.exportResult(input)
      : engine.exchange.exportRanking(input))
    download(file)
    showToast({ kind: 'done', text: t('scoring.exported', { file: file.name }) })
  } catch (error) {
    showProblem(toProblem(error))
  }
}
