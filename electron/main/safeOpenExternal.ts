import { shell } from 'electron'
import { externalUrl } from '../rules/navigation.ts'

/** Hands https and mailto addresses to the system; anything else is dropped. The only use of shell.openExternal. */
export function safeOpenExternal(url: string): void {
  const address = externalUrl(url)
  // a system without a browser or mail program can't open it: there is nobody to tell, and nothing is lost
  if (address !== null) shell.openExternal(address).catch(() => undefined)
}
