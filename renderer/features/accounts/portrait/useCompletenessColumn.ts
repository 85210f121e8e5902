import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import type { GridColumn } from '../../../grid/types.ts'

/** How complete each archive is, as a column of the accounts grid; it fills a moment after the grid is there. */
export function useCompletenessColumn<Row extends { readonly id: string }>(): GridColumn<Row> {
  const { t } = useTranslation()
  const { data } = useQuery(api.portrait.all.queryOptions())
  return useMemo(() => {
    const percents = new Map<string, number>(data?.accountIds.map((id, at) => [id, data.percents[at] ?? 0]))
    return {
      id: 'completeness',
      title: t('portrait.short'),
      kind: 'number',
      width: 84,
      sumable: false,
      read: ({ id }) => percents.get(id) ?? null,
      format: (value) => (value === null ? '' : `${value}%`),
    }
  }, [data, t])
}

/** Puts a column behind another one. */
export const withColumnAfter = <Row>(
  columns: readonly GridColumn<Row>[],
  after: string,
  column: GridColumn<Row>,
): readonly GridColumn<Row>[] => columns.flatMap((one) => (one.id === after ? [one, column] : [one]))
