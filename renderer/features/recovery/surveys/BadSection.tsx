import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SurveyAnswer, SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { isBadScore } from '../../../../db/recovery/surveys/rules/scale.ts'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
import { Section } from '../../../ui/bits.tsx'
import { WarningFilled } from '../../../ui/icons.tsx'
import room from '../case.module.css'
import styles from './surveys.module.css'

/** The bad answers, the worst first: each becomes a case of service recovery, which it then names. */
export function BadSection({
  survey,
  answers,
}: {
  readonly survey: SurveyRow
  readonly answers: readonly SurveyAnswer[]
}) {
  const { t } = useTranslation()
  const bad = answers
    .filter(({ score }) => isBadScore(survey.kind, score))
    .toSorted((one, other) => one.score - other.score)
  return (
    <Section
      title={t('surveys.badTitle')}
      remark={bad.length === 0 ? '' : t('surveys.answerCount', { count: bad.length })}
    >
      {bad.length === 0 && <p className={room.quiet}>{t('surveys.noBad')}</p>}
      <ul className={styles.bad}>
        {bad.map((answer) => (
          <li key={answer.id}>
            <span className={styles.badHead}>
              <WarningFilled className={styles.sign} aria-hidden="true" />
              <Link className={room.grow ?? ''} to={`/accounts/${answer.accountId}`}>
                {answer.account}
              </Link>
              <strong>{t('surveys.ofScore', { score: answer.score })}</strong>
            </span>
            <span className={room.quiet}>{answer.person ?? t('surveys.askerUnknown')}</span>
            {answer.words !== '' && <p className={styles.words}>{answer.words}</p>}
            {answer.caseId === null ? (
              <Button onClick={() => askForCase(survey, answer, t)}>{t('surveys.recordCase')}</Button>
            ) : (
              <Link to={`/recovery/${answer.caseId}`}>{answer.caseCode}</Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Opens the dialog for a case with what the answer said. */
const askForCase = (
  survey: SurveyRow,
  { id, accountId, account, personId, score, words }: SurveyAnswer,
  t: TFunction,
): void =>
  askCase({
    account: { id: accountId, name: account },
    source: {
      what: 'answer',
      id,
      personId,
      words,
      title: t('surveys.caseTitle', { survey: survey.name, score }),
    },
  })
