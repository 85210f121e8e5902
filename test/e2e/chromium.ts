import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../db/host/browsers.ts'

/** Playwright's own Chromium where it was downloaded, else an installed one, else null. */
export function findChromium(): string | null {
  const own = chromium.executablePath()
  return existsSync(own) ? own : findBrowser()
}

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

/** The same, but Debian's without a window's frame where it is installed: tests take a third less of the processor. */
export const findHeadless = (): string | null =>
  existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : findChromium()

/** No calls home, and a start as root (containers) and without a GPU. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A test's page lives for seconds: code compiled to run fast, and threads to do that beside the page, cost a fifth of the
 * processor's time and win nothing back. Benches and pictures are made without this.
 */
export const SHORT_LIVED_PAGES = '--js-flags=--no-opt --no-maglev --single-threaded'

/** With hidden scrollbars AG Grid clips columns that are pinned to the right. */
export const CHROMIUM_IGNORED_ARGS = ['--hide-scrollbars']
