import { createStore } from '../../ui/store.ts'

/** How many forms of visits lie open in this window: a visit isn't ended or closed over something half-written. */
export const openForms = createStore(0)
