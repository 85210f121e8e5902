import { useTranslation } from 'react-i18next'
import type { SurveyResult, SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { isBadScore } from '../../../../db/recovery/surveys/rules/scale.ts'
import { Section } from '../../../ui/bits.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { figureText, meanText, shareText, toldText, valueText } from './figureText.ts'
import { SurveyTrendChart } from './SurveyTrendChart.tsx'
import styles from './surveys.module.css'

/** What a survey comes to: its figure, how it changed, and where it comes from. */
export function ResultView({
  survey,
  result,
}: {
  readonly survey: SurveyRow
  readonly result: SurveyResult
}) {
  return (
    <div className={styles.result}>
      <Headline result={result} />
      <SurveyTrendChart survey={survey} trend={result.trend} />
      {result.figure && (
        <>
          <Distribution survey={survey} result={result} />
          {result.questions.length > 0 && <Questions questions={result.questions} />}
          <Tiers tiers={result.tiers} />
        </>
      )}
    </div>
  )
}

function Headline({ result: { figure, accounts, ofAccounts } }: { readonly result: SurveyResult }) {
  const { t } = useTranslation()
  if (figure === null)
    return (
      <div className={styles.headline}>
        <p>{t('surveys.finding.none')}</p>
      </div>
    )
  return (
    <div className={styles.headline}>
      <strong>{figureText(figure, t)}</strong>
      <p>{toldText(figure, t)}</p>
      <p>{t('surveys.reach', { count: figure.count, accounts, all: ofAccounts })}</p>
    </div>
  )
}

/** How often each score was given, the best first; a table whose bars show the shares. */
function Distribution({
  survey: { kind },
  result: { distribution },
}: {
  readonly survey: SurveyRow
  readonly result: SurveyResult
}) {
  const { t } = useTranslation()
  const all = distribution.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...distribution.map(({ count }) => count))
  return (
    <Section title={t('surveys.distribution')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('surveys.field.score')}
            </th>
            <th scope="col" className={styles.number}>
              {t('surveys.count')}
            </th>
            <th scope="col" className={styles.number}>
              {t('surveys.share')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {distribution.toReversed().map(({ score, count }) => (
            <tr key={score}>
              <th scope="row" className={styles.number}>
                {score}
              </th>
              <td className={styles.number}>{count}</td>
              <td className={styles.number}>{shareText(count / all)}</td>
              <td>
                {count > 0 && (
                  <span
                    className={styles.bar}
                    style={{ width: `${(count / most) * 100}%` }}
                    data-bad={isBadScore(kind, score) || undefined}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** The means of the further questions, the weakest named first. */
function Questions({ questions }: { readonly questions: SurveyResult['questions'] }) {
  const { t } = useTranslation()
  const answered = questions.flatMap(({ text, mean }) => (mean === null ? [] : [{ text, mean }]))
  const [weakest] = answered.toSorted((one, other) => one.mean - other.mean)
  return (
    <Section
      title={t('surveys.byQuestion')}
      remark={weakest ? t('surveys.weakest', { text: weakest.text, mean: meanText(weakest.mean) }) : ''}
    >
      <table className={styles.table}>
        <tbody>
          {questions.map(({ key, text, mean, count }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              <td className={styles.number}>{mean === null ? '–' : meanText(mean)}</td>
              <td className={styles.number}>{t('surveys.answerCount', { count })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** The figure of each tier. */
function Tiers({ tiers }: { readonly tiers: SurveyResult['tiers'] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('surveys.byTier')}>
      <table className={styles.table}>
        <tbody>
          {tiers.map(({ tier, figure }) => (
            <tr key={tier ?? 'none'}>
              <th scope="row">{tier === null ? t('surveys.noTier') : <TierTag standing={tier} />}</th>
              <td className={styles.number}>{valueText(figure)}</td>
              <td className={styles.number}>{t('surveys.answerCount', { count: figure.count })}</td>
              <td>{toldText(figure, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
