import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** What decides the data folder; a parameter so that every system's answer can be tested on one. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/** The system's folder for an application's local data; never a roaming one, a database must not be synced as a file. */
function systemFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env.XDG_DATA_HOME ?? join(home, '.local', 'share')
}

/**
 * The data folder: as asked for (`--data`, meant from the folder `from`), else YUSHUI_DATA, else `yushui` in the
 * system's place. Absolute.
 */
export function dataFolder(
  asked: string | undefined,
  from: string = process.cwd(),
  around: Surroundings = here(),
): string {
  return resolve(from, asked || around.env.YUSHUI_DATA || join(systemFolder(around), 'yushui'))
}
