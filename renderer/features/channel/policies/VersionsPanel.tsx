import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PolicyVersionLine } from '../../../../db/channel/policies/contract.ts'
import { differenceText } from '../../../../db/terms/policies.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './policies.module.css'

/** The published versions, those of one publication together, the one that begins last first. */
export function VersionsPanel() {
  const { t } = useTranslation()
  const { data, error } = useQuery(api.policies.versions.queryOptions())
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const publications = Map.groupBy(data.versions, ({ fromOn, publishedAt }) => `${fromOn} ${publishedAt}`)
  return (
    <Section title={t('policies.versions')} remark={publications.size || ''}>
      {publications.size === 0 && <p className={styles.remark}>{t('policies.noVersions')}</p>}
      <ul className={styles.versions}>
        {[...publications].map(([key, versions]) => (
          <PublicationLine key={key} versions={versions} />
        ))}
      </ul>
    </Section>
  )
}

function PublicationLine({ versions }: { readonly versions: readonly PolicyVersionLine[] }) {
  const { t } = useTranslation()
  const withdraw = useCommand(engine.policies.withdraw)
  const [first] = versions
  if (!first) return null
  const { fromOn, publishedAt, publishedBy, note } = first
  // one tier's version may have been replaced since, the others' not
  const state = versions.find((each) => each.state !== 'replaced')?.state ?? 'replaced'
  const language = spokenLanguage()
  return (
    <li>
      <div className={styles.versionHead}>
        <strong>{t('policies.version.from', { day: fromOn })}</strong>
        <span className={styles.state} data-state={state}>
          {t(`policies.version.state.${state}`)}
        </span>
        {versions.every((each) => each.state === 'coming') && (
          <Button
            size="small"
            loading={withdraw.pending}
            onClick={() => void withdraw.run({ policyIds: versions.map(({ id }) => id) })}
          >
            {t('policies.version.withdraw')}
          </Button>
        )}
      </div>
      {note !== '' && <p>{note}</p>}
      <p className={styles.remark}>
        {t('policies.version.by', {
          by: publishedBy,
          at: formatMoment(publishedAt, language, t('app.status.today')),
        })}
      </p>
      {versions.map(({ id, tier, differences, graceDays }) => (
        <details key={id}>
          <summary>
            <TierTag standing={tier} />{' '}
            {differences.length === 0
              ? t('policies.version.same')
              : t('policies.version.count', { count: differences.length })}{' '}
            · {t('policies.version.grace', { count: graceDays })}
          </summary>
          <ul className={styles.terms}>
            {differences.map((each) => (
              <li key={each.key}>{differenceText(each, language)}</li>
            ))}
          </ul>
        </details>
      ))}
    </li>
  )
}
