import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SEVERITIES, SEVERITY_NAMES } from '../../../db/recovery/rules/severity.ts'
import { CASE_CATEGORIES } from '../../../db/recovery/rules/words.ts'
import { api } from '../../client/engine.ts'
import { shortMoment } from '../../shared/clocks/clockText.ts'
import styles from './case.module.css'

/** What a case that is being typed will ask of us, by when, and which earlier one it may repeat. */
export function Foreseen({
  draft: { accountId, category, impact, urgency },
}: {
  readonly draft: Readonly<Record<'accountId' | 'category' | 'impact' | 'urgency', string>>
}) {
  const { t } = useTranslation()
  const about = CASE_CATEGORIES.find((one) => one === category)
  const [much, soon] = [impact, urgency].map((typed) => SEVERITIES.find((one) => String(one) === typed))
  const { data } = useQuery(
    api.cases.foresee.queryOptions({
      input:
        accountId !== '' && about && much && soon
          ? { accountId, category: about, impact: much, urgency: soon }
          : skipToken,
    }),
  )
  if (!data) return null
  const { due, severity, alike } = data
  const moment = (at: number): string => shortMoment(at, Date.now())
  const parts = [
    due.answer === undefined
      ? ''
      : t('cases.foreseen', {
          severity: t(`cases.severity.${SEVERITY_NAMES[severity]}`),
          due: moment(due.answer),
        }),
    due.contain === undefined ? '' : t('cases.foreseenContain', { due: moment(due.contain) }),
    due.solution === undefined ? '' : t('cases.foreseenSolution', { due: moment(due.solution) }),
  ].filter((part) => part !== '')
  return (
    <div className={styles.foreseen}>
      <p>{parts.join(t('channel.comma'))}</p>
      {alike.length > 0 && (
        <p className={styles.warned}>
          {t('cases.alike', {
            count: alike.length,
            names: alike.map(({ code, title }) => `${code} ${title}`).join(t('channel.comma')),
          })}
        </p>
      )}
    </div>
  )
}
