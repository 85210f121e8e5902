import { chromium } from 'playwright-core'
const [url, visit, out] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'], ignoreDefaultArgs: ['--hide-scrollbars'] })
const base = new URL(url ?? '')
for (const [name, w, h, theme, lang] of [['a', 1440, 900, 'light', 'zh'], ['b', 1440, 900, 'dark', 'en'], ['c', 1280, 720, 'light', 'en'], ['d', 1100, 720, 'dark', 'zh']] as const) {
  if (process.argv[5] && !process.argv[5].includes(name)) continue
  const page = await browser.newPage({ viewport: { width: w, height: h }, colorScheme: theme, locale: lang === 'zh' ? 'zh-CN' : 'en-US' })
  page.on('console', (m) => { if (m.type() === 'error') console.log(name, m.text().slice(0, 300)) })
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message.slice(0, 400)))
  await page.goto(base.href)
  await page.waitForTimeout(4000)

  await page.evaluate((p) => { location.hash = '#' + p }, `/visits/${visit}/brief`)
  await page.waitForTimeout(6000)
  console.log(name, page.url(), await page.title())
  await page.screenshot({ path: `${out}/${name}.png` })
  await page.close()
}
await browser.close()
