import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'vite'

/** What a victim is told to do until it is killed. */
export interface Order {
  readonly what: 'write' | 'backup' | 'restore' | 'migrate'
  readonly dataFolder: string
  /** the backup to restore */
  readonly file?: string
}

/** A write that the engine answered: it must be there whatever happens next. */
export interface Acknowledged {
  readonly txnId: string
  /** hash of the visible rows after it */
  readonly seen: string
}

interface Victim {
  readonly child: ChildProcess
  readonly said: () => string[]
  /** its first line: loaded */
  readonly ready: Promise<void>
  /** its second line: something is done, and it is at work on the next */
  readonly working: Promise<void>
}

/** When to kill: so long after the order, which may still be opening, or after the first thing that is done. */
export interface Moment {
  readonly after: 'order' | 'firstDone'
  readonly ms: number
}

const ROOT = join(import.meta.dirname, '../..')

/**
 * Bundles the victim with the engine in it, as a release does: it starts ten times as fast as from its sources, and
 * there are more than a hundred of them. Answers with the file to run.
 */
export async function bundleVictim(): Promise<string> {
  const outDir = join(ROOT, 'out', 'faults')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, 'victim.ts'), outDir, target: 'node24', minify: false },
  })
  return join(outDir, 'victim.js')
}

/** Processes that are loaded and wait for their order: starting Node takes longer than a run. */
export class Victims {
  private readonly waiting: Victim[] = []
  private readonly script: string
  private readonly atOnce: number

  /** @param script made by {@link bundleVictim} */
  constructor(script: string, atOnce: number) {
    this.script = script
    this.atOnce = atOnce
  }

  /** Gives the next victim its order, kills it at the moment, and answers with the whole lines that it said. */
  async runAndKill(order: Order, { after, ms }: Moment): Promise<string[]> {
    while (this.waiting.length < this.atOnce) this.waiting.push(startVictim(this.script))
    const victim = this.waiting.shift() ?? startVictim(this.script)
    await victim.ready
    victim.child.stdin?.write(`${JSON.stringify(order)}\n`)
    if (after === 'firstDone') await victim.working
    // the moment of the kill is the point of the test: random, not waiting for anything
    await delay(ms)
    const closed = once(victim.child, 'close')
    victim.child.kill('SIGKILL')
    await closed
    return victim.said().filter((line) => !line.includes('"ready"'))
  }

  /** Ends those that never got an order. */
  end(): void {
    for (const { child } of this.waiting) child.kill('SIGKILL')
  }
}

function startVictim(script: string): Victim {
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // what Node made of the bundle, from the first victim on: they end before they would keep it by themselves
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(script), 'compiled') },
  })
  let text = ''
  const ready = Promise.withResolvers<void>()
  const working = Promise.withResolvers<void>()
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    const lines = text.split('\n').length - 1
    if (lines >= 1) ready.resolve()
    if (lines >= 2) working.resolve()
  })
  child.once('exit', () => {
    for (const wait of [ready, working]) wait.reject(new Error('the victim ended before its time'))
  })
  // nobody waits for them when it is killed early
  for (const wait of [ready, working]) wait.promise.catch(() => {})
  // a line that the kill cut short was not acknowledged
  return { child, ready: ready.promise, working: working.promise, said: () => text.split('\n').slice(0, -1) }
}
