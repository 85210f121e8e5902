import { useTranslation } from 'react-i18next'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { showToast } from '../../../ui/toast.ts'

/** Makes the tasks that are due now, and says how many. It can't be undone, so its toast has no button. */
export function useGenerating(): { readonly busy: boolean; readonly run: () => void } {
  const { t } = useTranslation()
  const generate = useCommand(engine.tasks.generate, { toast: false })
  return {
    busy: generate.pending,
    run: () =>
      void generate.run({}).then((outcome) => {
        if (!outcome.ok) return
        const { made, closed } = outcome.output
        const text = made + closed === 0 ? t('tasks.generatedNone') : t('tasks.generated', { made, closed })
        showToast({ kind: made + closed === 0 ? 'hint' : 'done', text })
      }),
  }
}
