import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncentiveRule } from '../../../../db/channel/incentives/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { formatWeight } from '../../../ui/format.ts'
import { DeleteOutlined, EditOutlined } from '../../../ui/icons.tsx'
import { unitAmount } from './amounts.ts'
import { RuleForm } from './RuleForm.tsx'

/** The rules by which accounts earn or lose, those that hold today first. */
export function RulesSection({
  rules,
  today,
}: {
  readonly rules: readonly IncentiveRule[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const remove = useCommand(engine.incentives.removeRules)
  const [form, setForm] = useState<{ readonly rule: IncentiveRule | null } | null>(null)
  return (
    <Section
      title={t('incentives.rules')}
      remark={rules.length || ''}
      action={
        <Button type="link" size="small" onClick={() => setForm({ rule: null })}>
          {t('incentives.newRule')}
        </Button>
      }
    >
      {rules.length === 0 && <p className={styles.remark}>{t('incentives.noRules')}</p>}
      <ul className={styles.stack}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.stackRow}>
            <span className={styles.fill}>
              <strong>{rule.name}</strong>{' '}
              <span className={styles.quiet}>
                {t(`incentives.kind.${rule.kind}`)}
                {!rule.holds && ` · ${t('incentives.notNow')}`}
              </span>
              <RuleLine rule={rule} />
            </span>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={t('incentives.editRule', { name: rule.name })}
              onClick={() => setForm({ rule })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('incentives.removeRule', { name: rule.name })}
              onClick={() => void remove.run({ ids: [rule.id] })}
            />
          </li>
        ))}
      </ul>
      {form && <RuleForm rule={form.rule} today={today} close={() => setForm(null)} />}
    </Section>
  )
}

/** How a rule reckons, in a line. */
function RuleLine({ rule }: { readonly rule: IncentiveRule }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { reckoning, text, unit } = rule
  const parts = [
    reckoning === null ? '' : t('incentives.rate', { rate: formatWeight(reckoning.rate) }),
    reckoning === null || reckoning.threshold === 0
      ? ''
      : t('incentives.threshold', { amount: unitAmount(reckoning.threshold, 'fen', money, t) }),
    reckoning?.cap ? t('incentives.cap', { amount: unitAmount(reckoning.cap, unit, money, t) }) : '',
    text,
  ]
  return <span className={styles.under}>{parts.filter((part) => part !== '').join(' · ')}</span>
}
