import { ORPCError } from '@orpc/server'
import { z } from 'zod'
import type { EngineContext } from '../../context.ts'
import { dataFolder } from '../dataFolder.ts'
import { openForHost } from '../openForHost.ts'
import { printPdf } from '../printPdf.ts'
import type { CommandCall, ExitCode } from './io.ts'
import { failureText, say } from './words.ts'

/** How a command tells that the data folder can't be opened: for people, or for programs (`call`). */
export type Refused = (failure: { code: string; data: Readonly<Record<string, unknown>> }) => void

/** What a fault of ours carries instead of its cause. */
const Logged = z.object({ logId: z.string() })

/** Opens the data folder of a command, runs it, and closes again; exit 1 when the folder can't be opened. */
export async function withEngine(
  call: CommandCall,
  work: (context: EngineContext) => Promise<ExitCode>,
  refused?: Refused,
): Promise<ExitCode> {
  const { io, language, options } = call
  const opened = await openForHost({
    dataFolder: dataFolder(options.data, io.folder),
    appVersion: io.appVersion,
    printPdf,
  })
  if (!opened.ok) {
    if (refused === undefined) io.stderr(`${failureText(opened.failure, language)}\n`)
    else refused(opened.failure)
    return 1
  }
  try {
    return await work(opened.engine.context)
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const logged = Logged.safeParse(error.data)
    const text = logged.success
      ? say(language, 'unexpected', { logId: logged.data.logId })
      : say(language, 'refused', { code: error.code })
    io.stderr(`${text}\n`)
    return 1
  } finally {
    await opened.engine.close()
  }
}
