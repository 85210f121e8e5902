import type { Windows } from './windowId.ts'

/** Where drafts are kept: JSON texts by key. */
export interface DraftStore {
  read(): Promise<Readonly<Record<string, string>>>
  write(key: string, json: string | null): Promise<unknown>
}

/** A draft as it was kept, null where there is none, and the way to keep what becomes of it. */
export interface OpenedDraft<Draft> {
  readonly kept: Draft | null
  /** null forgets it */
  readonly save: (json: string | null) => void
}

/** Reads a draft's JSON; null for one that isn't worth keeping, or isn't one. */
export type ParseDraft<Draft> = (json: string) => Draft | null

/**
 * Drafts, one of each kind in each window: `kind.window`. What a closed window left behind belongs to the next window
 * that asks for a draft of this kind and has none, the newest window's first; so nothing typed is lost, and no open
 * window's draft is ever shown or cleared by another.
 */
export function createDrafts(ids: Windows, store: DraftStore) {
  /** what the engine hasn't taken yet */
  const unsaved = new Map<string, string | null>()
  let writing: Promise<void> = Promise.resolve()
  let opening: Promise<unknown> = Promise.resolve()

  /** One after the other: an older text must not arrive after a newer one. */
  function save(key: string, json: string | null): void {
    unsaved.set(key, json)
    writing = writing.then(() => send(key))
  }

  async function send(key: string): Promise<void> {
    const json = unsaved.get(key)
    if (json === undefined) return
    try {
      await store.write(key, json)
      if (unsaved.get(key) === json) unsaved.delete(key)
    } catch {
      // stays among the unsaved: the next change, or opening the draft, tries again
    }
  }

  /** Takes over what a closed window left: read under its lock, since another window may just have taken it. */
  const adopt = <Draft>(kind: string, from: string, to: string, parse: ParseDraft<Draft>) =>
    ids.ifGone(from.slice(kind.length + 1), async () => {
      const { [from]: json } = await store.read()
      const draft = json === undefined ? null : parse(json)
      if (json === undefined || draft === null) return null
      // kept twice for a moment rather than not at all
      await store.write(to, json)
      await store.write(from, null)
      return draft
    })

  async function find<Draft>(kind: string, own: string, parse: ParseDraft<Draft>): Promise<Draft | null> {
    const all = { ...(await store.read()), ...Object.fromEntries(unsaved) }
    const mine = all[own]
    const kept = typeof mine === 'string' ? parse(mine) : null
    if (kept !== null) return kept
    // ids of windows grow with time; a draft of before there were such ids has none, and comes last
    const left = Object.keys(all).filter((key) => key === kind || key.startsWith(`${kind}.`))
    for (const key of left.sort().reverse()) {
      const found = key === own ? null : await adopt(kind, key, own, parse)
      if (found !== null) return found
    }
    return null
  }

  async function openNow<Draft>(kind: string, parse: ParseDraft<Draft>): Promise<OpenedDraft<Draft>> {
    const opened = (id: string, kept: Draft | null) => ({
      kept,
      save: (json: string | null) => save(`${kind}.${id}`, json),
    })
    await writing
    const id = await ids.own()
    try {
      return opened(id, await find(kind, `${kind}.${id}`, parse))
    } catch {
      // what is kept can't be read: under another id, nothing of it is overwritten
      return opened(await ids.renew(), null)
    }
  }

  return {
    /** This window's draft of a kind, or one that a closed window left. */
    open<Draft>(kind: string, parse: ParseDraft<Draft>): Promise<OpenedDraft<Draft>> {
      // two at once must not both take over something under the same key
      const next = opening.then(() => openNow(kind, parse))
      opening = next
      return next
    },
  }
}
