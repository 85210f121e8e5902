import { createStore } from '../ui/store.ts'

/** Whether the palette is open. */
export const paletteStore = createStore(false)
