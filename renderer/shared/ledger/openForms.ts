import { createStore } from '../../ui/store.ts'

/** How many forms lie open in this window: a visit or case isn't ended over something half-written. */
export const openForms = createStore(0)
