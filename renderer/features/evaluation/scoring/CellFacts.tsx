import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMoneyUnit, useSettings } from '../../../client/settings.ts'
import { KeyCap } from '../../../ui/bits.tsx'
import { accountFacts, markFacts, type StandardLine, standardLines } from './cellFacts.ts'
import styles from './panel.module.css'
import { indicatorOfColumn } from './scoringColumns.ts'
import type { ScoringModel } from './scoringModel.ts'

/** Keys that open the note on a mark. */
export const NOTE_KEYS = '⇧F2'

/** The grid's active cell. */
export interface ActiveCell {
  readonly rowId: string
  readonly columnId: string
}

/** Where an active cell is in the model; column null outside of the indicators. */
export function placeOf(
  model: ScoringModel,
  active: ActiveCell | null,
): { row: number; column: number | null } | null {
  const row = active ? model.rowOf(active.rowId) : null
  return active && row !== null ? { row, column: indicatorOfColumn(model, active.columnId) } : null
}

/** What the facts are told of, and how. */
export interface FactsProps {
  readonly model: ScoringModel
  readonly active: ActiveCell | null
  readonly writeNote: (() => void) | null
  /** one line under the grid instead of a part of the panel */
  readonly strip?: boolean
}

/** What the active cell rests on: the standard or the band in words, its note, what is special about the account. */
export function CellFacts({ model, active, writeNote, strip = false }: FactsProps) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { markKeys } = useSettings()
  const place = placeOf(model, active)
  if (!place)
    return strip ? null : (
      <section className={styles.facts} aria-label={t('scoring.facts.title')}>
        <p className={styles.count}>{t('scoring.facts.none')}</p>
      </section>
    )
  const { row, column } = place
  const note = column === null ? '' : model.note(row, column)
  // the strip has one line: the chosen standard, or what the keys stand for
  const standards = column === null ? [] : standardLines(model, row, column, t)
  const lines = [
    ...(column === null || standards.length > 0 ? [] : [markFacts(model, row, column, t, money)]),
    ...(note === '' ? [] : [t('scoring.facts.noteLine', { text: note })]),
    ...accountFacts(model, row, t),
  ]
  const withKeys = markKeys === 'quick' && writeNote !== null
  const indicator = column === null ? undefined : model.indicators[column]
  return (
    <section
      className={strip ? styles.factsStrip : styles.facts}
      aria-label={t('scoring.facts.title')}
      aria-live="polite"
    >
      <div className={styles.factsHead}>
        <strong>
          {model.accountName(row)}
          {indicator && ` · ${indicator.name}`}
        </strong>
        {column !== null && writeNote && (
          <Button type="link" size="small" style={{ padding: 0, height: 20 }} onClick={writeNote}>
            {note === '' ? t('scoring.facts.writeNote') : t('scoring.facts.editNote')}
            <span className={styles.quiet} aria-hidden="true">
              {NOTE_KEYS}
            </span>
          </Button>
        )}
      </div>
      {standards.length > 0 &&
        (strip ? (
          <StandardsStrip standards={standards} withKeys={withKeys} />
        ) : (
          <Standards standards={standards} withKeys={withKeys} />
        ))}
      {(strip ? lines.slice(0, standards.length > 0 ? 0 : 1) : lines).map((line) => (
        <p key={line} className={styles.factsLine}>
          {line}
        </p>
      ))}
    </section>
  )
}

interface StandardsProps {
  readonly standards: readonly StandardLine[]
  /** say which key gives which mark */
  readonly withKeys: boolean
}

/** The five standards to choose from, the chosen one set off. */
function Standards({ standards, withKeys }: StandardsProps) {
  return (
    <ol className={styles.standards}>
      {standards.map(({ mark, key, text, chosen }) => (
        <li key={mark} aria-current={chosen ? 'true' : undefined} className={styles.standard}>
          {withKeys && <KeyCap>{key}</KeyCap>}
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}

function StandardsStrip({ standards, withKeys }: StandardsProps) {
  const chosen = standards.find((line) => line.chosen)
  const line = ({ key, text }: StandardLine): string => (withKeys ? `${key} ${text}` : text)
  return <p className={styles.factsLine}>{chosen ? line(chosen) : standards.map(line).join(' · ')}</p>
}
