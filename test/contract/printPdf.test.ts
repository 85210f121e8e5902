import { expect, it } from 'vitest'
import { printPdf } from '../../db/host/printPdf.ts'
import { createPrinter } from '../../electron/engine/printer.ts'

it('prints a page with an installed browser, without running its scripts', async (context) => {
  if (printPdf === null) return context.skip('no Chromium, Chrome or Edge on this machine')
  const html = `<!doctype html><meta charset="utf-8"><style>@page { size: A4 }</style>
    <p>评级排名</p><script>document.body.innerHTML = '<p style="break-after:page">1</p>'.repeat(50)</script>`
  const pdf = Buffer.from(await printPdf(html)).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

it('Electron: hands each printed page to whoever asked for it, and a failure too', async () => {
  const asked: { id: number; html: string }[] = []
  const printer = createPrinter((id, html) => asked.push({ id, html }))
  const first = printer.print('one')
  const second = printer.print('two')
  printer.printed(asked[1]?.id ?? 0, new Uint8Array([2]))
  printer.printed(asked[0]?.id ?? 0, null)
  expect(await second).toEqual(new Uint8Array([2]))
  await expect(first).rejects.toThrow('could not be printed')
  expect(asked.map(({ html }) => html)).toEqual(['one', 'two'])
})
