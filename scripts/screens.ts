import { mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { type BrowserHost, type Build, startBrowserHost } from '../db/host/http.ts'
import { CHROMIUM_ARGS, CHROMIUM_IGNORED_ARGS, findChromium } from '../test/e2e/chromium.ts'
import { ROOT } from './pages.ts'
import { processIo } from './processIo.ts'
import { type BallotsUntil, makeScreenData, type ScreenData } from './screenData.ts'
import { approvalPlaces, FIRST_RUN, type Place, placesOf, publishedPlaces } from './screenPlaces.ts'

/**
 * `npm run screens`: a picture of each screen, in both languages and themes, by the real browser host. Taken on the day
 * on which the sample's story ends: today.
 */
const LANGUAGES = [
  { name: 'zh', locale: 'zh-CN' },
  { name: 'en', locale: 'en-US' },
] as const
const THEMES = ['light', 'dark'] as const
type Look = { readonly language: (typeof LANGUAGES)[number]; readonly theme: (typeof THEMES)[number] }
const LOOKS: readonly Look[] = LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ language, theme })))

const { values } = parseArgs({
  options: {
    /** where the pictures go */
    out: { type: 'string', default: join(ROOT, 'docs', 'screens') },
    /** size of the window */
    size: { type: 'string', default: '1440x900' },
    /** beginning of the names of those wanted, `scoring.zh` for two of them */
    only: { type: 'string', default: '' },
  },
})
const [width = 1440, height = 900] = values.size.split('x').map(Number)
const out = resolve(values.out)
const io = processIo('screens')

/** The same folder each time: its name can be read in the pictures of data safety. */
function newFolder(name: string): string {
  const folder = join(tmpdir(), 'yushui-screens', name)
  rmSync(folder, { recursive: true, force: true })
  return folder
}

const fileOf = ({ name }: Place, { language, theme }: Look): string => `${name}.${language.name}.${theme}.png`

/** Takes the pictures of places in one look, each in a window of its own. */
async function takeAll(browser: Browser, host: BrowserHost, places: readonly Place[], look: Look) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: look.language.locale,
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  })
  for (const place of places.filter((each) => fileOf(each, look).startsWith(values.only))) {
    const page = await context.newPage()
    await page.goto(host.url)
    await page.locator('h1').first().waitFor()
    // the window has the token now; what it shows at first is where another one was left
    await page.evaluate((route) => window.history.replaceState(null, '', `#${route}`), place.route)
    await page.reload()
    await place.arrive(page)
    await page.evaluate(async () => {
      await document.fonts.ready
      // two frames: what was asked for is laid out and painted
      for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done))
    })
    const path = join(out, fileOf(place, look))
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
    io.stdout(`${fileOf(place, look)} ${Math.round(statSync(path).size / 1_024)} KB\n`)
    await page.close()
  }
  await context.close()
}

/** Opens a host on a folder for as long as its pictures take. */
async function visit(browser: Browser, dataFolder: string, build: Build, places: readonly Place[]) {
  const host = await startBrowserHost({ dataFolder, appVersion: io.appVersion, build })
  try {
    for (const look of LOOKS) await takeAll(browser, host, places, look)
  } finally {
    await host.close()
  }
}

/** Takes the pictures that need the sample's round by ballots further on, in a department of its own. */
async function visitRound(
  browser: Browser,
  build: Build,
  until: BallotsUntil,
  places: (data: ScreenData) => readonly Place[],
) {
  const dataFolder = newFolder(until)
  await visit(browser, dataFolder, build, places(await makeScreenData(dataFolder, io.appVersion, until)))
}

const executablePath = findChromium()
const build = await io.build()
mkdirSync(out, { recursive: true })
const dataFolder = newFolder('department')
const data = await makeScreenData(dataFolder, io.appVersion)
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: CHROMIUM_ARGS,
  ignoreDefaultArgs: CHROMIUM_IGNORED_ARGS,
})
try {
  await visit(browser, newFolder('first-run'), build, [FIRST_RUN])
  await visit(browser, dataFolder, build, placesOf(data))
  await visitRound(browser, build, 'approval', approvalPlaces)
  await visitRound(browser, build, 'published', publishedPlaces)
} finally {
  await browser.close()
  rmSync(join(tmpdir(), 'yushui-screens'), { recursive: true, force: true })
}
