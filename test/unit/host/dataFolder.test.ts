import { describe, expect, it } from 'vitest'
import { findBrowser, findPrinter } from '../../../db/host/browsers.ts'
import { dataFolder } from '../../../db/host/dataFolder.ts'

const linux = { platform: 'linux', env: {}, home: '/home/li' } as const

describe('data folder', () => {
  it("is in the system's place for local data", () => {
    expect(dataFolder(undefined, '/from', linux)).toBe('/home/li/.local/share/yushui')
    expect(dataFolder(undefined, '/from', { ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/yushui')
    expect(dataFolder(undefined, '/from', { ...linux, platform: 'darwin' })).toBe(
      '/home/li/Library/Application Support/yushui',
    )
    expect(
      dataFolder(undefined, '/from', { ...linux, platform: 'win32', env: { LOCALAPPDATA: '/local' } }),
    ).toBe('/local/yushui')
  })

  it('is the one asked for, else the one of the environment', () => {
    const around = { ...linux, env: { YUSHUI_DATA: '/env' } }
    expect(dataFolder('/asked', '/from', around)).toBe('/asked')
    expect(dataFolder(undefined, '/from', around)).toBe('/env')
    expect(dataFolder('客户', '/from', around)).toBe('/from/客户')
  })
})

describe('installed browsers', () => {
  const none = () => false
  const only = (wanted: string) => (path: string) => path === wanted

  it('are found on each system', () => {
    expect(findBrowser('linux', { PATH: '/opt/bin:/usr/bin' }, only('/opt/bin/google-chrome'))).toBe(
      '/opt/bin/google-chrome',
    )
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    expect(findBrowser('darwin', {}, only(edge))).toBe(edge)
    const chrome = '/Program Files/Google/Chrome/Application/chrome.exe'
    expect(findBrowser('win32', { ProgramFiles: '/Program Files' }, only(chrome))).toBe(chrome)
  })

  it('print pages without windows where one does that, unless the environment names another', () => {
    const shell = '/usr/bin/chromium-headless-shell'
    expect(findPrinter('linux', { PATH: '/usr/bin' }, () => true)).toBe(shell)
    expect(findPrinter('linux', { YUSHUI_BROWSER: '/x/chrome' }, () => true)).toBe('/x/chrome')
    expect(findPrinter('linux', { PATH: '/opt/bin' }, only('/opt/bin/chromium'))).toBe('/opt/bin/chromium')
  })

  it('are none where none is installed, or where the environment says so', () => {
    expect(findBrowser('linux', { PATH: '/usr/bin' }, none)).toBeNull()
    expect(findBrowser('linux', { YUSHUI_BROWSER: '' }, () => true)).toBeNull()
    expect(findBrowser('linux', { YUSHUI_BROWSER: '/x/chrome' }, () => true)).toBe('/x/chrome')
  })
})
