import { execFileSync } from 'node:child_process'
import type { Browser, Page } from '@playwright/test'
import type Database from 'better-sqlite3'
import { syllablesOf } from '../../db/accounts/pinyin.ts'
import { searchAll } from '../../db/accounts/search/service/all.ts'
import { startBrowserHost } from '../../db/host/http.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { openKernel } from '../../db/kernel/open.ts'
import { PAGES } from '../e2e/fixtures.ts'
import { type ArchiveSize, archiveDepartment } from './archiveDepartment.ts'
import { launchBrowser, NAME_CELL, openWindow, quiet } from './browser.ts'
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
  const host = await startBrowserHost({ dataFolder: built.dataFolder, appVersion: 'bench', pages: PAGES })
  try {
    lines.push(...(await inWindow(browser, host.url, engineMemory)))
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
    const bare: number[] = []
    for (const [at, name] of names.entries()) {
      const text = textOf(name, at)
      ours.push(timed(() => searchAll(kernel, { text, scope: 'all', limit: 5 })))
      if (at < 10) bare.push(timed(() => like.all(`%${text}-%`)))
    }
    const times = timesOf(ours)
    return {
      name: `keystroke → results in the engine, p95: ${kind}`,
      // the bound is for the 95th percentile: it stands in the first place here
      ours: { median: times.p95, p95: times.median },
      yardstick: 'bare LIKE over the names of all accounts',
      bare: timesOf(bare),
      target: { most: 30 },
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

const RUNS = 5

async function inWindow(browser: Browser, url: string, memory: () => number): Promise<Measured[]> {
  const page = await openWindow(browser)
  await page.goto(url)
  await page.evaluate(() => window.painted('nav'))
  const [opened, account, blank] = [[], [], []] as [number[], number[], number[]]
  for (let run = 0; run < RUNS; run += 1) {
    blank.push(await hop(page, '#/department/help', 'h1'))
    opened.push(await hop(page, '#/accounts', NAME_CELL))
    await quiet(page)
    const id = await page.evaluate(
      (row) => document.querySelectorAll(row)[0]?.getAttribute('row-id') ?? '',
      '.ag-center-cols-container .ag-row, .ag-pinned-left-cols-container .ag-row',
    )
    account.push(await hop(page, `#/accounts/${id}`, 'h1'))
    await quiet(page)
  }
  const bare = timesOf(blank)
  const yardstick = 'a page of text, reached the same way'
  return [
    { name: 'accounts → first rows painted', ours: timesOf(opened), yardstick, bare, target: { most: 500 } },
    { name: 'account page → painted', ours: timesOf(account), yardstick, bare, target: { most: 100 } },
    {
      name: 'engine’s memory after that, MB instead of ms',
      ours: timesOf([memory()]),
      yardstick: 'this process',
      bare: timesOf([process.memoryUsage().rss / 1e6]),
      target: { most: 400 },
    },
  ]
}

/** Goes to a place inside the running app; milliseconds until something of it is painted. */
const hop = (page: Page, hash: string, selector: string): Promise<number> =>
  page.evaluate(
    async ({ place, shown }) => {
      for (const element of document.querySelectorAll(shown)) element.textContent = ''
      const start = performance.now()
      location.hash = place
      while (!location.hash.startsWith(place)) await window.nextFrame()
      return (await window.painted(shown)) - start
    },
    { place: hash, shown: selector },
  )

/** Resident memory of the engine, which runs as this process's child; MB. */
function engineMemory(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' })
  const engines = processes
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[1]) === process.pid && found?.[3]?.includes('engineProcess'))
  return Math.max(0, ...engines.map((found) => (Number(found?.[2]) * 1024) / 1e6))
}
