import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import styles from './analysis.module.css'

/** The decision that stands (E3), beside an account's name, with who decided when and why behind it. */
export function DecisionTag({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.analysis.get.queryOptions({ input: { accountId } }))
  const stands = data?.decisions[0]
  if (!stands) return null
  const by = t('analysis.by', { by: stands.by ?? t('analysis.unknownBy'), on: stands.decidedOn })
  return (
    <span className={styles.tag} title={`${stands.reason} (${by})`}>
      {t('analysis.decision.title')} <strong>{t(`analysis.decision.${stands.decision}`)}</strong>
    </span>
  )
}
