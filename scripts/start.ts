import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ExitCode, type Io, UsageError } from '../db/host/cli/io.ts'
import { argumentFault } from '../db/host/cli/run.ts'
import { portOption, serveUntilEnded } from '../db/host/cli/serve.ts'
import { languageOf, say } from '../db/host/cli/words.ts'
import { dataFolder } from '../db/host/dataFolder.ts'
import type { BrowserHost } from '../db/host/http.ts'
import type { Language } from '../db/terms/language.ts'
import { hasDisplay, openAppWindow, openDefaultBrowser } from './appWindow.ts'
import { electronBinary, installElectron } from './electronBinary.ts'
import { ROOT } from './pages.ts'
import { processIo } from './processIo.ts'

/** Remembers that Electron couldn't be fetched, so that not every start waits for a download that can't come. */
const REFUSED_MARK = join(ROOT, 'out', 'electron-refused.txt')
const DAY_MS = 86_400_000

interface Start {
  readonly io: Io
  readonly language: Language
  readonly folder: string
  readonly port: number | undefined
  readonly open: boolean
}

function rememberedRefusal(): string | null {
  try {
    return Date.now() - statSync(REFUSED_MARK).mtimeMs < DAY_MS ? readFileSync(REFUSED_MARK, 'utf8') : null
  } catch {
    return null
  }
}

/** Electron's binary, fetched if it must be; or why there is none. */
async function electronOr(language: Language): Promise<{ binary: string } | { reason: string }> {
  // its sandbox doesn't start for root, and it doesn't start without its sandbox
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return { reason: say(language, 'electronAsRoot') }
  const reason = electronBinary() === null ? (rememberedRefusal() ?? (await installElectron())) : null
  const binary = electronBinary()
  if (binary !== null) return { binary }
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  writeFileSync(REFUSED_MARK, reason ?? '')
  return { reason: reason ?? '' }
}

async function runElectron(binary: string, { io, folder }: Start): Promise<ExitCode> {
  await io.build()
  const child = spawn(binary, [ROOT, '--data', folder], { stdio: 'inherit' })
  // Ctrl+C reaches Electron too; this process stays until the engine has made its backup
  void io.ended().then(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code === 0 || code === null ? 0 : 1))
  })
}

async function runBrowser({ io, language, folder, port, open }: Start): Promise<ExitCode> {
  const closed = Promise.withResolvers<void>()
  const shown = hasDisplay()
  const opened = (host: BrowserHost) => {
    io.stdout(`${say(language, 'serving', { url: host.url })}\n`)
    if (open && !shown) io.stdout(`${say(language, 'noDisplay')}\n`)
    io.stdout(`${say(language, 'stopHint')}\n`)
    if (!open || !shown) return
    const window = openAppWindow(host.url, join(folder, 'window'))
    if (window === null) openDefaultBrowser(host.url)
    else
      void window.then((end) => {
        if (end === 'closed') closed.resolve()
        else openDefaultBrowser(host.url)
      })
  }
  const ended = () => Promise.race([io.ended(), closed.promise])
  return serveUntilEnded({ io: { ...io, ended }, language, dataFolder: folder, port, opened })
}

async function start(io: Io, args: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const language = languageOf(values.lang, io.env)
  if (language === null) throw new UsageError('unknownLanguage')
  if (values.help) {
    io.stdout(`${say(language, 'startUsage')}\n`)
    return 0
  }
  const open = !values['no-open']
  const folder = dataFolder(values.data, io.folder)
  const plan: Start = { io, language, folder, port: portOption(values.port), open }
  if (!values.browser && open && hasDisplay()) {
    const electron = await electronOr(language)
    if ('binary' in electron) return runElectron(electron.binary, plan)
    io.stderr(`${say(language, 'noElectron', { reason: electron.reason })}\n`)
  }
  return runBrowser(plan)
}

/** `npm start`: opens the workstation in the best window that this machine has. */
const io = processIo('start')
const spoken = languageOf(undefined, process.env) ?? 'zh'
try {
  process.exitCode = await start(io, process.argv.slice(2))
} catch (error) {
  const usage = error instanceof UsageError ? error : argumentFault(error)
  if (usage === null) throw error
  io.stderr(`${usage.text(spoken)}\n${say(spoken, 'startUsage')}\n`)
  process.exitCode = 2
}
