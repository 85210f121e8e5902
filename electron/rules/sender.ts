import { isAppUrl } from './navigation.ts'

/** Who sent a message to the main process, as far as the check needs it. */
export interface Sender {
  /** id of the sending webContents */
  readonly contentsId: number
  /** null when the frame is gone by the time the message is read */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null
}

/**
 * Whether a message may be looked at at all: from the top frame of one of our windows, while it shows one of our pages.
 * Checked before the payload is touched.
 */
export function isTrustedSender(sender: Sender, windowIds: ReadonlySet<number>): boolean {
  return sender.frame?.isTop === true && windowIds.has(sender.contentsId) && isAppUrl(sender.frame.url)
}
