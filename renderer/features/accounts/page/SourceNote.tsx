import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayOf, daysBetween } from '../../../../db/accounts/rules/days.ts'
import { type Sources, sourceOf } from '../../../../db/accounts/rules/sources.ts'
import type { Member } from '../../../../db/department/contract.ts'
import styles from '../accounts.module.css'

/** How old a field's value is, who knows it, and the entry of the work log that it was lifted from. */
export function SourceNote({
  sources,
  field,
  members,
}: {
  readonly sources: Sources
  /** a custom one by its id */
  readonly field: string
  readonly members: readonly Member[]
}) {
  const { t } = useTranslation()
  const source = sourceOf(sources, field)
  if (!source) return null
  const days = Math.max(0, daysBetween(source.on, dayOf(Date.now())))
  const who = members.find(({ id }) => id === source.by)?.name
  const age = days === 0 ? t('accounts.source.today') : t('accounts.source.days', { count: days })
  return (
    <span className={styles.source} title={[source.on, who].filter(Boolean).join(' ')}>
      {age}
      {source.entry !== null && (
        <Link to={`/log/${source.entry}`} aria-label={t('accounts.source.openEntry')}>
          {t('accounts.source.entry')}
        </Link>
      )}
    </span>
  )
}
