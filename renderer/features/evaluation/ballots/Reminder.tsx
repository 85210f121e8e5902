import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../../db/evaluation/ballots/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatMoment } from '../../../ui/format.ts'
import { CopyOutlined } from '../../../ui/icons.tsx'
import { showToast } from '../../../ui/toast.ts'

/** Copies a reminder to those whose ballot is not in, to be sent by whatever they read, and notes it. */
export function Reminder({ group }: { readonly group: Group }) {
  const { t } = useTranslation()
  const remind = useCommand(engine.evaluators.remind, { toast: false })
  const { roundId, name, evaluators, rules } = group
  const missing = evaluators.filter(({ submission }) => submission === null)
  const copy = async (): Promise<void> => {
    const due =
      rules.deadline === null
        ? ''
        : t('ballots.reminder.due', {
            when: formatMoment(rules.deadline, spokenLanguage(), t('app.status.today')),
          })
    const lines = missing.map(({ name: who, marked, cells }) =>
      t('ballots.reminder.line', { who, left: cells - marked }),
    )
    const text = [t('ballots.reminder.head', { name, due }), ...lines].join('\n')
    await navigator.clipboard.writeText(text)
    const outcome = await remind.run({ roundId, memberIds: missing.map(({ memberId }) => memberId) })
    if (outcome.ok) showToast({ kind: 'done', text: t('ballots.reminder.copied', { count: missing.length }) })
  }
  return (
    <Button icon={<CopyOutlined />} disabled={missing.length === 0} onClick={() => void copy()}>
      {t('ballots.reminder.button', { count: missing.length })}
    </Button>
  )
}
