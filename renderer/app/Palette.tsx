import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../ui/store.ts'
import { useCloseOnLeave } from '../ui/useCloseOnLeave.ts'
import styles from './palette.module.css'
import { paletteStore } from './paletteStore.ts'

// pinyin tables are large and only needed once the palette opens
const loadDialog = async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog })
const PaletteDialog = lazy(loadDialog)

/** One palette for everything: accounts, people, promises, entries, files, rounds, commands. Ctrl+K opens it anywhere. */
export function Palette() {
  const open = useStore(paletteStore)
  const typed = useRef('')
  useEffect(() => {
    // the first Ctrl+K shouldn't wait for code that can come while nobody needs the window
    const idle = requestIdleCallback(() => void loadDialog())
    return () => cancelIdleCallback(idle)
  }, [])
  const close = (): void => {
    typed.current = ''
    paletteStore.set(false)
  }
  useCloseOnLeave(close)
  return open ? (
    <Suspense fallback={<PaletteWaiting typed={typed} close={close} />}>
      <PaletteDialog typed={typed} close={close} />
    </Suspense>
  ) : null
}

/** Takes the keys that are typed before the palette's code is there: none of them may reach the page beneath. */
function PaletteWaiting({
  typed,
  close,
}: {
  readonly typed: React.RefObject<string>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={t('app.palette.title')} onClose={close}>
      <div className={styles.search}>
        <input
          aria-label={t('app.palette.title')}
          onChange={(event) => {
            typed.current = event.target.value
          }}
        />
      </div>
    </dialog>
  )
}
