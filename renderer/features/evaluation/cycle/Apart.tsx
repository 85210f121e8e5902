import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CycleFigure } from '../../../../db/evaluation/cycle/contract.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { Section } from '../../../ui/bits.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './cycle.module.css'
import type { CycleLine } from './cycleRows.ts'
import { valueText } from './cycleWords.ts'

/** How many a list names before it says how many more there are. */
const NAMED = 10

/** Accounts whose year and cycle disagree, set apart so that nobody drops or lifts them by one year alone. */
export function Apart({
  verdict,
  lines,
  figure,
  onAll,
}: {
  readonly verdict: 'strong' | 'rising'
  readonly lines: readonly CycleLine[]
  readonly figure: CycleFigure | null
  /** lists all of them in the grid */
  readonly onAll: () => void
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const found = lines
    .filter((line) => line.verdict === verdict)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return (
    <Section
      title={t(`cycle.apart.${verdict}`)}
      remark={t('cycle.apart.strongRemark', { count: found.length })}
    >
      <p className={styles.hint}>
        {found.length === 0 ? t('cycle.apart.none') : t(`cycle.apart.${verdict}Hint`)}
      </p>
      <ul className={styles.apart}>
        {found.slice(0, NAMED).map(({ id, name, tier, thisYear, value, values }) => (
          <li key={id}>
            <Link to={`/accounts/${id}`}>{name}</Link>
            <span>
              {t('cycle.apart.was')} <TierTag standing={tier} /> {valueText(value, figure, money)}
            </span>
            <span>
              {t('cycle.apart.now')} <TierTag standing={thisYear} />{' '}
              {valueText(values[0] ?? null, figure, money)}
            </span>
          </li>
        ))}
      </ul>
      {found.length > NAMED && (
        <Button type="link" size="small" onClick={onAll}>
          {t('cycle.apart.more', { count: found.length - NAMED })}
        </Button>
      )}
    </Section>
  )
}
