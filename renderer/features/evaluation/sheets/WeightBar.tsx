import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { FULL_WEIGHT } from '../../../../db/evaluation/rules/score.ts'
import { ProgressLine } from '../../../ui/bits.tsx'
import { formatWeight } from '../../../ui/format.ts'
import { CheckCircleFilled, ExclamationCircleFilled } from '../../../ui/icons.tsx'
import styles from './sheets.module.css'

/** The live sum of weights: what is missing or too much, and how to set it right in one go. */
export function WeightBar({ sum, onScale }: { readonly sum: number; readonly onScale: () => void }) {
  const { t } = useTranslation()
  const full = sum === FULL_WEIGHT
  const by = formatWeight(Math.abs(FULL_WEIGHT - sum))
  return (
    <div className={styles.weightBar}>
      <span>{t('sheets.weightBar.label')}</span>
      <strong>{formatWeight(sum)}</strong>
      <ProgressLine done={sum} of={FULL_WEIGHT} label={t('sheets.weightBar.label')} width={90} />
      <span role="status" className={styles.weightState} data-full={full}>
        {full ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
        {full
          ? t('sheets.weightBar.full')
          : t(sum < FULL_WEIGHT ? 'sheets.weightBar.missing' : 'sheets.weightBar.over', { by })}
      </span>
      {!full && <Button onClick={onScale}>{t('sheets.weightBar.scale')}</Button>}
    </div>
  )
}
