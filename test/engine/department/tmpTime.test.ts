import { it } from 'vitest'
import { loadSample, removeSample } from '../../../db/department/service/sample.ts'
import { sampleLoaded } from '../../../db/department/service/sampleRows.ts'
import { command, newKernel } from '../newKernel.ts'
it('times', () => {
  const kernel = newKernel()
  for (let i = 0; i < 2; i++) {
    let t = performance.now()
    loadSample(kernel, { commandId: command() }); console.log('load', performance.now() - t); t = performance.now()
    sampleLoaded(kernel.db); console.log('status', performance.now() - t); t = performance.now()
    removeSample(kernel, { commandId: command() }); console.log('remove', performance.now() - t); t = performance.now()
    sampleLoaded(kernel.db); console.log('status', performance.now() - t)
  }
})
