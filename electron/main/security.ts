import { app, type Session, type WebContents } from 'electron'
import { isAppUrl, mayHave, mayRequest } from '../rules/navigation.ts'
import { safeOpenExternal } from './safeOpenExternal.ts'

/** Denies every permission but notifications to our own page, and every request that would leave the app. */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl, isMainFrame }) =>
    decide(mayHave(permission, requestingUrl, isMainFrame)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    mayHave(permission, `${origin.replace(/\/$/, '')}/`, isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayRequest(details.url, app.isPackaged) })
  })
  session.on('will-download', (event, item) => {
    // exports are made by the page; nothing is ever fetched
    if (!mayRequest(item.getURL(), true) || isAppUrl(item.getURL())) event.preventDefault()
  })
}

function secureContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    safeOpenExternal(url)
    return { action: 'deny' }
  })
}

/** Binds every page of the app, whoever makes it, to where it is: no navigation, no new windows, no webviews. */
export function secureAllContents(): void {
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
}
