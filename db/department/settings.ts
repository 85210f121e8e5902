import type Database from 'better-sqlite3'
import type { Kernel } from '../kernel/kernel.ts'
import { Settings } from './contract.ts'

const KEY = 'settings'

const DEFAULTS: Settings = {
  language: 'system',
  theme: 'system',
  moneyUnit: 'tenThousand',
  markKeys: 'quick',
  me: null,
  lastRoute: null,
}

/** This laptop's settings; what is not set has its default. */
export function readSettings(db: Database.Database): Settings {
  const json = readLocal(db, KEY)
  return json === null ? DEFAULTS : Settings.parse({ ...DEFAULTS, ...JSON.parse(json) })
}

/** Changes some of this laptop's settings. */
export function changeSettings(
  kernel: Kernel,
  changes: { [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  return kernel.writeLocal((db) => {
    const settings = Settings.parse({ ...readSettings(db), ...given(changes) })
    writeLocal(db, KEY, JSON.stringify(settings))
    return settings
  })
}

/** The name that history shows for this laptop's user: empty until somebody says who they are. */
export function actorName(db: Database.Database): string {
  const { me } = readSettings(db)
  if (me === null) return ''
  return (
    db.prepare<[string], string>('SELECT name FROM member WHERE id = ? AND deleted = 0').pluck().get(me) ?? ''
  )
}

/** State of this laptop under a key, as JSON; null where there is none. */
export const readLocal = (db: Database.Database, key: string): string | null =>
  db.prepare<[string], string>('SELECT json FROM local_state WHERE key = ?').pluck().get(key) ?? null

/** Keeps (or with null forgets) state of this laptop under a key. Call inside `kernel.writeLocal`. */
export function writeLocal(db: Database.Database, key: string, json: string | null): void {
  if (json === null) db.prepare('DELETE FROM local_state WHERE key = ?').run(key)
  else
    db.prepare(
      'INSERT INTO local_state (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
    ).run(key, json)
}

const given = (changes: object): object =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
