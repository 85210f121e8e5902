import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { GridColumn } from '../../../grid/types.ts'

const COLUMN = 'completeness'

/**
 * How complete each archive is, as a column of the accounts grid. It fills a moment after the grid is there, and stays
 * the same column when percentages change: a new one would end an edit that is being typed.
 */
export function useCompletenessColumn<Row extends { readonly id: string }>(
  grid: RefObject<DataGridHandle<Row> | null>,
): GridColumn<Row> {
  const { t } = useTranslation()
  const { data } = useQuery(api.portrait.all.queryOptions())
  const percents = useRef<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    if (!data) return
    percents.current = new Map(data.accountIds.map((id, at) => [id, data.percents[at] ?? 0]))
    if (grid.current && !grid.current.api.isDestroyed()) grid.current.refreshValues([COLUMN])
  }, [data, grid])
  return useMemo(
    () => ({
      id: COLUMN,
      title: t('portrait.short'),
      kind: 'number',
      width: 84,
      sumable: false,
      read: ({ id }) => percents.current.get(id) ?? null,
      format: (value) => (value === null ? '' : `${value}%`),
    }),
    [t],
  )
}

/** Puts a column behind another one. */
export const withColumnAfter = <Row>(
  columns: readonly GridColumn<Row>[],
  after: string,
  column: GridColumn<Row>,
): readonly GridColumn<Row>[] => columns.flatMap((one) => (one.id === after ? [one, column] : [one]))
