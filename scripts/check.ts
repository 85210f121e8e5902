import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './pages.ts'
import { run, runPackage } from './run.ts'

/** One static check: its name, and what is wrong in words, empty when nothing is. */
interface Check {
  readonly name: string
  readonly faults: () => Promise<string>
}

/** A file is one idea; more than this is several. */
const LONGEST_FILE = 500

/** Rules of oxlint that don't fit here, each with its reason. */
const OXLINT_ALLOWED = [
  // interfaces are written with method signatures here, and the objects behind them close over their state
  'typescript/unbound-method',
  // strips of marks are ASCII; names are shortened by code points on purpose
  'typescript/no-misused-spread',
  // columns of 10,000 rows are made at their length
  'unicorn/no-new-array',
  // a copy of the listeners is meant: they may come and go while they are told
  'unicorn/no-useless-spread',
  // tsc says the same, and knows that a parameter called _ is meant
  'no-unused-vars',
].flatMap((rule) => ['-A', rule])

const SOURCES = ['db', 'electron', 'renderer', 'scripts', 'test']

/**
 * The checks run side by side, so each does best on one processor: what works on several of its own works out the same
 * types on each. Go's programs may take more memory before they clean up.
 */
const ENVIRONMENT = { FORCE_COLOR: '0', GOMAXPROCS: '1', GOGC: '400' }

function tool(name: string, file: string, args: readonly string[]): Check {
  return {
    name,
    async faults() {
      const { ok, output } = await runPackage(file, args, { env: ENVIRONMENT })
      return ok ? '' : output.trim() || `${name} failed`
    },
  }
}

/** Kept by the contents of files: a second check looks at what changed since, and all that it touches. */
const types = (project: string) =>
  tool(`types ${project}`, 'typescript/bin/tsc', [
    ...['-p', project, '--pretty', 'false', '--checkers', '1', '--incremental'],
    ...[
      '--tsBuildInfoFile',
      join('node_modules/.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`),
    ],
  ])

/** Files that git knows or would: what a commit could hold. */
async function files(): Promise<string[]> {
  const { output } = await run('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
    ...SOURCES,
  ])
  return output.split('\0').filter((name) => /\.(ts|tsx|css)$/.test(name))
}

function lines(name: string): number {
  try {
    return readFileSync(join(ROOT, name), 'utf8').split('\n').length - 1
  } catch {
    // listed by git, deleted in the folder
    return 0
  }
}

const fileLengths: Check = {
  name: 'file lengths',
  async faults() {
    const long = (await files())
      .map((name) => [name, lines(name)] as const)
      .filter(([, n]) => n > LONGEST_FILE)
    return long.map(([name, n]) => `${name} has ${n} lines, ${LONGEST_FILE} are allowed`).join('\n')
  },
}

/** The slow ones first, so that the short ones fill the gaps. */
const CHECKS: readonly Check[] = [
  tool('oxlint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...OXLINT_ALLOWED, ...SOURCES]),
  types('test/tsconfig.json'),
  types('renderer/tsconfig.json'),
  tool('import rules', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.mjs',
    'db',
    'electron',
    'renderer',
    'scripts',
  ]),
  types('db/tsconfig.json'),
  types('db/tsconfig.pure.json'),
  types('electron/tsconfig.json'),
  tool('biome', '@biomejs/biome/bin/biome', [
    'check',
    '--colors=off',
    '--max-diagnostics=50',
    '--error-on-warnings',
    '.',
  ]),
  fileLengths,
]

/** Runs the checks, as many at once as there are processors; prints the failures and answers how many there were. */
async function runAll(checks: readonly Check[]): Promise<number> {
  const waiting = [...checks]
  let failed = 0
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const faults = await check.faults()
      if (faults === '') continue
      failed += 1
      process.stdout.write(`\n✗ ${check.name}\n${faults}\n`)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, Math.min(availableParallelism(), 4)) }, worker))
  return failed
}

const started = performance.now()
const failed = await runAll(CHECKS)
const seconds = ((performance.now() - started) / 1_000).toFixed(1)
process.stdout.write(`check: ${CHECKS.length - failed} of ${CHECKS.length} passed (${seconds} s)\n`)
process.exitCode = failed === 0 ? 0 : 1
