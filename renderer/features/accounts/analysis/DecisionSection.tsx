import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnalysis } from '../../../../db/accounts/analysis/contract.ts'
import { DECISIONS, type Decision } from '../../../../db/accounts/analysis/rules/kinds.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './analysis.module.css'
import { Finding, Noted } from './pieces.tsx'

/** What follows from the analysis (E3): invest, hold, reduce or leave, with the reason; the newest on top. */
export function DecisionSection({
  accountId,
  decisions,
}: {
  readonly accountId: string
  readonly decisions: AccountAnalysis['decisions']
}) {
  const { t } = useTranslation()
  const decide = useCommand(engine.analysis.decide)
  const [stands, ...earlier] = decisions
  const [chosen, setChosen] = useState<Decision | null>(null)
  const [reason, setReason] = useState('')
  const choice = chosen ?? stands?.decision ?? 'hold'
  const save = async (): Promise<void> => {
    if (reason.trim() === '') return
    const outcome = await decide.run({ accountId, decision: choice, reason })
    if (!outcome.ok) return
    setReason('')
    setChosen(null)
  }
  return (
    <Section
      title={t('analysis.decision.title')}
      remark={stands && <Noted by={stands.by} on={stands.decidedOn} />}
    >
      <Finding>
        {stands
          ? t('analysis.decision.stands', {
              decision: t(`analysis.decision.${stands.decision}`),
              reason: stands.reason,
            })
          : t('analysis.decision.none')}
      </Finding>
      <div className={styles.decide}>
        <Segmented<Decision>
          aria-label={t('analysis.decision.title')}
          value={choice}
          options={DECISIONS.map((value) => ({ value, label: t(`analysis.decision.${value}`) }))}
          onChange={setChosen}
        />
        <Input
          value={reason}
          aria-label={t('analysis.decision.reason')}
          placeholder={t('analysis.decision.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
        />
        <Button disabled={reason.trim() === ''} loading={decide.pending} onClick={() => void save()}>
          {t('analysis.decision.decide')}
        </Button>
      </div>
      {earlier.length > 0 && (
        <ul className={styles.lines} aria-label={t('analysis.decision.earlier')}>
          {earlier.map(({ id, decision, reason: why, by, decidedOn }) => (
            <li key={id}>
              <strong>{t(`analysis.decision.${decision}`)}</strong>
              <span className={styles.grow}>{why}</span>
              <Noted by={by} on={decidedOn} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
