import { useEffect, useRef, useState } from 'react'
import { useLayouts } from '../../../client/layouts.ts'
import { type Draft, EMPTY_DRAFT, isWorthKeeping } from './draft.ts'

const KEY = 'log.draft'
/** Saved this long after the last key: a crash loses a word at most. */
const SAVE_AFTER_MS = 300

/** The draft that this laptop keeps, or null where there is none. Only this module writes it. */
export function keptDraft(json: string | null): Draft | null {
  if (json === null) return null
  try {
    const draft: Draft = { ...EMPTY_DRAFT, ...JSON.parse(json) }
    return isWorthKeeping(draft) ? draft : null
  } catch {
    return null
  }
}

/** A draft that is kept while it is typed, across closing and crashes. `finish` forgets it. */
export function useDraft(first: Draft) {
  const { store } = useLayouts()
  const [draft, setDraft] = useState(first)
  const latest = useRef({ draft, saved: draft, done: false })
  latest.current.draft = draft
  const save = (): void => {
    const { current } = latest
    if (current.done || current.saved === current.draft) return
    current.saved = current.draft
    store.save(KEY, JSON.stringify(current.draft))
  }
  const saver = useRef(save)
  saver.current = save
  useEffect(() => {
    if (latest.current.saved === draft) return
    const timer = setTimeout(() => saver.current(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => {
    const flush = (): void => saver.current()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
  return {
    draft,
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    update: (make: (before: Draft) => Partial<Draft>) =>
      setDraft((before) => ({ ...before, ...make(before) })),
    /** Begins anew with an empty draft. */
    clear: (empty: Draft) => {
      latest.current.saved = empty
      setDraft(empty)
      store.save(KEY, JSON.stringify(null))
    },
    /** The entry is saved: the draft is gone. */
    finish: () => {
      latest.current.done = true
      store.save(KEY, JSON.stringify(null))
    },
  }
}

/** The draft of this laptop, once it is known: undefined before. */
export function useKeptDraft(): Draft | null | undefined {
  const { ready, store } = useLayouts()
  return ready ? keptDraft(store.load(KEY)) : undefined
}
