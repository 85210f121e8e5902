import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { tallyReporter } from './tallyReporter.ts'

/** Where `npm test` wants the counts. */
const tally = process.env.YUSHUI_TALLY

/** Everything that runs without a browser: rules, kernel, services, hosts. End-to-end tests are Playwright's. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    projects: [
      // one process reads the modules once for many files, whose tests keep nothing in them
      {
        extends: true,
        test: { name: 'modules', include: ['test/{unit,engine}/**/*.test.{ts,tsx}'], isolate: false },
      },
      // these start, replace and kill processes, their own among them
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['test/{contract,faults}/**/*.test.ts'],
          globalSetup: 'test/builtFirst.ts',
        },
      },
    ],
    environment: 'node',
    reporters: tally === undefined ? ['default'] : ['default', tallyReporter(tally)],
    // better-sqlite3 is native: a crash must take down one process of tests, not the run
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // results in the user's time zone and language must not depend on the machine
    env: { TZ: 'Asia/Shanghai' },
    coverage: {
      provider: 'v8',
      include: ['db/**', 'electron/rules/**', 'renderer/**'],
      reportsDirectory: 'coverage',
    },
  },
})
