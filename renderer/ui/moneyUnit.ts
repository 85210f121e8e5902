import type { MoneyUnit } from './format.ts'
import { createStore } from './store.ts'

/** The unit that money is shown in, for texts that are put together outside of components. */
export const moneyUnitStore = createStore<MoneyUnit>('tenThousand')
