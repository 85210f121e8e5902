import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { prepareBrowser } from './browserForTests.ts'
import { build, ROOT } from './pages.ts'
import { run, runPackage } from './run.ts'
import { add, NOTHING, readPlaywright, readVitest, type Tally } from './testReports.ts'

/** `npm test`: everything, from a fresh clone to one line. Each stage runs even if one before it failed. */
const reports = mkdtempSync(join(tmpdir(), 'yushui-reports-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const ONE_FAILURE: Tally = { ...NOTHING, failed: 1 }
const ONE_PASS: Tally = { ...NOTHING, passed: 1 }

async function stage(name: string, work: () => Promise<Tally>): Promise<Tally> {
  say(`\n▸ ${name}`)
  const started = performance.now()
  const tally = await work()
  const seconds = ((performance.now() - started) / 1_000).toFixed(0)
  say(`  ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped (${seconds} s)`)
  for (const skipped of tally.skipped) say(`  skipped: ${skipped}`)
  return tally
}

async function check(): Promise<Tally> {
  const { ok } = await run(process.execPath, [join(ROOT, 'scripts', 'check.ts')], {
    onOutput: (text) => process.stdout.write(text),
  })
  return ok ? ONE_PASS : ONE_FAILURE
}

/** Runs a test runner; prints what it said only when something failed. */
async function report(
  program: string,
  args: readonly string[],
  readTally: (file: string) => Tally,
): Promise<Tally> {
  const file = join(reports, `${program.replaceAll('/', '-')}.json`)
  const { ok, output } = await runPackage(program, args, {
    env: { FORCE_COLOR: '0', PLAYWRIGHT_JSON_OUTPUT_NAME: file, YUSHUI_TALLY: file },
  })
  const tally = existsSync(file) ? readTally(file) : ONE_FAILURE
  if (!ok || tally.failed > 0) say(output)
  // a runner that fails without a failed test (an unhandled error, say) has failed all the same
  return !ok && tally.failed === 0 ? add(tally, ONE_FAILURE) : tally
}

async function buildAll(): Promise<Tally> {
  try {
    await build()
    return ONE_PASS
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return ONE_FAILURE
  }
}

async function browser(): Promise<Tally> {
  const missing = await prepareBrowser((line) => say(`  ${line}`))
  if (missing === null) return ONE_PASS
  say(`  ${missing}`)
  return ONE_FAILURE
}

/** What the pages of failed tests showed at the end, which is gone with the machine that ran them. */
function showPages(): void {
  for (const file of globSync(join(ROOT, 'test-results', '*', 'error-context.md')).slice(0, MOST_PAGES)) {
    const [, page = ''] = readFileSync(file, 'utf8').split('# Page snapshot')
    say(`\n${basename(dirname(file))}\n${page.split('\n').slice(0, MOST_LINES).join('\n')}`)
  }
}

const MOST_PAGES = 3
const MOST_LINES = 150

async function endToEnd(): Promise<Tally> {
  const tally = await report(
    '@playwright/test/cli.js',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
    readPlaywright,
  )
  if (tally.failed > 0) showPages()
  return tally
}

const stages: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['check: format, lint, types, import rules', check],
  // tests of processes start what is built, and would build it for themselves
  ['build', buildAll],
  // engine tests print PDFs with it
  ['a browser for the tests', browser],
  [
    'unit, engine, contract and fault tests',
    () => report('vitest/vitest.mjs', ['run', '--config', 'test/vitest.config.ts'], readVitest),
  ],
  ['end-to-end tests', endToEnd],
]

let total = NOTHING
for (const [name, work] of stages) total = add(total, await stage(name, work))
rmSync(reports, { recursive: true, force: true })
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
