import { useTranslation } from 'react-i18next'
import type { Publication, ResultRow, TierDecision } from '../../../../db/evaluation/contract.ts'
import { fromStripChar, isMark } from '../../../../db/evaluation/rules/marks.ts'
import { decisionReason } from '../../../../db/terms/approval.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatFigure, formatScore } from '../../../ui/format.ts'
import { decidedText } from '../approval/approvalColumns.ts'
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
      given: figure === null ? givenMarks(publication, row, at) : [],
      agreed: row.agreed.includes(at),
    }
  })
  return (
    <section className={styles.facts} aria-label={row.name}>
      <h2>
        {row.name} <span className={styles.quiet}>{formatScore(row.score)}</span>
      </h2>
      {row.exception && (
        <p>
          {t('scoring.facts.exception', { ...row.exception, tier: t(`scoring.tier.${row.exception.tier}`) })}{' '}
          {row.exception.expires !== null && t('approval.until', { day: row.exception.expires })}
        </p>
      )}
      {row.decision && <Decided decision={row.decision} />}
      <dl>
        {lines.map(({ id, name, mark, standard, figure, note, given, agreed }) => (
          <div key={id}>
            <dt>
              <span>
                {name} {agreed && <span className={styles.agreed}>{t('approval.results.agreed')}</span>}
              </span>{' '}
              <strong>
                {mark === null ? t('scoring.blank') : given.length > 0 ? mark.toFixed(2) : mark}
              </strong>
            </dt>
            <dd>
              {[figure, standard].filter((text) => text !== '').join(' → ')}
              {given.length > 0 && (
                <p
                  className={styles.given}
                  title={given.map(({ name: who, mark: own }) => `${who} ${own}`).join('\n')}
                >
                  {t('approval.results.given')}{' '}
                  {given.map(({ memberId, mark: own }) => (
                    <span key={memberId}>{own}</span>
                  ))}
                </p>
              )}
              {note !== '' && <p className={styles.note}>{t('scoring.facts.noteLine', { text: note })}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What was decided on the tier, by whom, when and why. */
function Decided({ decision }: { readonly decision: TierDecision }) {
  const { t } = useTranslation()
  return (
    <p className={styles.decided}>
      <strong>{decidedText(decision, t)}</strong>{' '}
      {decision.expires !== null && t('approval.until', { day: decision.expires })}{' '}
      {decisionReason(decision, spokenLanguage())}
    </p>
  )
}

/** What each evaluator gave for an indicator, in the order of the group; a dash for an abstention. */
function givenMarks(
  { evaluators, indicators }: Publication,
  { ballots }: ResultRow,
  indicator: number,
): { memberId: string; name: string; mark: string }[] {
  return evaluators.map(({ memberId, name }, evaluator) => ({
    memberId,
    name,
    mark: String(fromStripChar(ballots[evaluator * indicators.length + indicator]) ?? '–'),
  }))
}
