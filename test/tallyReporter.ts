import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes what came of a run to a file: counts, and each skipped test with its reason (`context.skip('why')`). */
export function tallyReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], unhandled) {
      const tests = modules.flatMap((module) => [...module.children.allTests()])
      const inState = (state: string) => tests.filter((test) => test.result().state === state)
      // a file that couldn't be loaded, or a hook that failed, has no failed test of its own
      const broken = modules.filter(
        (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
      )
      const skipped = inState('skipped').map((test) => {
        const result = test.result()
        return `${test.fullName}: ${result.state === 'skipped' ? (result.note ?? 'no reason given') : ''}`
      })
      const failed = inState('failed').length + broken.length + unhandled.length
      writeFileSync(file, JSON.stringify({ passed: inState('passed').length, failed, skipped }))
    },
  }
}
