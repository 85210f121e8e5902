import type { MessagePortMain } from 'electron'
import { dataFolder } from '../../db/host/dataFolder.ts'
import { type HostedEngine, openForHost } from '../../db/host/openForHost.ts'
import { servePort } from '../../db/host/port.ts'
import type { FromEngine, ToEngine } from '../rules/messages.ts'
import { createPrinter } from './printer.ts'

/** Electron's engine process (utilityProcess): opens the data folder and serves the procedures over each page's port. */
const parent = process.parentPort
const tell = (message: FromEngine) => parent.postMessage(message)
const printer = createPrinter((id, html) => tell({ kind: 'print', id, html }))

let engine: HostedEngine | null = null

async function open(message: Extract<ToEngine, { kind: 'open' }>) {
  const opened = await openForHost({
    dataFolder: dataFolder(message.dataFolder ?? undefined),
    appVersion: message.appVersion,
    printPdf: printer.print,
    recover: message.recover,
  })
  if (opened.ok) engine = opened.engine
  tell(opened.ok ? { kind: 'ready' } : { kind: 'refused', failure: opened.failure })
}

function serve(port: MessagePortMain | undefined) {
  if (port === undefined || engine === null) return
  servePort(port, engine.context)
  port.start()
}

async function close() {
  await engine?.close()
  process.exit(0)
}

parent.on('message', ({ data, ports }: { data: ToEngine; ports: MessagePortMain[] }) => {
  switch (data.kind) {
    case 'open':
      void open(data)
      break
    case 'port':
      serve(ports[0])
      break
    case 'printed':
      printer.printed(data.id, data.pdf)
      break
    case 'close':
      void close()
      break
  }
})
