import { useTranslation } from 'react-i18next'
import { SEVERITY_NAMES, type Severity } from '../../../db/recovery/rules/severity.ts'
import { ExclamationCircleFilled } from '../../ui/icons.tsx'
import styles from './case.module.css'

/** How grave a case is: a sign, a word and its number. */
export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const { t } = useTranslation()
  return (
    <span className={styles.severity} data-severity={severity}>
      {severity <= 2 && <ExclamationCircleFilled aria-hidden="true" />}
      {t(`cases.severity.${SEVERITY_NAMES[severity]}`)}
    </span>
  )
}
