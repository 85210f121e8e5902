import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Escalation } from '../../../../db/channel/requests/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './requests.module.css'

/** Whom the department names to be told of late requests, tier by tier, beside owner, backup and sponsor. */
export function EscalationSection() {
  const { t } = useTranslation()
  const { data } = useQuery(api.requests.escalations.queryOptions())
  if (!data) return null
  return (
    <Section title={t('requests.escalation.title')}>
      <p className={styles.remark}>{t('requests.escalation.line')}</p>
      {data.map((escalation) => (
        <TierEscalation key={escalation.tier} escalation={escalation} />
      ))}
    </Section>
  )
}

function TierEscalation({ escalation }: { readonly escalation: Escalation }) {
  const { t } = useTranslation()
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  const set = useCommand(engine.requests.setEscalation)
  const tier = t(`app.tier.${escalation.tier}`)
  return (
    <div className={styles.parties}>
      <TierTag standing={escalation.tier} />
      {(['late', 'over'] as const).map((level) => (
        <Select<Escalation['late'][number][]>
          key={level}
          mode="multiple"
          aria-label={`${tier} ${t(`requests.escalation.${level}`)}`}
          placeholder={t(`requests.escalation.${level}`)}
          value={escalation[level]}
          disabled={set.pending}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          optionFilterProp="label"
          onChange={(ids) => void set.run({ escalation: { ...escalation, [level]: ids } })}
        />
      ))}
    </div>
  )
}
