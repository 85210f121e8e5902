import { useEffect } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { onAppKeys } from './keys.ts'
import styles from './shell.module.css'

/**
 * A screen that fills the window, as for a projector: no rail, no bars. Undo and the ways to the rooms stay under their
 * keys; what would lay something private over the screen doesn't.
 */
export function Stage() {
  const navigate = useNavigate()
  useEffect(
    () =>
      onAppKeys({
        go: (to) => void navigate(to),
        step: (by) => void navigate(by),
        palette: () => undefined,
        log: () => undefined,
        request: () => undefined,
      }),
    [navigate],
  )
  return (
    <main className={styles.stage}>
      <Outlet />
    </main>
  )
}
