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

/** What LibreOffice is to save: the whole workbook, or the values of the first worksheet in half the time. */
const SAVED_AS = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,1,0,false,false,false',
} as const

/** Opens a workbook in LibreOffice, which calculates what has no stored value, and saves it as .xlsx. */
export async function recalculated(office: string, file: File): Promise<File> {
  const [theirs] = await allRecalculated(office, [file], 'xlsx')
  if (!theirs) throw new Error('LibreOffice saved nothing')
  return theirs
}

/** The same for many workbooks in one go: starting LibreOffice takes longer than a workbook. */
export async function allRecalculated(
  office: string,
  files: readonly File[],
  as: keyof typeof SAVED_AS,
): Promise<File[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yushui-office-'))
  try {
    const sources = await Promise.all(
      files.map(async (file, at) => {
        const source = join(folder, `${at}.xlsx`)
        await writeFile(source, new Uint8Array(await file.arrayBuffer()))
        return source
      }),
    )
    const profile = pathToFileURL(join(folder, 'profile')).href
    const out = join(folder, 'out')
    await run(
      office,
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        SAVED_AS[as],
        '--outdir',
        out,
        ...sources,
      ],
      // a machine that others use as well may take five times as long
      { timeout: 110_000 + files.length * 2_000, maxBuffer: 16 * 1024 * 1024 },
    )
    return await Promise.all(
      files.map(async ({ name }, at) => {
        const saved = await readFile(join(out, `${at}.${as}`))
        return new File([new Uint8Array(saved)], `${name.replace(/\.xlsx$/, '')}.${as}`)
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
