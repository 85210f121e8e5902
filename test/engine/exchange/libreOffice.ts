import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'

const run = promisify(execFile)

const libreOffice: string | null =
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null

/** LibreOffice on this machine; skips the test where there is none. */
export const officeOf = (context: TestContext): string =>
  libreOffice ?? context.skip('LibreOffice is not on this machine')

/** Opens a workbook in LibreOffice, which calculates what has no stored value, and saves it as .xlsx. */
export async function recalculated(office: string, file: File): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'yushui-office-'))
  try {
    const source = join(folder, 'in.xlsx')
    await writeFile(source, new Uint8Array(await file.arrayBuffer()))
    await run(
      office,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        source,
      ],
      { timeout: 110_000 },
    )
    return new File([new Uint8Array(await readFile(join(folder, 'out', 'in.xlsx')))], file.name)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
