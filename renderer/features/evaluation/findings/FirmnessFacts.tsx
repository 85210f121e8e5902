import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/bits.tsx'
import { formatScore } from '../../../ui/format.ts'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './findings.module.css'
import type { FirmnessRow } from './firmnessModel.ts'
import {
  borderText,
  evaluatorName,
  type FirmnessNames,
  markText,
  shareText,
  weightText,
} from './firmnessWords.ts'

/** One account: what its tier hangs on, in sentences, and the odds of each tier with their figures. */
export function FirmnessFacts({
  names,
  row,
}: {
  readonly names: FirmnessNames
  readonly row: FirmnessRow | null
}) {
  const { t } = useTranslation()
  if (row === null)
    return (
      <Section title={t('findings.firmness.panel')}>
        <p className={styles.quiet}>{t('findings.firmness.none')}</p>
        <p className={styles.quiet}>{t('findings.firmness.how')}</p>
      </Section>
    )
  const { accounts } = names.model.data
  return (
    <>
      <Section title={accounts.names[row.at] ?? ''} remark={formatScore(row.score)}>
        <p className={styles.standingLine}>
          <TierTag standing={names.model.standing(row.at)} />
          {row.border && <span>{t('findings.firmness.border', { border: borderText(row) })}</span>}
        </p>
        {row.isDecided && <p className={styles.quiet}>{t('findings.firmness.decided')}</p>}
      </Section>
      <Part title={t('findings.firmness.column.mark')} none={t('findings.firmness.noMark')}>
        {row.mark && markText(row, names, t)}
      </Part>
      <Part title={t('findings.firmness.column.movers')} none={t('findings.firmness.noMovers')}>
        {row.movers.length > 0 && (
          <ul className={styles.movers}>
            {row.movers.map(({ evaluator, score, standing }) => (
              <li key={evaluator}>
                <span>{evaluatorName(names, evaluator)}</span>
                <strong>{formatScore(score)}</strong>
                <TierTag standing={standing} />
              </li>
            ))}
          </ul>
        )}
        {row.needed > 0 && <p>{t('findings.firmness.needed', { count: row.needed })}</p>}
      </Part>
      <Part title={t('findings.firmness.column.weight')} none={t('findings.firmness.noWeight')}>
        {row.weight && weightText(row, names, t)}
      </Part>
      {row.odds.length > 0 && (
        <Section title={t('findings.firmness.column.odds')}>
          <ul className={styles.odds}>
            {row.odds.map(({ standing, share, percent }) => (
              <li key={standing}>
                <TierTag standing={standing} />
                <span className={styles.track} aria-hidden="true">
                  <span className={styles.part} data-tier={standing} style={{ width: `${share * 100}%` }} />
                </span>
                <strong>{shareText({ share, percent })}</strong>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Part({
  title,
  none,
  children,
}: {
  readonly title: string
  readonly none: string
  readonly children: ReactNode
}) {
  const isEmpty = Array.isArray(children) ? children.every((child) => !child) : !children
  return (
    <Section title={title}>
      {isEmpty ? <p className={styles.quiet}>{none}</p> : <div className={styles.words}>{children}</div>}
    </Section>
  )
}
