import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'
import { isTrustedSender } from '../rules/sender.ts'

/**
 * The one door for messages from pages: who sends is checked before what is sent, and what is sent before anything is
 * done. Nothing else in the app listens to ipcMain.
 */
export function createDoor(windowIds: ReadonlySet<number>) {
  const trusted = (event: IpcMainEvent) => {
    const frame = event.senderFrame
    return isTrustedSender(
      {
        contentsId: event.sender.id,
        frame: frame === null ? null : { url: frame.url, isTop: frame === event.sender.mainFrame },
      },
      windowIds,
    )
  }
  return {
    /** Hears a channel; `parse` answers null for what it doesn't accept. */
    hear<T>(
      channel: string,
      parse: (payload: unknown) => T | null,
      handle: (sender: WebContents, payload: T) => void,
    ) {
      ipcMain.on(channel, (event, payload: unknown) => {
        if (!trusted(event)) return
        const parsed = parse(payload)
        if (parsed !== null) handle(event.sender, parsed)
      })
    },
  }
}
