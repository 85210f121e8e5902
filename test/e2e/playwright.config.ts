import { defineConfig } from '@playwright/test'
import { electronBinary } from '../../scripts/electronBinary.ts'
import { CHROMIUM_ARGS, CHROMIUM_IGNORED_ARGS, findHeadless, SHORT_LIVED_PAGES } from './chromium.ts'

// engine and pages share the laptop's clock: the engine starts in this process, or one that it starts
const timezoneId = 'Asia/Shanghai'
process.env.TZ = timezoneId

const executablePath = findHeadless()
const electron = electronBinary()

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // test by test, not file by file: no worker waits for the other's last file
  fullyParallel: true,
  // generous: a slow machine is not a fault, and waiting costs nothing where nothing is wrong
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId,
    viewport: { width: 1440, height: 900 },
    // what fades in has its colours, and its place, at once
    contextOptions: { reducedMotion: 'reduce' },
    // costs a third more in every test; turn it on to look into a failure
    trace: 'off',
  },
  projects: [
    {
      name: 'browser',
      testMatch: '**/*.spec.ts',
      testIgnore: 'electron/**',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath === null ? {} : { executablePath }),
          args: [...CHROMIUM_ARGS, SHORT_LIVED_PAGES],
          ignoreDefaultArgs: CHROMIUM_IGNORED_ARGS,
        },
      },
    },
    // the specs say themselves why they are skipped where there is no binary
    { name: 'electron', testMatch: 'electron/**/*.spec.ts', metadata: { electron } },
  ],
})
