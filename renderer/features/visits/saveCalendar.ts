import type { TFunction } from 'i18next'
import { download } from '../../client/download.ts'
import { engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { showProblem, showToast } from '../../ui/toast.ts'

type Wanted = Omit<Parameters<typeof engine.visitCalendar.file>[0], 'language'>

/** Hands visits over as a calendar (.ics) for other programs: some, a trip's, or a year's. */
export async function saveCalendar(wanted: Wanted, t: TFunction): Promise<void> {
  try {
    const file = await engine.visitCalendar.file({ ...wanted, language: spokenLanguage() })
    download(file)
    showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
  } catch (error) {
    showProblem(toProblem(error))
  }
}
