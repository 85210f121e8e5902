import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../db/accounts/contract.ts'
import type { CustomField } from '../../../db/accounts/custom/contract.ts'
import type { ColumnUse } from '../../../db/exchange/contract.ts'

/** What a use of a column is called. */
export function useUseName(
  figures: readonly Figure[],
  custom: readonly CustomField[],
): (use: ColumnUse) => string {
  const { t } = useTranslation()
  return useCallback(
    (use) => {
      switch (use.kind) {
        case 'field':
          return t(`accounts.field.${use.field}`)
        case 'custom':
          return custom.find(({ id }) => id === use.fieldId)?.name ?? ''
        case 'figure':
          return figures.find(({ id }) => id === use.figureId)?.name ?? ''
        case 'person':
          return t(`importing.person.${use.field}`)
        case 'entry':
          return t(`importing.entry.${use.field}`)
        case 'newFigure':
          return use.name
        case 'ignore':
          return t('importing.columns.ignore')
      }
    },
    [t, figures, custom],
  )
}
