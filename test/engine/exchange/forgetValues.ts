import { openArchive } from '../../../db/exchange/read/zip.ts'
import { makeZip } from './makeZip.ts'

/**
 * The same workbook with other marks (by cell name of the first worksheet) and without any stored value of a formula:
 * whoever opens it has to calculate all of them.
 */
export async function forgetValues(file: File, marks: Readonly<Record<string, number>> = {}): Promise<File> {
  const archive = openArchive(Buffer.from(await file.arrayBuffer()))
  const parts = await Promise.all(
    archive.names.map(async (name) => {
      const content = (await archive.read(name)) ?? Buffer.alloc(0)
      return name.startsWith('xl/worksheets/sheet')
        ? {
            name: properName(name),
            content: forget(content.toString('utf8'), name.endsWith('sheet1.xml') ? marks : {}),
          }
        : { name: properName(name), content }
    }),
  )
  return new File([new Uint8Array(makeZip(parts))], file.name)
}

/** The archive folds names; these two are read by their exact case. */
const properName = (name: string): string =>
  name
    .replace('[content_types].xml', '[Content_Types].xml')
    .replace('sharedstrings.xml', 'sharedStrings.xml')
    .replace('docprops', 'docProps')

function forget(xml: string, marks: Readonly<Record<string, number>>): string {
  const bare = xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')
  return Object.entries(marks).reduce(
    (text, [cell, mark]) => text.replace(new RegExp(`(<c r="${cell}"[^>]*><v>)[^<]*`), `$1${mark}`),
    bare,
  )
}
