import { archiveBench } from './archive.ts'
import { archiveSize } from './archiveDepartment.ts'
import { ballotsBench } from './ballots.ts'
import { briefingBench } from './briefing.ts'
import { launchBrowser, startWorkstation } from './browser.ts'
import { casesBench } from './cases.ts'
import { caseWindowBench } from './caseWindow.ts'
import { engineBench } from './engine.ts'
import { figuresBench } from './figures.ts'
import { importBench } from './importing.ts'
import { withFolder } from './largeDepartment.ts'
import { markingBench } from './marking.ts'
import { type Measured, machine, report } from './measure.ts'
import { scrollingBench } from './scrolling.ts'
import { openingBench, startingBench } from './starting.ts'
import { tasksBench } from './tasks.ts'
import { taskWindowBench } from './taskWindow.ts'
import { todayBench } from './today.ts'
import { todayWindowBench } from './todayWindow.ts'
import { visitsBench } from './visits.ts'
import { visitWindowBench } from './visitWindow.ts'

/**
 * `npm run bench`: the speeds that the issue names, each beside a yardstick measured in the same run; the browser's
 * parts in the built renderer (`npm run build`) over the real browser host. `npm run bench -- import scrolling` runs
 * only those parts; `figures` fills in half a million requests and `archive` makes a department of 100,000 accounts
 * first, `cases` one of 100,000 cases: all three run only when named, `smallArchive` one of 5,000. How each is measured is told where it is.
 */
const wanted = process.argv.slice(2)
const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part)
const lines: Measured[] = []
const facts: string[] = []

if (isWanted('engine')) lines.push(...(await engineBench()))
if (isWanted('ballots')) lines.push(...(await ballotsBench()))
if (isWanted('today')) lines.push(...(await todayBench()))
if (isWanted('tasks')) lines.push(...(await tasksBench()))
if (isWanted('visits')) lines.push(...(await visitsBench()))
if (wanted.includes('cases')) lines.push(...(await casesBench()))
if (wanted.includes('figures')) lines.push(...(await figuresBench()))
if (isWanted('briefing')) {
  const briefing = await briefingBench()
  lines.push(...briefing.lines)
  facts.push(...briefing.facts)
}
if (isWanted('import')) lines.push(...(await importBench()))
if (wanted.includes('archive') || wanted.includes('smallArchive')) {
  const archive = await archiveBench(archiveSize(wanted.includes('smallArchive') ? 20 : 1))
  lines.push(...archive.lines)
  facts.push(...archive.facts)
}
for (const [part, bench] of [
  ['todayPage', todayWindowBench],
  ['taskGrid', taskWindowBench],
  ['visitPages', visitWindowBench],
] as const)
  if (isWanted(part)) {
    const browser = await launchBrowser()
    lines.push(...(await bench(browser)))
    await browser.close()
  }
if (wanted.includes('cases')) {
  const browser = await launchBrowser()
  lines.push(...(await caseWindowBench(browser)))
  await browser.close()
}
if (['marking', 'scrolling', 'opening', 'starting'].some(isWanted)) await inBrowser()
process.stdout.write(`${report(lines)}\n${machine(...facts)}\n`)

function inBrowser(): Promise<void> {
  return withFolder(async (folder) => {
    const workstation = await startWorkstation(folder)
    const browser = await launchBrowser()
    facts.push(`Chromium ${browser.version()}`)
    try {
      if (isWanted('marking')) lines.push(...(await markingBench(browser, workstation)))
      if (isWanted('scrolling')) lines.push(...(await scrollingBench(browser, workstation, folder)))
      if (isWanted('opening')) lines.push(...(await openingBench(browser, workstation)))
      await browser.close()
      if (isWanted('starting')) lines.push(...(await startingBench(workstation, folder)))
    } finally {
      await browser.close()
      await workstation.host.close()
    }
  })
}
