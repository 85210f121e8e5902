import { lazy, Suspense } from 'react'
import { useStore } from '../ui/store.ts'
import { paletteStore } from './paletteStore.ts'

// pinyin tables are large and only needed once the palette opens
const PaletteDialog = lazy(async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog }))

/** One palette for everything: accounts, people, promises, entries, files, rounds, commands. Ctrl+K opens it anywhere. */
export function Palette() {
  const open = useStore(paletteStore)
  return open ? (
    <Suspense>
      <PaletteDialog close={() => paletteStore.set(false)} />
    </Suspense>
  ) : null
}
