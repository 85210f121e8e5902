import { existsSync, readdirSync, statSync } from 'node:fs'
import { backupPath } from '../../kernel/backupFiles.ts'
import type { VerifyReport } from '../../kernel/contract.ts'
import type { Language } from '../../terms/language.ts'
import { dataFolder } from '../dataFolder.ts'
import { inProcessClient } from '../inProcess.ts'
import { type CommandCall, type ExitCode, UsageError } from './io.ts'
import { withEngine } from './withEngine.ts'
import { say } from './words.ts'

/** A mistyped path must not look like healthy data: what is to be checked or kept has to be there. */
function needData({ io, options }: CommandCall): void {
  const folder = dataFolder(options.data, io.folder)
  if (!existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    throw new UsageError('noData', { folder })
}

/** `backup`: makes a verified backup and tells where it is. */
export async function backup(call: CommandCall): Promise<ExitCode> {
  needData(call)
  return withEngine(call, async (context) => {
    const made = await inProcessClient(context).safety.backup()
    call.io.stdout(
      `${say(call.language, 'backedUp', { file: backupPath(context.kernel.dataFolder, made.file) })}\n`,
    )
    return 0
  })
}

function faultsOf(report: VerifyReport, language: Language): string[] {
  return [
    ...report.integrity.map((detail) => say(language, 'integrity', { detail })),
    ...(report.foreignKeys > 0 ? [say(language, 'foreignKeys', { count: report.foreignKeys })] : []),
    ...report.replay
      .filter(({ different }) => different > 0)
      .map(({ table, different }) => say(language, 'replay', { table, different })),
  ]
}

/** `verify`: integrity, references, and whether history replays to the same rows; exit 1 when not. */
export async function verify(call: CommandCall): Promise<ExitCode> {
  const { io, language } = call
  needData(call)
  return withEngine(call, async (context) => {
    const report = await inProcessClient(context).safety.verify()
    if (report.ok) {
      io.stdout(`${say(language, 'verified', { changes: report.changes, txns: report.txns })}\n`)
      return 0
    }
    io.stderr(`${[say(language, 'unverified'), ...faultsOf(report, language)].join('\n')}\n`)
    return 1
  })
}
