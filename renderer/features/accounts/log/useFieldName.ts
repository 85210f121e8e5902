import { useTranslation } from 'react-i18next'
import type { LiftedFact } from '../../../../db/accounts/log/contract.ts'
import { lookUp } from '../../../i18n/look.ts'

/** The names of a portrait's fields. */
export function useFieldName(): (subject: LiftedFact['subject'], field: string) => string {
  const { t } = useTranslation()
  return (subject, field) =>
    field === 'rivalMove'
      ? t('log.entry.rivalMove')
      : (lookUp(t, `${subject === 'person' ? 'people' : 'accounts'}.field.${field}`) ?? field)
}
