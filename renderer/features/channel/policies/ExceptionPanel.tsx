import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ExceptionLine } from '../../../../db/channel/policies/contract.ts'
import { settingText } from '../../../../db/terms/policies.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './policies.module.css'

/** One exception: whose, its terms, why and by whom, and what can be done with it. */
export function ExceptionPanel({
  exception,
  change,
}: {
  readonly exception: ExceptionLine | null
  readonly change: (id: string) => void
}) {
  const { t } = useTranslation()
  const end = useCommand(engine.policies.endException)
  if (!exception)
    return (
      <Section title={t('policies.exception.panel')}>
        <p className={styles.remark}>{t('policies.exception.none')}</p>
      </Section>
    )
  const { id, accountId, account, tier, terms, fromOn, untilOn, reason, approvedBy, state } = exception
  return (
    <Section title={t('policies.exception.panel')} remark={t(`policies.exception.states.${state}`)}>
      <div className={styles.form}>
        <p className={styles.versionHead}>
          <Link to={`/accounts/${accountId}`}>{account}</Link>
          <TierTag standing={tier} />
        </p>
        <ul className={styles.terms}>
          {terms.map((term) => (
            <li key={term.key}>{settingText(term, spokenLanguage())}</li>
          ))}
        </ul>
        <p className={styles.remark}>
          {t('policies.account.exceptionLine', { reason, by: approvedBy, from: fromOn, until: untilOn })}
        </p>
        {state !== 'past' && (
          <div className={styles.foot}>
            <Button loading={end.pending} onClick={() => void end.run({ exceptionId: id })}>
              {t('policies.exception.end')}
            </Button>
            <Button onClick={() => change(id)}>{t('policies.exception.change')}</Button>
          </div>
        )}
      </div>
    </Section>
  )
}
