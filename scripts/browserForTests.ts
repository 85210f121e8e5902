import { findChromium } from '../test/e2e/chromium.ts'
import { run, runPackage } from './run.ts'

/** Debian's packages: the browser, the same without a window's frame, and a font without which Chinese is boxes. */
const DEBIAN_PACKAGES = ['chromium', 'chromium-headless-shell', 'fonts-noto-cjk']

async function hasChineseFont(): Promise<boolean> {
  const { ok, output } = await run('fc-list', [':lang=zh', 'family'])
  return ok && output.trim() !== ''
}

async function installDebian(packages: readonly string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  return (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })).ok
}

/**
 * Sees to it that there is a Chromium for the end-to-end tests: found, else Playwright's own, else Debian's (as root).
 * Null when there is one, else why not.
 */
export async function prepareBrowser(say: (line: string) => void): Promise<string | null> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const missing = process.platform !== 'linux' || (await hasChineseFont()) ? [] : ['fonts-noto-cjk']
  if (findChromium() === null) {
    say('no Chromium found: fetching Playwright’s')
    const fetched = await runPackage('playwright/cli.js', ['install', 'chromium'])
    if (!fetched.ok) missing.push(...DEBIAN_PACKAGES.filter((name) => !missing.includes(name)))
  }
  if (missing.length > 0 && asRoot) {
    say(`installing ${missing.join(' and ')} with apt-get`)
    await installDebian(missing)
  }
  if (findChromium() !== null) return null
  return asRoot
    ? 'no Chromium, and neither Playwright’s download nor apt-get brought one'
    : 'no Chromium: install one, or run as root so that apt-get can'
}
