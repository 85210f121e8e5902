import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** What came of a set of tests. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** each skipped test with why */
  readonly skipped: readonly string[]
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: [] }

/** Both together. */
export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] }
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const VitestTally = z.object({ passed: z.int(), failed: z.int(), skipped: z.array(z.string()) })

/** Reads what test/tallyReporter.ts wrote. */
export function readVitest(file: string): Tally {
  return VitestTally.parse(json(file))
}

const Outcome = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
})
const Suite = z.object({
  title: z.string(),
  specs: z.array(Outcome),
  get suites() {
    return z.array(Suite).optional()
  },
})
type Suite = z.infer<typeof Suite>
const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(z.unknown()) })

function specsOf(suite: Suite): z.infer<typeof Outcome>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

/** Reads Playwright's JSON report. A flaky test counts as failed: it would fail somebody else's run. */
export function readPlaywright(file: string): Tally {
  const report = PlaywrightReport.parse(json(file))
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap(({ title, tests: runs }) => runs.map((one) => ({ title, ...one })))
  const skipped = tests
    .filter(({ status }) => status === 'skipped')
    .map(
      ({ title, annotations }) =>
        `${title}: ${annotations.find(({ type }) => type === 'skip')?.description ?? ''}`,
    )
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed:
      tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length +
      report.errors.length,
    skipped,
  }
}
