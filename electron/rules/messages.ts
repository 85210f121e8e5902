import type { EngineFailure } from './restarts.ts'

/** What the main process and the engine's process say to each other. Trusted: both are our own code. */
export type ToEngine =
  | {
      readonly kind: 'open'
      readonly dataFolder: string | null
      readonly appVersion: string
      readonly recover: boolean
    }
  /** comes with one port, a page's line to the engine */
  | { readonly kind: 'port' }
  | { readonly kind: 'printed'; readonly id: number; readonly pdf: Uint8Array | null }
  | { readonly kind: 'close' }

export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly failure: EngineFailure }
  | { readonly kind: 'print'; readonly id: number; readonly html: string }

/** Channels between pages and the main process. */
export const CHANNELS = {
  /** page → main: give me a line to the engine; main → page: here it is */
  port: 'yushui:port',
  /** page → main: tell me of the engine from now on; main → page: how it is */
  status: 'yushui:status',
  retry: 'yushui:retry',
  recover: 'yushui:recover',
  look: 'yushui:look',
  external: 'yushui:external',
} as const

/** How the page looks, for what the system draws: window buttons, menus, the background before the first paint. */
export interface Look {
  readonly theme: 'light' | 'dark' | 'system'
  readonly language: 'zh' | 'en'
  /** of the title bar and of the signs on it, `#rrggbb` */
  readonly chrome: string
  readonly text: string
}

const COLOUR = /^#[0-9a-f]{6}$/i

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isColour = (value: unknown): value is string => typeof value === 'string' && COLOUR.test(value)

/** A page's look, checked; null when it isn't one. */
export function parseLook(value: unknown): Look | null {
  if (!isRecord(value)) return null
  const { theme, language, chrome, text } = value
  if (theme !== 'light' && theme !== 'dark' && theme !== 'system') return null
  if (language !== 'zh' && language !== 'en') return null
  return isColour(chrome) && isColour(text) ? { theme, language, chrome, text } : null
}

/** Text of a reasonable length; null when it isn't. */
export function parseText(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 2_000 ? value : null
}

/** For messages without content. */
export function parseNothing(value: unknown): true | null {
  return value === undefined ? true : null
}
