import { useEffect, useRef, useState } from 'react'
import type { OpenedDraft, ParseDraft } from './drafts.ts'
import { drafts } from './windowDrafts.ts'

/** Saved this long after the last key: a crash loses a word at most. */
const SAVE_AFTER_MS = 300

/** This window's draft of a kind, once it is known: undefined before. @param parse a function that stays the same */
export function useOpenedDraft<Draft>(
  kind: string,
  parse: ParseDraft<Draft>,
): OpenedDraft<Draft> | undefined {
  const [opened, setOpened] = useState<OpenedDraft<Draft>>()
  useEffect(() => {
    let wanted = true
    void drafts.open(kind, parse).then((found) => wanted && setOpened(found))
    return () => {
      wanted = false
    }
  }, [kind, parse])
  return opened
}

/** A draft that is kept while it is typed, across closing and crashes; null to `keep` forgets it. */
export function useDraft<Draft extends object>(first: Draft, keep: (draft: Draft | null) => void) {
  const [draft, setDraft] = useState(first)
  const latest = useRef({ draft, saved: draft, done: false })
  latest.current.draft = draft
  const save = (): void => {
    const { current } = latest
    if (current.done || current.saved === current.draft) return
    current.saved = current.draft
    keep(current.draft)
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
      keep(null)
    },
    /** What was typed is saved, or thrown away: the draft is gone. */
    finish: () => {
      latest.current.done = true
      keep(null)
    },
  }
}
