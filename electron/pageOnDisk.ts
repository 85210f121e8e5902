import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The file of a checked path (rules/pages.ts) under the root, or null. A link in the folder must not lead out of it. */
export async function pageOnDisk(root: string, segments: readonly string[]): Promise<string | null> {
  try {
    const file = await realpath(join(root, ...segments))
    const inside = file.startsWith((await realpath(root)) + sep)
    return inside && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}
