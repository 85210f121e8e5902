import { spawn } from 'node:child_process'
import { browserFlags, findBrowser } from '../db/host/browsers.ts'

/** A window that is gone sooner than this was never seen: the browser handed over to another one, or failed. */
const SHORTEST_LIFE_MS = 3_000

/** Whether anything can be shown here. Windows and macOS always can. */
export function hasDisplay(platform = process.platform, env = process.env): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/**
 * Opens the workstation in a window of its own of an installed Chromium, Chrome or Edge, with a profile in the data
 * folder. Resolves when the window was closed; null where no such browser is installed.
 */
export function openAppWindow(url: string, profile: string): Promise<'closed' | 'notShown'> | null {
  const browser = findBrowser()
  if (browser === null) return null
  const opened = performance.now()
  return new Promise((resolve) => {
    const child = spawn(browser, [...browserFlags(profile), '--window-size=1440,900', `--app=${url}`], {
      stdio: 'ignore',
    })
    child.once('error', () => resolve('notShown'))
    child.once('exit', () => resolve(performance.now() - opened < SHORTEST_LIFE_MS ? 'notShown' : 'closed'))
  })
}

/** Opens an address in the system's default browser; where that fails the printed address is left. */
export function openDefaultBrowser(url: string, platform = process.platform): void {
  const [program, args] =
    platform === 'win32'
      ? (['rundll32', ['url.dll,FileProtocolHandler', url]] as const)
      : platform === 'darwin'
        ? (['open', [url]] as const)
        : (['xdg-open', [url]] as const)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}
