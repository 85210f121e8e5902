import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MergeField } from '../../../../db/accounts/merging/contract.ts'
import { birthdayText, readBirthday } from '../../../../db/accounts/people/rules/birthday.ts'
import type { CustomSubject } from '../../../../db/accounts/rules/fields.ts'
import { api } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { lookUp } from '../../../i18n/look.ts'
import { formatFigure, formatMoney } from '../../../ui/format.ts'

const areaOf = (subject: CustomSubject) => (subject === 'account' ? 'accounts' : 'people')

const nameOf = ({ key }: MergeField): string => key.slice(key.indexOf(':') + 1)

/** The name of a field that two differ in, as its own screen calls it. */
export function useFieldTitle(subject: CustomSubject): (field: MergeField) => string {
  const { t } = useTranslation()
  return (field) =>
    field.label ??
    walletTitle(field, t) ??
    lookUp(t, `${areaOf(subject)}.field.${nameOf(field)}`) ??
    nameOf(field)
}

/** The purchases of a year that both accounts have; null for any other field. */
const walletTitle = (field: MergeField, t: TFunction): string | null =>
  field.cells === undefined ? null : t('merging.compare.wallet', { year: nameOf(field), count: field.cells })

/** A field's stored value as it reads: choices in words, money in the chosen unit, colleagues by name. */
export function useFieldText(
  subject: CustomSubject,
): (field: MergeField, value: string | number | null) => string {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  return (field, value) => {
    if (value === null || value === '') return ''
    switch (field.kind) {
      case 'text':
      case 'account':
        return String(value)
      case 'choice':
        return lookUp(t, `${areaOf(subject)}.${nameOf(field)}.${value}`) ?? String(value)
      case 'money':
        return `${formatMoney(Number(value), money)} ${t(`app.status.${money}`)}`
      case 'number':
        return field.key.startsWith('figure:') ? formatFigure(Number(value), 'number', money) : String(value)
      case 'percent':
      case 'years':
      case 'days':
        return field.key.startsWith('figure:')
          ? `${formatFigure(Number(value), field.kind, money)} ${t(`accounts.unit.${field.kind}`)}`
          : `${value} ${t(`accounts.unit.${field.kind}`)}`
      case 'member':
        return members.find(({ id }) => id === value)?.name ?? ''
      case 'birthday': {
        const birthday = readBirthday(String(value))
        return birthday ? birthdayText(birthday, spokenLanguage()) : String(value)
      }
    }
  }
}
