import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProgressLine } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { CheckOutlined, FilterOutlined, RightOutlined } from '../../../ui/icons.tsx'
import styles from './scoring.module.css'
import type { ScoringModel } from './scoringModel.ts'

/** The way of a round: scheme, marking, published; the present step stands out. */
export function StepTrack({ model }: { readonly model: ScoringModel }) {
  const { t } = useTranslation()
  const { sheet, state } = model.round
  const published = state === 'published' || state === 'archived'
  return (
    <nav className={styles.steps} aria-label={t('scoring.step.title')}>
      <Link className={styles.step ?? ''} to={`/evaluation/sheets/${sheet.id}`} title={sheet.name}>
        <CheckOutlined />
        {t('scoring.step.scheme')}
      </Link>
      <RightOutlined className={styles.stepArrow} />
      <span className={styles.step} aria-current={published ? undefined : 'step'}>
        {published && <CheckOutlined />}
        {t('scoring.step.marking')}
      </span>
      <RightOutlined className={styles.stepArrow} />
      <span className={styles.step} aria-current={published ? 'step' : undefined}>
        {t('scoring.step.published')}
      </span>
    </nav>
  )
}

/** How many judged cells are filled. */
export function Filled({ model }: { readonly model: ScoringModel }) {
  const { t } = useTranslation()
  return (
    <span className={styles.filled}>
      <span>
        {t('scoring.filled')} <strong>{formatNumber(model.markedCells)}</strong> / {formatNumber(model.cells)}
      </span>
      <ProgressLine
        done={model.markedCells}
        of={Math.max(1, model.cells)}
        label={t('scoring.filledLabel')}
        width={80}
      />
    </span>
  )
}

/** Shows only accounts with unmarked cells, as they were when it was pressed. */
export function OnlyBlanks({ on, toggle }: { readonly on: boolean; readonly toggle: () => void }) {
  const { t } = useTranslation()
  return (
    <Button
      icon={<FilterOutlined />}
      title={t('scoring.onlyBlanks')}
      aria-label={t('scoring.onlyBlanks')}
      aria-pressed={on}
      {...(on ? { color: 'primary', variant: 'outlined' } : {})}
      onClick={toggle}
    >
      <span className={styles.label}>{t('scoring.onlyBlanks')}</span>
    </Button>
  )
}
