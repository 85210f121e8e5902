import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { APP_HOST, APP_SCHEME } from '../rules/navigation.ts'
import { secureSession } from './security.ts'

/** Prints a complete page to PDF in a hidden window with a session of its own: no scripts, no network, no storage. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const printing = session.fromPartition(`print-${randomUUID()}`)
  secureSession(printing)
  printing.protocol.handle(
    APP_SCHEME,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      devTools: false,
    },
  })
  try {
    await window.loadURL(`${APP_SCHEME}://${APP_HOST}/print`)
    // the page brings its own @page size, margins, header and footer
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
  } finally {
    window.destroy()
  }
}
