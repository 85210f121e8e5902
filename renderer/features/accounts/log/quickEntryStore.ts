import { createStore } from '../../../ui/store.ts'

/** Whether the quick entry of the log is open: Ctrl+L, the palette or a button opens it anywhere. */
export const quickEntryStore = createStore(false)

/** Opens the quick entry; it takes account and person from where the window is. */
export const openQuickEntry = (): void => quickEntryStore.set(true)
