import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { showProblem } from '../../../ui/toast.ts'

/** Refusals that a reason helps with. */
const NEEDS_REASON: readonly string[] = ['BRIEF_NOT_READY', 'BRIEF_AGENDA_LONG']

/** Freezes a brief: at once where it may be, else after a reason was given. */
export function useFreeze(visitId: string) {
  const freeze = useCommand(engine.briefing.freeze, { tellProblem: false })
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (reason: string): Promise<void> => {
    const outcome = await freeze.run({ visitId, reason })
    if (outcome.ok) setProblem(null)
    else if (NEEDS_REASON.includes(outcome.problem.code)) setProblem(outcome.problem)
    else {
      setProblem(null)
      showProblem(outcome.problem)
    }
  }
  return {
    pending: freeze.pending,
    freeze: (): void => void run(''),
    dialog: problem && (
      <ReasonDialog
        problem={problem}
        pending={freeze.pending}
        onReason={(reason) => void run(reason)}
        onClose={() => setProblem(null)}
      />
    ),
  }
}

/** Why it can't be frozen as it is, and the place for the reason with which it is frozen all the same. */
function ReasonDialog({
  problem,
  pending,
  onReason,
  onClose,
}: {
  readonly problem: Problem
  readonly pending: boolean
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const given = reason.trim()
  return (
    <Modal
      open
      title={t('briefing.reasonTitle')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('briefing.cancel')}</Button>
          <Button type="primary" disabled={given === ''} loading={pending} onClick={() => onReason(given)}>
            {t('briefing.freezeAnyway')}
          </Button>
        </>
      }
    >
      <ErrorNote problem={problem} />
      <Input.TextArea
        autoFocus
        aria-label={t('briefing.reasonTitle')}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={VISIT_LIMITS.reason}
        placeholder={t('briefing.reasonPlaceholder')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
