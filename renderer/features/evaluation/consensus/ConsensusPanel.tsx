import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/bits.tsx'
import type { Entrance } from '../ballots/useEnter.tsx'
import { shapeFinding, shapeOf } from '../scoring/shapeFinding.ts'
import { findingText, gradedText } from '../scoring/shapeWords.ts'
import { TierBars } from '../scoring/TierBars.tsx'
import { CellPanel } from './CellPanel.tsx'
import styles from './consensus.module.css'
import type { ConsensusModel } from './consensusModel.ts'

/** Beside the grid: the ballots of the active cell, the shape of the round, what the looks of cells mean. */
export function ConsensusPanel({
  model,
  active,
  entrance,
}: {
  readonly model: ConsensusModel
  readonly active: { readonly row: number; readonly column: number | null } | null
  readonly entrance: Entrance
}) {
  const { t } = useTranslation()
  const { row, column } = active ?? { row: null, column: null }
  return (
    <>
      {row !== null && column !== null ? (
        <CellPanel key={`${row} ${column}`} model={model} row={row} column={column} entrance={entrance} />
      ) : (
        <Section title={t('consensus.cell.title')}>
          <p className={styles.quiet}>{t('consensus.cell.none')}</p>
        </Section>
      )}
      <ShapeSection model={model} />
      <Section title={t('scoring.legend.title')}>
        <div className={styles.legend}>
          {(['band', 'discord', 'agreed', 'blank'] as const).map((look) => (
            <LegendLine key={look} look={look} />
          ))}
        </div>
      </Section>
    </>
  )
}

function ShapeSection({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const { shares, graded } = shapeOf(model.counts)
  return (
    <Section title={t('scoring.shape.title')} remark={gradedText(graded, 0, t)}>
      <TierBars shares={shares} />
      <p className={styles.sentence}>
        {t('scoring.shape.line')}
        {findingText(shapeFinding(model.counts, [], model.data.borders), t)}
        {t('scoring.shape.stop')}
        {model.counts.insufficient > 0 &&
          t('scoring.shape.insufficient', { count: model.counts.insufficient })}
      </p>
    </Section>
  )
}

function LegendLine({ look }: { readonly look: 'band' | 'discord' | 'agreed' | 'blank' }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={`${styles.sample} ${styles[look]}`} aria-hidden="true">
        {SAMPLES[look]}
      </span>
      <span>{t(`consensus.legend.${look}`)}</span>
    </>
  )
}

const SAMPLES = { band: '8', discord: '6.20', agreed: '4', blank: '' } as const
