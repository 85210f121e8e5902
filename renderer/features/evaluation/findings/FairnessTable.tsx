import { useTranslation } from 'react-i18next'
import type { EvaluatorFindings, Fairness } from '../../../../db/evaluation/findings/contract.ts'
import { formatNumber, formatSigned } from '../../../ui/format.ts'
import { percentText, severityText, signedMarks } from './fairnessWords.ts'
import styles from './findings.module.css'

/** Every evaluator with the figures behind the findings; the offset is drawn as a dot on its interval. */
export function FairnessTable({ fairness: { evaluators, findings } }: { readonly fairness: Fairness }) {
  const { t } = useTranslation()
  const reach = reachOf(evaluators)
  const isFound = (place: number, kinds: readonly string[]): '' | undefined =>
    findings.some(({ evaluator, kind }) => evaluator === place && kinds.includes(kind)) ? '' : undefined
  return (
    <section className={styles.tableBox}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('findings.fairness.column.evaluator')}</th>
            <th className={styles.drawn}>
              <Scale reach={reach} />
            </th>
            {(['offset', 'drift', 'flat', 'late'] as const).map((column) => (
              <th key={column} className={styles.figure}>
                {t(`findings.fairness.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evaluators.map((evaluator, place) => (
            <tr key={evaluator.memberId}>
              <th scope="row">
                {evaluator.name} <span className={styles.quiet}>{t(`ballots.seat.${evaluator.seat}`)}</span>
              </th>
              <td className={styles.drawn}>
                <DotAndLine evaluator={evaluator} reach={reach} />
              </td>
              <td className={styles.figure} data-found={isFound(place, ['lenient', 'severe'])}>
                {severityText(evaluator)}
              </td>
              <td className={styles.figure} data-found={isFound(place, ['ownDrift'])}>
                <Drift evaluator={evaluator} />
              </td>
              <td className={styles.figure} data-found={isFound(place, ['flat'])}>
                <Flat evaluator={evaluator} />
              </td>
              <td className={styles.figure} data-found={isFound(place, ['lastMinute'])}>
                <Late evaluator={evaluator} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{t('findings.fairness.drawn')}</p>
    </section>
  )
}

/** What the drawn scale reaches to either side, in marks: half marks, one at least. */
export function reachOf(evaluators: readonly EvaluatorFindings[]): number {
  const ends = evaluators.flatMap(({ severity }) =>
    severity ? [severity.offset, severity.interval?.low ?? 0, severity.interval?.high ?? 0] : [],
  )
  return Math.max(1, Math.ceil(Math.max(0, ...ends.map(Math.abs)) * 2) / 2)
}

/** Where marks lie on the scale, percent from its left. */
const along = (marks: number, reach: number): number => 50 + (marks / reach) * 50

function Scale({ reach }: { readonly reach: number }) {
  const { t } = useTranslation()
  return (
    <span className={styles.scale}>
      <span>
        {formatSigned(-reach, 1)} {t('findings.fairness.lower')}
      </span>
      <span>0</span>
      <span>
        {t('findings.fairness.higher')} {formatSigned(reach, 1)}
      </span>
    </span>
  )
}

/** The offset as a dot, its 95% interval as a line, around the line of the others' mean. */
function DotAndLine({
  evaluator: { severity },
  reach,
}: {
  readonly evaluator: EvaluatorFindings
  readonly reach: number
}) {
  if (!severity) return null
  const { offset, interval } = severity
  return (
    <svg className={styles.dot} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <line className={styles.zero} x1={50} x2={50} y1={0} y2={20} />
      {interval && (
        <line
          className={styles.interval}
          x1={along(interval.low, reach)}
          x2={along(interval.high, reach)}
          y1={10}
          y2={10}
        />
      )}
      {/* a line of no length with round ends is a dot, however the picture is stretched */}
      <line className={styles.point} x1={along(offset, reach)} x2={along(offset, reach)} y1={10} y2={10} />
    </svg>
  )
}

function Drift({ evaluator: { own } }: { readonly evaluator: EvaluatorFindings }) {
  const { t } = useTranslation()
  if (!own) return '–'
  return (
    <>
      {signedMarks(own.drift, 2)}{' '}
      <span className={styles.quiet}>{t('findings.fairness.ownOf', { count: own.ownAccounts })}</span>
    </>
  )
}

function Flat({ evaluator: { flatness } }: { readonly evaluator: EvaluatorFindings }) {
  const { t } = useTranslation()
  if (!flatness) return '–'
  const { flatShare, othersFlatShare } = flatness
  return (
    <>
      {percentText(flatShare)}{' '}
      {othersFlatShare !== null && (
        <span className={styles.quiet}>
          {t('findings.fairness.others', { share: percentText(othersFlatShare) })}
        </span>
      )}
    </>
  )
}

function Late({ evaluator: { pace } }: { readonly evaluator: EvaluatorFindings }) {
  const { t } = useTranslation()
  if (!pace) return '–'
  return (
    <>
      {percentText(pace.lateShare)}{' '}
      {pace.lateCells > 0 && (
        <span className={styles.quiet}>
          {t('findings.fairness.perMinute', { pace: formatNumber(pace.pace, 0) })}
        </span>
      )}
    </>
  )
}
