/** What the preload script offers a page inside Electron, as `window.yushui`. Absent in a browser. */

/** Why the engine is not running and won't start by itself: what the recovery screen explains. */
export interface EngineFailure {
  /** CRASHED, or why the data folder can't be opened: LOCKED_BY_OTHER, NEWER_FILE, DAMAGED, READ_ONLY_FOLDER … */
  readonly code: string
  readonly data: Readonly<Record<string, string | number | null>>
}

export type EngineStatus =
  | { readonly state: 'starting' | 'restarting' }
  /** `run` counts starts of the engine */
  | { readonly state: 'running'; readonly run: number }
  | { readonly state: 'stopped'; readonly failure: EngineFailure }

/** How the page looks, for what the system draws around it. */
export interface Look {
  readonly theme: 'light' | 'dark' | 'system'
  readonly language: 'zh' | 'en'
  /** of the title bar and of the signs on it, `#rrggbb` */
  readonly chrome: string
  readonly text: string
}

export interface YushuiBridge {
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** Asks for a line to the running engine: it arrives as a window message `{ yushui: 'port', run }` with one port. */
  connect(): void
  /** Tells the engine's status at once and at each change. Answers with how to stop listening. */
  onEngineStatus(listener: (status: EngineStatus) => void): () => void
  /** Starts an engine again that was given up. */
  retryEngine(): void
  /** The same for a damaged file, with the newest whole backup in its place; the damaged one is set aside. */
  recoverEngine(): void
  setLook(look: Look): void
  /** https and mailto only; anything else is dropped. */
  openExternal(url: string): void
}

declare global {
  interface Window {
    readonly yushui?: YushuiBridge
  }
}
