import { startBrowserHost } from '../../db/host/http.ts'
import { BUILD } from '../../scripts/pages.ts'
import { launchBrowser } from './browser.ts'
const host = await startBrowserHost({ dataFolder: '/tmp/casesdata', appVersion: 'bench', build: BUILD })
const browser = await launchBrowser()
for (const [theme, lang, w, h, hash] of [['light','zh',1440,900,'#/recovery/patterns'],['dark','en',1280,720,'#/recovery/patterns?by=rootCause&measure=money&heat=product'],['light','en',1280,720,'#/recovery/patterns?by=account']] as const) {
  const page = await (await browser.newContext({ locale: lang === 'zh' ? 'zh-CN' : 'en-US', timezoneId: 'Asia/Shanghai', viewport: { width: w, height: h }, colorScheme: theme })).newPage()
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()) })
  page.on('pageerror', (e) => console.log('error', e.message))
  await page.goto(host.url)
  await page.waitForSelector('nav')
  if (lang === 'en') { await page.getByRole('button', { name: /中文|English|EN/ }).last().click().catch(() => {}); await page.waitForTimeout(500) }
  await page.evaluate((x) => { location.hash = x }, hash)
  await page.waitForSelector('table', { timeout: 20000 }).catch(() => console.log('no table'))
  await page.waitForTimeout(800)
  await page.screenshot({ path: `/tmp/shot-${theme}-${lang}-${w}-a.png` })
  await page.evaluate(() => { document.querySelector('main table[class*=pareto]')?.scrollIntoView({ block: 'start' }) })
  await page.waitForTimeout(300)
  await page.screenshot({ path: `/tmp/shot-${theme}-${lang}-${w}-b.png` })
  await page.evaluate(() => { document.querySelector('main table[class*=heat]')?.scrollIntoView({ block: 'center' }) })
  await page.waitForTimeout(300)
  await page.screenshot({ path: `/tmp/shot-${theme}-${lang}-${w}-c.png` })
}
await browser.close(); await host.close()
