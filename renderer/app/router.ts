import { createHashRouter } from 'react-router'
import { changeSettings } from '../client/settings.ts'
import { routes } from './routes.tsx'

/** The router; starts where the person left off unless the address says otherwise, and remembers each place. */
export function createAppRouter(lastRoute: string | null) {
  if (window.location.hash.replace(/^#\/?/, '') === '')
    window.history.replaceState(null, '', `#${lastRoute?.startsWith('/') ? lastRoute : '/accounts'}`)
  const router = createHashRouter(routes)
  let timer: ReturnType<typeof setTimeout> | undefined
  let remembered = lastRoute
  router.subscribe(({ location }) => {
    const place = location.pathname
    clearTimeout(timer)
    if (place === remembered) return
    timer = setTimeout(() => {
      remembered = place
      void changeSettings({ lastRoute: place })
    }, REMEMBER_AFTER_MS)
  })
  return router
}

/** A place counts once it was held for this long. */
const REMEMBER_AFTER_MS = 600
