import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PERSON_FIELD_WORDS } from '../../../db/terms/people.ts'
import { api } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { Section } from '../../ui/bits.tsx'
import { formatMoment } from '../../ui/format.ts'
import { ErrorNote, LoadingBar } from '../../ui/states.tsx'
import styles from './department.module.css'

/** What is watched for the people we keep facts about: dates that have passed, looks at masked facts, erasures. */
export function PrivacyTab() {
  const { t } = useTranslation()
  const overdue = useQuery(api.privacy.overdue.queryOptions())
  const reveals = useQuery(api.privacy.reveals.queryOptions({ input: {} }))
  const erasures = useQuery(api.privacy.erasures.queryOptions())
  const error = overdue.error ?? reveals.error ?? erasures.error
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!overdue.data || !reveals.data || !erasures.data) return <LoadingBar busy />
  const moment = (at: string): string => formatMoment(at, spokenLanguage(), t('app.status.today'))
  const words = PERSON_FIELD_WORDS[spokenLanguage()]
  return (
    <>
      <Part
        title={t('privacy.tab.overdue')}
        line={t('privacy.tab.overdueLine')}
        none={t('privacy.tab.noOverdue')}
        heads={[t('privacy.tab.who'), t('privacy.tab.until'), t('privacy.tab.reason')]}
        rows={overdue.data.map(({ personId, name, retainUntil, basis }) => ({
          key: personId,
          cells: [
            <Link key="who" to={`/people/${personId}`}>
              {name}
            </Link>,
            retainUntil,
            basis,
          ],
        }))}
      />
      <Part
        title={t('privacy.tab.reveals')}
        none={t('privacy.tab.noReveals')}
        heads={[t('privacy.tab.when'), t('privacy.tab.who'), t('privacy.tab.whom'), t('privacy.tab.what')]}
        rows={reveals.data.map(({ personId, person, field, by, at }) => ({
          key: `${at} ${personId} ${field}`,
          cells: [
            moment(at),
            by || '–',
            person === '' ? (
              t('privacy.tab.gone')
            ) : (
              <Link key="whom" to={`/people/${personId}`}>
                {person}
              </Link>
            ),
            words[field],
          ],
        }))}
      />
      <Part
        title={t('privacy.tab.erasures')}
        none={t('privacy.tab.noErasures')}
        heads={[t('privacy.tab.when'), t('privacy.tab.who'), t('privacy.tab.reason')]}
        rows={erasures.data.map(({ at, by, basis }) => ({
          key: at,
          cells: [moment(at), by || '–', basis],
        }))}
      />
    </>
  )
}

function Part({
  title,
  line,
  none,
  heads,
  rows,
}: {
  readonly title: string
  readonly line?: string
  readonly none: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}) {
  return (
    <Section title={title} remark={rows.length || ''}>
      {rows.length === 0 && <p className={styles.remark}>{none}</p>}
      {rows.length > 0 && line !== undefined && <p className={styles.remark}>{line}</p>}
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, at) => (
                  <td key={heads[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
