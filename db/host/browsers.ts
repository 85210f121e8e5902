import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
/** Chromium without windows: it prints a page in a third of the time, half of which a whole browser waits. */
const LINUX_PRINTERS = ['chromium-headless-shell', 'chrome-headless-shell']
const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const WINDOWS_PATHS = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

function places(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string[] {
  if (platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  if (platform === 'win32')
    return [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, ...path)))
  return inPath(LINUX_NAMES, env)
}

function inPath(
  names: readonly string[],
  { PATH = '' }: Readonly<Record<string, string | undefined>>,
): string[] {
  const folders = PATH.split(delimiter).filter((folder) => folder.startsWith('/'))
  return names.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)))
}

/** An installed Chromium, Chrome or Edge, or null. YUSHUI_BROWSER names one; set to nothing, there is none. */
export function findBrowser(
  platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const named = env.YUSHUI_BROWSER
  if (named !== undefined) return named !== '' && exists(named) ? named : null
  return places(platform, env).find((path) => exists(path)) ?? null
}

/** What pages are printed with: a browser without windows where there is one, else as {@link findBrowser}. */
export function findPrinter(
  platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const shells = platform === 'linux' && env.YUSHUI_BROWSER === undefined ? inPath(LINUX_PRINTERS, env) : []
  return shells.find((path) => exists(path)) ?? findBrowser(platform, env, exists)
}

/** Flags that every start of a browser by us carries: no first-run pages, no calls home, a profile of its own. */
export function browserFlags(profile: string): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium refuses to start as root with its sandbox; root is only met in containers
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : []),
  ]
}
