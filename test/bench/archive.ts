import { execFileSync } from 'node:child_process'
import type Database from 'better-sqlite3'
import { syllablesOf } from '../../db/accounts/pinyin.ts'
import { searchAll } from '../../db/accounts/search/service/all.ts'
import { startBrowserHost } from '../../db/host/http.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { openKernel } from '../../db/kernel/open.ts'
import { BUILD } from '../../scripts/pages.ts'
import { type ArchiveSize, archiveDepartment } from './archiveDepartment.ts'
import { archiveInWindow } from './archiveWindow.ts'
import { launchBrowser } from './browser.ts'
import { type Measured, timesOf } from './measure.ts'

/**
 * The archive's speeds over a department of a size: from a keystroke's text to its
 * results inside the engine, screens to painted in Chromium, the engine's memory after all of it.
 */
export async function archiveBench(size: ArchiveSize): Promise<{ lines: Measured[]; facts: string[] }> {
  const built = await archiveDepartment(size)
  const kernel = openKernel({ dataFolder: built.dataFolder, appVersion: 'bench' })
  const lines = searching(kernel)
  await kernel.close()
  const browser = await launchBrowser()
  const host = await startBrowserHost({ dataFolder: built.dataFolder, appVersion: 'bench', build: BUILD })
  try {
    lines.push(...(await archiveInWindow(browser, host.url)))
    lines.push({
      name: 'engine’s memory after that',
      ours: timesOf([engineMemory()]),
      yardstick: 'this process',
      bare: timesOf([process.memoryUsage().rss / 1e6]),
      target: { most: 400 },
      unit: 'MB',
    })
  } finally {
    await browser.close()
    await host.close()
  }
  const records = size.accounts + size.people + size.entries
  const perRecord = (bytes: number) => `${Math.round(bytes / records)} bytes a record`
  const facts = [
    `file ${Math.round(built.bytes.all / 1e6)} MB, ${perRecord(built.bytes.all)}, of which the search index ${perRecord(built.bytes.index)} (accounts, people and entries, without history)`,
  ]
  if (built.indexMs !== null) facts.push(`index built in ${Math.round(built.indexMs / 1000)} s`)
  return { lines, facts }
}

/** Queries of each kind. */
const QUERIES = 120

function searching(kernel: Kernel): Measured[] {
  const { db } = kernel
  const names = sampled(db, 'SELECT name FROM account ORDER BY id')
  const people = sampled(db, 'SELECT name FROM person ORDER BY id')
  const phones = sampled(db, 'SELECT phone FROM person ORDER BY id')
  const half = (at: number, name: string) => [...(at % 2 === 0 ? name : (people[at] ?? name))]
  const kinds: Readonly<Record<string, (name: string, at: number) => string>> = {
    '1 Chinese character': (name, at) => half(at, name).at(at % 3) ?? '王',
    '2 Chinese characters': (name, at) =>
      half(at, name)
        .slice(at % 4 === 0 ? 2 : 0)
        .slice(0, 2)
        .join(''),
    '4 Chinese characters': (name, at) => [...name].slice(at % 3, (at % 3) + 4).join(''),
    '2 characters of a text': (_, at) => ['面漆', '账期', '样板', '钓鱼', '起泡', '高考'][at % 6] ?? '',
    'pinyin initials': (name, at) => initials(half(at, name).slice(0, 4).join('')),
    'full pinyin': (name, at) => syllablesOf(half(at, name).slice(0, 3).join('')).join(''),
    'initials and characters': (name) => initials(name.slice(0, 2)) + name.slice(2, 4),
    'the end of a phone number': (_, at) =>
      (phones[at] ?? '').replaceAll(' ', '').slice(at % 2 === 0 ? -4 : -8),
    'two words': (name, at) => `${[...(people[at] ?? '')][0]} ${name.slice(2, 4)}`,
    'nothing found': (name, at) => `${initials(name)}qzx${at}`,
  }
  const like = db.prepare('SELECT id FROM account WHERE name LIKE ? LIMIT 8')
  return Object.entries(kinds).map(([kind, textOf]) => {
    const ours: number[] = []
    const used: number[] = []
    const bare: number[] = []
    for (const [at, name] of names.entries()) {
      const text = textOf(name, at)
      const before = process.cpuUsage()
      ours.push(timed(() => searchAll(kernel, { text, scope: 'all', limit: 5 })))
      const { user, system } = process.cpuUsage(before)
      used.push((user + system) / 1_000)
      if (at < 10) bare.push(timed(() => like.all(`%${text}-%`)))
    }
    return {
      name: `keystroke → results in the engine: ${kind}`,
      ours: timesOf(ours, used),
      yardstick: 'bare LIKE that fits no name, so reads all',
      bare: timesOf(bare),
      target: { most: 30, p95: true },
    }
  })
}

const initials = (text: string): string =>
  syllablesOf(text)
    .map(([first = '']) => first)
    .join('')

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Some rows from all over a table. */
function sampled(db: Database.Database, sql: string): string[] {
  const all = db.prepare<[], string>(sql).pluck().all()
  return Array.from(
    { length: QUERIES },
    (_, at) => all[Math.floor(((at + 0.5) * all.length) / QUERIES)] ?? '',
  )
}

/** Resident memory of the engine, which runs as this process's child; MB. */
function engineMemory(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' })
  const engines = processes
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[1]) === process.pid && found?.[3]?.includes('engineProcess'))
  return Math.max(0, ...engines.map((found) => (Number(found?.[2]) * 1024) / 1e6))
}
