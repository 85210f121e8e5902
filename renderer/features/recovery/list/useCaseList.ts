import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AskedAmong } from '../../../../db/recovery/contract.ts'
import { api } from '../../../client/engine.ts'

export type CaseShow = 'open' | 'ended' | 'all'

/** Cases that are asked for before all others: more than any screen shows. */
const FIRST_CASES = 200

/** The list of cases: its first rows as soon as they are there, then all; `settled` once these are all. */
export function useCaseList(show: CaseShow, among: AskedAmong | undefined) {
  const asked = { show, ...(among && { among }) }
  const first = useQuery(
    api.cases.list.queryOptions({
      input: { ...asked, limit: FIRST_CASES },
      placeholderData: keepPreviousData,
    }),
  )
  const isNew = first.data !== undefined && !first.isPlaceholderData
  const whole = useQuery(
    api.cases.list.queryOptions({ input: asked, enabled: isNew && first.data?.more === true }),
  )
  const enough = isNew && first.data?.more === false
  const error = first.error ?? whole.error
  return {
    data: enough ? first.data : (whole.data ?? first.data),
    error,
    settled: error !== null || enough || whole.data !== undefined,
  }
}
