import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { visitYearQuery } from '../../../client/visitQueries.ts'

/**
 * The plan of a year: its first accounts as soon as they are there, then all of it, which `settled` tells. While another
 * year is on its way, the last one stays.
 */
export function useYear(year: number) {
  const first = useQuery({ ...visitYearQuery(year, 'first'), placeholderData: keepPreviousData })
  const isNew = first.data !== undefined && !first.isPlaceholderData
  const whole = useQuery({
    ...visitYearQuery(year, 'all'),
    placeholderData: keepPreviousData,
    enabled: isNew && first.data?.more === true,
  })
  const enough = isNew && first.data?.more === false
  const isWhole = whole.data !== undefined && !whole.isPlaceholderData
  const error = first.error ?? whole.error
  return {
    data: isNew && (enough || !isWhole) ? first.data : (whole.data ?? first.data),
    error,
    settled: error !== null || enough || (isNew && isWhole),
  }
}
