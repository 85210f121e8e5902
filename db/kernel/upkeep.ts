import { backup, rememberNewestBackup } from './backup.ts'
import type { BackupReason } from './backupFiles.ts'
import type { Kernel } from './kernel.ts'

const HOUR_MS = 3_600_000
/** After this long without a commit the -wal is folded into the file: people pause between commands. */
const QUIET_MS = 2_000

/**
 * What an open data folder needs beside its commands: a backup every hour in which something changed, and the -wal
 * folded into the file in quiet moments. Timers don't keep the process alive.
 */
export function startUpkeep(kernel: Kernel): { stop(): Promise<void> } {
  rememberNewestBackup(kernel)
  forgetReceipts(kernel)
  const hourly = setInterval(() => void backupIfDue(kernel, 'hourly'), HOUR_MS).unref()
  let quiet: NodeJS.Timeout | undefined
  const deaf = kernel.feed.listen(() => {
    clearTimeout(quiet)
    quiet = setTimeout(() => foldLog(kernel), QUIET_MS).unref()
  })
  return {
    async stop() {
      clearInterval(hourly)
      clearTimeout(quiet)
      deaf()
      await backupIfDue(kernel, 'quit')
    },
  }
}

/** A backup that nobody asked for must not fail anything: it is logged, and tried again next time. */
async function backupIfDue(kernel: Kernel, reason: BackupReason): Promise<void> {
  try {
    if (kernel.backupDue) await backup(kernel, reason)
  } catch (error) {
    kernel.log.error(error)
  }
}

/** No client sends a command again after this long. */
const RECEIPT_DAYS = 30

function forgetReceipts(kernel: Kernel): void {
  try {
    const before = new Date(kernel.now() - RECEIPT_DAYS * 24 * HOUR_MS).toISOString()
    kernel.writeLocal((db) => db.prepare('DELETE FROM command_receipt WHERE at < ?').run(before))
  } catch (error) {
    kernel.log.error(error)
  }
}

function foldLog(kernel: Kernel): void {
  try {
    kernel.db.pragma('wal_checkpoint(PASSIVE)')
  } catch (error) {
    kernel.log.error(error)
  }
}
