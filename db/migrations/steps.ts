import { sql as start } from './0001-start.ts'
import { sql as archive } from './0002-archive.ts'
import { sql as ballots } from './0003-ballots.ts'
import { sql as channel } from './0004-channel.ts'
import { sql as visits } from './0005-visits.ts'
import { sql as recovery } from './0006-recovery.ts'
import { sql as orders } from './0007-orders.ts'

/** A step from one schema version to the next. Never edited once released: the runner compares its hash. */
export interface MigrationStep {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Every step, in order; the last one's version is the schema version of this program. */
export const migrations: readonly MigrationStep[] = [
  { version: 1, name: '0001-start', sql: start },
  { version: 2, name: '0002-archive', sql: archive },
  { version: 3, name: '0003-ballots', sql: ballots },
  { version: 4, name: '0004-channel', sql: channel },
  { version: 5, name: '0005-visits', sql: visits },
  { version: 6, name: '0006-recovery', sql: recovery },
  { version: 7, name: '0007-orders', sql: orders },
]
