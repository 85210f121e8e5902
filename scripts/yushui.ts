import { runCli } from '../db/host/cli/run.ts'
import { processIo } from './processIo.ts'

/** `npm run -s yushui -- <command>`: the command line. */
process.exitCode = await runCli(process.argv.slice(2), processIo('yushui'))
