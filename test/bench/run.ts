import { engineBench } from './engine.ts'
import { report } from './measure.ts'

/** `npm run bench`: the speeds that the issue names, each beside a yardstick measured in the same run. */
const lines = [...(await engineBench())]
process.stdout.write(`${report(lines)}\n`)
