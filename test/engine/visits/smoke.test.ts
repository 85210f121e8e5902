import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { printPdf } from '../../../db/host/printPdf.ts'
import { MemberId } from '../../../db/kernel/ids.ts'
import { composeBrief } from '../../../db/visits/briefing/service/compose.ts'
import { freezeBrief } from '../../../db/visits/briefing/service/freeze.ts'
import { briefPaper } from '../../../db/visits/briefing/service/paper.ts'
import { command } from '../newKernel.ts'
import { hengyueVisit, idOf } from './hengyue.ts'

it('smoke', { timeout: 300_000 }, async () => {
  const { kernel, visitId } = hengyueVisit()
  let t = performance.now()
  const { content, visit } = composeBrief(kernel, visitId)
  console.log('compose', performance.now() - t, visit.readiness.points)
  t = performance.now()
  composeBrief(kernel, visitId)
  console.log('again', performance.now() - t)
  mkdirSync('/tmp/hbout', { recursive: true })
  writeFileSync('/tmp/hbout/content.json', JSON.stringify(content, null, 1))
  const out = freezeBrief(kernel, { commandId: command(), visitId, reason: '试' })
  console.log(out)
  const context = { kernel, printPdf, logError: () => '' }
  const readerId = MemberId.parse(idOf(kernel, 'member', '何敬之'))
  for (const [name, more] of [
    ['exec.pdf', { audience: 'executive', format: 'pdf', page: 'a4', language: 'zh' }],
    ['exec.docx', { audience: 'executive', format: 'docx', page: 'a4', language: 'zh' }],
    ['phone.pdf', { audience: 'executive', format: 'pdf', page: 'phone', language: 'zh' }],
    ['cust.pdf', { audience: 'customer', format: 'pdf', page: 'a4', language: 'zh' }],
    ['comp.en.pdf', { audience: 'companions', format: 'pdf', page: 'a4', language: 'en' }],
  ] as const) {
    t = performance.now()
    const file = await briefPaper(context, {
      commandId: command(),
      visitId,
      what: 'brief',
      readerId,
      reader: '',
      version: 1,
      ...more,
    })
    console.log(name, file.name, performance.now() - t)
    writeFileSync('/tmp/hbout/' + name, Buffer.from(await file.arrayBuffer()))
  }
  expect(out.version).toBe(1)
})
