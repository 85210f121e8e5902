import { useTranslation } from 'react-i18next'
import type { Publication, ResultRow } from '../../../../db/evaluation/contract.ts'
import { isMark } from '../../../../db/evaluation/rules/marks.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { formatFigure, formatScore } from '../../../ui/format.ts'
import { gradeOf } from '../scoring/cellFacts.ts'
import styles from './results.module.css'

/** What the selected account's frozen marks rest on: standards, figures, notes and exception as they were then. */
export function ResultFacts({
  publication,
  row,
}: {
  readonly publication: Publication
  readonly row: ResultRow
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { indicators, figures } = publication
  const lines = indicators.map(({ id, name, standards }, at) => {
    const mark = row.marks[at] ?? null
    const figure = figures[at] ?? null
    const value = row.figures[at] ?? null
    const unit =
      figure === null
        ? ''
        : figure.unit === 'money'
          ? t(`app.status.${money}`)
          : t(`accounts.unit.${figure.unit}`)
    return {
      id,
      name,
      mark,
      standard: isMark(mark) ? standards[gradeOf(mark)] : '',
      figure: figure && value !== null ? `${formatFigure(value, figure.unit, money)} ${unit}` : '',
      note: row.notes.find(({ indicator }) => indicator === at)?.text ?? '',
    }
  })
  return (
    <section className={styles.facts} aria-label={row.name}>
      <h2>
        {row.name} <span className={styles.quiet}>{formatScore(row.score)}</span>
      </h2>
      {row.exception && (
        <p>
          {t('scoring.facts.exception', { ...row.exception, tier: t(`scoring.tier.${row.exception.tier}`) })}
        </p>
      )}
      <dl>
        {lines.map(({ id, name, mark, standard, figure, note }) => (
          <div key={id}>
            <dt>
              {name} <strong>{mark ?? t('scoring.blank')}</strong>
            </dt>
            <dd>
              {[figure, standard].filter((text) => text !== '').join(' → ')}
              {note !== '' && <p className={styles.note}>{t('scoring.facts.noteLine', { text: note })}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
