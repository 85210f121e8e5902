import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Look } from '../rules/messages.ts'
import { APP_ORIGIN } from '../rules/navigation.ts'
import {
  FIRST_WINDOW,
  parseWindowState,
  reachableBox,
  SMALLEST_WINDOW,
  type WindowState,
} from '../rules/windowState.ts'

/** The title bar that the renderer draws (screens: 40 px); the system puts its buttons onto it. */
const TITLE_BAR_HEIGHT = 40
const FIRST_SIZE = { width: 1440, height: 900 }

/** Until the page has said how it looks: the chrome colour of both themes. */
const FIRST_CHROME = { light: '#f1f5f5', dark: '#0e1517' }

const stateFile = () => join(app.getPath('userData'), 'window.json')

function recall(): WindowState {
  try {
    return parseWindowState(readFileSync(stateFile(), 'utf8'))
  } catch {
    return FIRST_WINDOW
  }
}

function remember(window: BrowserWindow): void {
  const state: WindowState = { box: window.getNormalBounds(), maximized: window.isMaximized() }
  try {
    writeFileSync(stateFile(), JSON.stringify(state))
  } catch {
    // a folder that can't be written: the window opens at its first place next time
  }
}

/** All windows: opens them hardened, remembers where they were, and dresses them as the page says. */
export function createWindows(preload: string) {
  const windows = new Set<BrowserWindow>()
  const ids = new Set<number>()
  const chrome = () => FIRST_CHROME[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']

  function open(): BrowserWindow {
    const state = recall()
    const box = reachableBox(
      state.box,
      screen.getAllDisplays().map((display) => display.workArea),
    )
    const window = new BrowserWindow({
      ...(box ?? FIRST_SIZE),
      minWidth: SMALLEST_WINDOW.width,
      minHeight: SMALLEST_WINDOW.height,
      show: false,
      title: 'Yushui 鱼水',
      backgroundColor: chrome(),
      titleBarStyle: 'hidden',
      ...(process.platform === 'darwin'
        ? { trafficLightPosition: { x: 14, y: 12 } }
        : { titleBarOverlay: { color: chrome(), height: TITLE_BAR_HEIGHT } }),
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    })
    const { id } = window.webContents
    windows.add(window)
    ids.add(id)
    window.once('ready-to-show', () => {
      if (state.maximized) window.maximize()
      window.show()
    })
    window.on('close', () => remember(window))
    window.once('closed', () => {
      windows.delete(window)
      ids.delete(id)
    })
    void window.loadURL(`${APP_ORIGIN}/index.html`)
    return window
  }

  function focusOrOpen() {
    const window = [...windows].at(-1)
    if (window === undefined) {
      open()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  /** Window buttons, native menus and dialogs follow the page's theme. */
  function dress(look: Look) {
    nativeTheme.themeSource = look.theme
    for (const window of windows) {
      window.setBackgroundColor(look.chrome)
      if (process.platform !== 'darwin')
        window.setTitleBarOverlay({ color: look.chrome, symbolColor: look.text, height: TITLE_BAR_HEIGHT })
    }
  }

  return {
    open,
    focusOrOpen,
    dress,
    /** ids of the windows' webContents, kept current */
    ids: ids as ReadonlySet<number>,
    contents: () => [...windows].map((window) => window.webContents),
  }
}
