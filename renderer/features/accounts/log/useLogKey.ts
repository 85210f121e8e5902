import { useBareKey } from '../../../ui/useBareKey.ts'
import { openQuickEntry } from './quickEntryStore.ts'

/** Writes an entry with the bare key L, where no field, list or dialog takes it. */
export const useLogKey = (): void => useBareKey('l', openQuickEntry)
