import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** Saves a text; answers with what stood in the way, null where nothing did. */
export type TakeText<Trouble> = (text: string) => Trouble | null | Promise<Trouble | null>

/** An edit as it began, so that what another window writes meanwhile is neither lost nor overwritten. */
interface Begun<Trouble> {
  /** what the field showed when the first key was pressed */
  readonly from: string
  /** made when the first key was pressed: it sends the `before` of that moment */
  readonly take: TakeText<Trouble>
}

/**
 * What is typed into a field that is saved as it is left, also when its page goes. While it is being edited, nothing that
 * comes from elsewhere touches it; it is saved with the `take` of the moment the edit began, whose `before` the engine
 * compares. What was refused stays: leaving the field again doesn't send it again, Enter and typing on do, knowing the
 * newest value.
 */
export function useFieldDraft<Trouble>(value: string, take: TakeText<Trouble>) {
  const client = useQueryClient()
  const [text, setText] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const latest = useRef({ value, take })
  latest.current = { value, take }
  const begun = useRef<Begun<Trouble> | null>(null)
  /** what was sent, from when it was until what became of it is shown */
  const sent = useRef<{ readonly from: string; readonly text: string; taken: boolean } | null>(null)
  const refused = useRef<string | null>(null)
  const back = (): void => {
    begun.current = null
    sent.current = null
    refused.current = null
    setText(null)
    setTrouble(null)
  }
  useEffect(() => {
    if (sent.current === null || value === sent.current.from) return
    // typed on while the first part was being saved: that part is what the rest began with
    if (begun.current !== null) begun.current = { from: value, take: latest.current.take }
    else if (sent.current.taken) setText(null)
    if (sent.current.taken) sent.current = null
  }, [value])
  const showSaved = (): void => {
    sent.current = null
    if (begun.current === null) setText(null)
  }
  const send = async (typed: string): Promise<void> => {
    const edit = begun.current ?? { from: latest.current.value, take: latest.current.take }
    begun.current = null
    const sending = { from: latest.current.value, text: typed, taken: false }
    sent.current = sending
    const answer = await edit.take(typed)
    if (sent.current !== sending) return
    setTrouble(answer)
    refused.current = answer === null ? null : typed
    sending.taken = answer === null
    if (!sending.taken) sent.current = null
    else if (latest.current.value !== sending.from) showSaved()
    else {
      // saved and read again, and yet the same: written in another way, or taken back at once with Ctrl+Z
      const stop = client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success' || client.isFetching() > 0) return
        stop()
        if (sent.current === sending) showSaved()
      })
    }
  }
  /** `asked`: by Enter, not by leaving the field. */
  const commit = (asked: boolean): void => {
    const typed = text?.trim()
    if (typed === undefined || (sent.current?.text === typed && begun.current === null)) return
    if (typed === (begun.current?.from ?? value)) back()
    else if (asked || typed !== refused.current) void send(typed)
  }
  // a reload, or a key that leads elsewhere, doesn't blur a field
  const leave = useRef(commit)
  leave.current = commit
  useEffect(() => {
    const save = (): void => leave.current(false)
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [])
  return {
    trouble,
    back,
    /** for a field of one line: Enter saves */
    onPressEnter: (event: KeyboardEvent): void => {
      if (!event.nativeEvent.isComposing) commit(true)
    },
    input: {
      value: text ?? value,
      'aria-invalid': trouble !== null,
      status: trouble === null ? '' : 'error',
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
        begun.current ??= { from: latest.current.value, take: latest.current.take }
        setText(event.target.value)
      },
      onFocus: (): void => {
        // saved in another way of writing: 1967.3.14 is 1967-03-14
        if (sent.current?.taken) back()
      },
      onBlur: (): void => commit(false),
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        // pages of text are not thrown away by one key: they are saved, and Ctrl+Z takes that back
        if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.blur()
        else back()
      },
    },
  } as const
}
