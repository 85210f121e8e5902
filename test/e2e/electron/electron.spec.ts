import { resolve } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { electronBinary } from '../../../scripts/electronBinary.ts'
import { faultyFolder } from '../../faultyFolders.ts'

const binary = electronBinary()
const ROOT = resolve(import.meta.dirname, '../../..')

test.skip(binary === null, "Electron's binary is not on this machine (npm run electron:install fetches it)")

async function start() {
  const folder = await faultyFolder('none')
  const args = [ROOT, '--data', folder.dataFolder, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const app = await _electron.launch({ args, ...(binary === null ? {} : { executablePath: binary }) })
  return { app, page: await app.firstWindow(), folder }
}

test('opens on its own scheme and asks the engine over a port', async () => {
  const { app, page, folder } = await start()
  await expect(page).toHaveURL(/^app:\/\/yushui\//)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await page.evaluate(() => typeof Reflect.get(window, 'require'))).toBe('undefined')
  await app.close()
  folder.remove()
})

test('a page can neither leave the app nor reach the network', async () => {
  const { app, page, folder } = await start()
  const outcome = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com').then(
      () => 'let through',
      () => 'refused',
    )
    window.location.href = 'https://example.com'
    const opened = window.open('app://yushui/index.html')
    return { fetched, opened: opened === null }
  })
  expect(outcome).toEqual({ fetched: 'refused', opened: true })
  await expect(page).toHaveURL(/^app:\/\/yushui\//)
  expect(app.windows()).toHaveLength(1)
  await app.close()
  folder.remove()
})

test('the engine is started again after it was killed', async () => {
  const { app, page, folder } = await start()
  await expect(page.locator('#root')).not.toBeEmpty()
  const pids = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter((metric) => metric.type === 'Utility' && metric.name === 'Yushui engine')
      .map((metric) => metric.pid),
  )
  expect(pids).toHaveLength(1)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await expect
    .poll(() =>
      app.evaluate(
        ({ app: electron }, dead) =>
          electron.getAppMetrics().some((m) => m.name === 'Yushui engine' && !dead.includes(m.pid)),
        pids,
      ),
    )
    .toBe(true)
  await app.close()
  folder.remove()
})
