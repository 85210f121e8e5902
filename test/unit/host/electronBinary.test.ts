import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { hasDisplay } from '../../../scripts/appWindow.ts'
import { electronBinary } from '../../../scripts/electronBinary.ts'

/** Electron's package as npm leaves it, before or after its binary was fetched. */
function electronPackage(fetched: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'yushui-electron-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (fetched) {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'path.txt'), 'electron')
    writeFileSync(join(folder, 'dist', 'electron'), '')
  }
  return folder
}

it('finds the binary where it was fetched, and not before', () => {
  const fetched = electronPackage(true)
  expect(electronBinary(fetched, {})).toBe(join(fetched, 'dist', 'electron'))
  expect(electronBinary(electronPackage(false), {})).toBeNull()
  expect(electronBinary(null, {})).toBeNull()
})

it('does not believe path.txt when the binary was removed', () => {
  const folder = electronPackage(true)
  rmSync(join(folder, 'dist'), { recursive: true })
  expect(electronBinary(folder, {})).toBeNull()
})

it('takes the binary or the folder that the environment names', () => {
  const fetched = electronPackage(true)
  const binary = join(fetched, 'dist', 'electron')
  expect(electronBinary(null, { ELECTRON_EXEC_PATH: binary })).toBe(binary)
  expect(electronBinary(fetched, { ELECTRON_EXEC_PATH: '/no/such/electron' })).toBeNull()
  expect(electronBinary(electronPackage(false), { ELECTRON_OVERRIDE_DIST_PATH: join(fetched, 'dist') })).toBe(
    binary,
  )
})

it('knows where nothing can be shown', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect([hasDisplay('darwin', {}), hasDisplay('win32', {})]).toEqual([true, true])
})
