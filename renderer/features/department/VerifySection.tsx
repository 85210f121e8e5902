import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../db/kernel/contract.ts'
import { engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import type { Problem } from '../../i18n/problemText.ts'
import { Section } from '../../ui/bits.tsx'
import { CheckCircleFilled, CloseCircleFilled } from '../../ui/icons.tsx'
import { ErrorNote } from '../../ui/states.tsx'
import styles from './department.module.css'

/** Proof that the data is whole: integrity, references, and a replay of the whole history. */
export function VerifySection() {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<VerifyReport | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const verify = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      setReport(await engine.safety.verify())
    } catch (error) {
      setProblem(toProblem(error))
    }
    setBusy(false)
  }
  return (
    <Section
      title={t('department.safety.verify')}
      action={
        <Button loading={busy} onClick={() => void verify()}>
          {busy ? t('department.safety.verifying') : t('department.safety.verifyButton')}
        </Button>
      }
    >
      <p className={styles.remark}>{t('department.safety.verifyLine')}</p>
      {problem && <ErrorNote problem={problem} />}
      {report && <Report report={report} />}
    </Section>
  )
}

function Report({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation()
  const { ok, txns, changes } = report
  const differing = report.replay.filter(({ different }) => different > 0)
  return (
    <div role="status">
      <p className={ok ? styles.good : styles.bad}>
        {ok ? <CheckCircleFilled /> : <CloseCircleFilled />}{' '}
        <strong>{ok ? t('department.safety.ok') : t('department.safety.bad')}</strong>
      </p>
      <dl className={styles.facts}>
        <dt>{t('department.safety.integrity')}</dt>
        <dd>
          {report.integrity.length === 0 || report.integrity.join() === 'ok'
            ? t('department.safety.integrityOk')
            : report.integrity.join(' · ')}
        </dd>
        <dt>{t('department.safety.foreignKeys')}</dt>
        <dd>{report.foreignKeys}</dd>
        <dt>{t('department.safety.replay')}</dt>
        <dd>
          {differing.length === 0
            ? t('department.safety.replayOk', { txns, changes })
            : differing.map((table) => t('department.safety.replayBad', table)).join(' · ')}
        </dd>
      </dl>
      {!ok && <p className={styles.bad}>{t('department.safety.badNext')}</p>}
    </div>
  )
}
