import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, MessageChannelMain, session, type WebContents } from 'electron'
import { CHANNELS, parseLook, parseNothing, parseText } from '../rules/messages.ts'
import { createSupervisor } from '../rules/supervisor.ts'
import { registerAppScheme, serveApp } from './appProtocol.ts'
import { createDoor } from './door.ts'
import { type ElectronEngine, startElectronEngine } from './engineRun.ts'
import { setMenu } from './menu.ts'
import { printToPdf } from './print.ts'
import { safeOpenExternal } from './safeOpenExternal.ts'
import { secureAllContents, secureSession } from './security.ts'
import { createWindows } from './windows.ts'

/** `--data DIR` of the launcher; Electron's own switches pass by. */
function askedDataFolder(): string | null {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
  })
  return typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : null
}

function run(dataFolder: string | null) {
  const windows = createWindows(join(import.meta.dirname, '..', 'preload', 'index.cjs'))
  let engine: ElectronEngine | null = null
  const supervisor = createSupervisor({
    start(events, recover) {
      engine = startElectronEngine(
        { dataFolder, appVersion: app.getVersion(), recover, print: printToPdf },
        events,
      )
      return engine
    },
  })

  const tell = (contents: WebContents) => contents.send(CHANNELS.status, supervisor.status())
  supervisor.subscribe(() => windows.contents().forEach(tell))

  function connect(contents: WebContents) {
    const status = supervisor.status()
    if (engine === null || status.state !== 'running') return
    const { port1, port2 } = new MessageChannelMain()
    engine.hand(port1)
    contents.postMessage(CHANNELS.port, { run: status.run }, [port2])
  }

  const door = createDoor(windows.ids)
  door.hear(CHANNELS.status, parseNothing, tell)
  door.hear(CHANNELS.port, parseNothing, connect)
  door.hear(CHANNELS.retry, parseNothing, () => supervisor.retry())
  door.hear(CHANNELS.recover, parseNothing, () => supervisor.recover())
  door.hear(CHANNELS.external, parseText, (_sender, url) => safeOpenExternal(url))
  door.hear(CHANNELS.look, parseLook, (_sender, look) => {
    windows.dress(look)
    setMenu(look.language, windows.open)
  })

  setMenu(app.getLocale().startsWith('zh') ? 'zh' : 'en', windows.open)
  windows.open()
  app.on('second-instance', () => windows.focusOrOpen())
  app.on('activate', () => windows.focusOrOpen())
  app.on('window-all-closed', () => app.quit())

  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    // the engine's backup on quit comes first; the second quit then passes
    event.preventDefault()
    void supervisor.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

function main() {
  app.enableSandbox()
  registerAppScheme()
  secureAllContents()
  const dataFolder = askedDataFolder()
  // one lock and one window memory for each data folder
  if (dataFolder !== null) app.setPath('userData', join(dataFolder, 'window'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  // not awaited at the top level: an ES module's top-level await would keep the app from becoming ready
  void app.whenReady().then(() => {
    secureSession(session.defaultSession)
    serveApp(join(import.meta.dirname, '..', 'renderer'))
    run(dataFolder)
  })
}

main()
