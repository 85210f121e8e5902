import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { oneBook, sheetIn } from './oneBook.ts'

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
export const recalculated = (office: string, file: File): Promise<File> =>
  converted(office, file, 'xlsx:Calc MS Excel 2007 XML', async (folder) =>
    savedFile(folder, `${SOURCE}.xlsx`, file.name),
  )

/**
 * The values of each workbook's first worksheet as LibreOffice calculates them, for many workbooks in one go: in the
 * order of the workbooks, as .csv.
 */
export async function firstSheetsRecalculated(office: string, files: readonly File[]): Promise<File[]> {
  // in full precision (not as shown), each worksheet a file of its own
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,1,0,false,false,false,false,false,-1'
  return converted(office, await oneBook(files), csv, (folder) =>
    Promise.all(
      files.map(({ name }, at) =>
        savedFile(folder, `${SOURCE}-${sheetIn(at, 0)}.csv`, name.replace(/\.xlsx$/, '.csv')),
      ),
    ),
  )
}

const SOURCE = 'workbook'

const savedFile = async (folder: string, saved: string, name: string): Promise<File> =>
  new File([new Uint8Array(await readFile(join(folder, saved)))], name)

/** Lets LibreOffice open a file and save it anew, and reads what it saved. */
async function converted<Saved>(
  office: string,
  file: File,
  filter: string,
  read: (folder: string) => Promise<Saved>,
): Promise<Saved> {
  const folder = await mkdtemp(join(tmpdir(), 'yushui-office-'))
  try {
    const source = join(folder, `${SOURCE}.xlsx`)
    await writeFile(source, new Uint8Array(await file.arrayBuffer()))
    const profile = pathToFileURL(join(folder, 'profile')).href
    const out = join(folder, 'out')
    await run(
      office,
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', out, source],
      // a machine that others use as well may take five times as long
      { timeout: 300_000, maxBuffer: 16 * 1024 * 1024 },
    )
    return await read(out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
