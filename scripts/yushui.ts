import { enableCompileCache } from 'node:module'
import { COMPILE_CACHE } from '../db/host/compileCache.ts'

/** `npm run -s yushui -- <command>`: the command line. Imported late, so that the cache covers it. */
enableCompileCache(COMPILE_CACHE)
const { runCli } = await import('../db/host/cli/run.ts')
const { processIo } = await import('./processIo.ts')
process.exitCode = await runCli(process.argv.slice(2), processIo('yushui'))
