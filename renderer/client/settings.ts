import { useQuery } from '@tanstack/react-query'
import type { Settings } from '../../db/department/contract.ts'
import type { MoneyUnit } from '../ui/format.ts'
import { showProblem } from '../ui/toast.ts'
import { api, engine } from './engine.ts'
import { toProblem } from './problem.ts'
import { queryClient } from './queryClient.ts'

/** What holds until the engine has answered. */
const FIRST: Settings = {
  language: 'system',
  theme: 'system',
  moneyUnit: 'tenThousand',
  markKeys: 'quick',
  me: null,
  lastRoute: null,
}

/** The settings of this laptop. */
export const useSettings = (): Settings => useQuery(api.department.settings.queryOptions()).data ?? FIRST

/** The unit that money is shown in. */
export const useMoneyUnit = (): MoneyUnit => useSettings().moneyUnit

/** Changes settings: shown at once, saved behind; put back if the engine refuses. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const key = api.department.settings.queryKey()
  const before = queryClient.getQueryData(key)
  queryClient.setQueryData(key, { ...FIRST, ...before, ...change })
  try {
    queryClient.setQueryData(key, await engine.department.changeSettings(change))
  } catch (error) {
    queryClient.setQueryData(key, before)
    showProblem(toProblem(error))
  }
}
