import { createHashRouter } from 'react-router'
import { changeSettings } from '../client/settings.ts'
import { firstPlace } from './places.ts'
import { routes } from './routes.tsx'

/** The router; starts where the person left off unless the address says otherwise, and remembers each place. */
export function createAppRouter(lastRoute: string | null) {
  window.history.replaceState(null, '', `#${firstPlace(window.location.hash, lastRoute)}`)
  const router = createHashRouter(routes)
  let timer: ReturnType<typeof setTimeout> | undefined
  let remembered = lastRoute
  const remember = (): void => {
    clearTimeout(timer)
    const place = router.state.location.pathname
    if (place === remembered) return
    remembered = place
    void changeSettings({ lastRoute: place })
  }
  router.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(remember, REMEMBER_AFTER_MS)
  })
  window.addEventListener('pagehide', remember)
  return router
}

/** A place counts once it was held for this long, or when the window goes. */
const REMEMBER_AFTER_MS = 600
