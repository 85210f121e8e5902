import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PersonPage } from '../../../../db/accounts/people/contract.ts'
import { sourceOf } from '../../../../db/accounts/rules/sources.ts'
import { type Problem, problemText } from '../../../i18n/problemText.ts'
import styles from './person.module.css'
import { agoText, isStale } from './personText.ts'

/** The frame of a fact: its name, how old it is and where it comes from, what is wrong with what was typed. */
export function FactFrame({
  id,
  label,
  source,
  problem = null,
  remark,
  children,
}: {
  readonly id: string
  readonly label: string
  /** how old the fact is; left out where there is none */
  readonly source?: ReactNode
  readonly problem?: Problem | string | null
  /** what the value means, in words */
  readonly remark?: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const wrong =
    problem === null ? null : typeof problem === 'string' ? problem : whatAndWhy(problemText(problem, t))
  return (
    <div className={styles.fact}>
      <div className={styles.factHead}>
        <label htmlFor={id}>{label}</label>
        {source}
      </div>
      {children}
      {remark !== undefined && remark !== '' && <p className={styles.remark}>{remark}</p>}
      {wrong !== null && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

const whatAndWhy = ({ what, why }: { what: string; why: string }): string => `${what} ${why}`

/** How old a fact is, with a way to its log entry, and to say that it is still so where it is old. */
export function FactSource({
  sources,
  field,
  confirm,
}: {
  readonly sources: PersonPage['sources']
  readonly field: string
  readonly confirm: (field: string) => void
}) {
  const { t } = useTranslation()
  const source = sourceOf(sources, field)
  if (!source) return null
  const stale = isStale(field, source.on)
  return (
    <span className={styles.source}>
      <span title={source.on} className={stale ? styles.stale : undefined}>
        {agoText(source.on, t)}
      </span>
      {source.entry !== null && <Link to={`/log/${source.entry}`}>{t('people.fromLog')}</Link>}
      {stale && (
        <Button type="link" size="small" className={styles.inline ?? ''} onClick={() => confirm(field)}>
          {t('people.stillSo')}
        </Button>
      )}
    </span>
  )
}
