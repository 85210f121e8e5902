import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { NoticesGiven } from '../../db/channel/notices/contract.ts'
import { api, connection, engine } from '../client/engine.ts'
import { queryClient } from '../client/queryClient.ts'
import { noticeAddress, noticeLine, noticeWhat } from '../shared/noticeText.ts'

/** More at once become one. */
const MOST_AT_ONCE = 3
/** Between two attempts to listen. */
const AGAIN_MS = 2_000
/** Lock and channel of the windows of this browser. */
const TOGETHER = 'yushui.notices'

/** Hears the engine's notices: the lists are read again, and where somebody turned that on, the system shows them. */
export function Notices() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  useEffect(() => {
    const read = (): void => {
      void queryClient.invalidateQueries({ queryKey: api.notices.list.key() })
      void queryClient.invalidateQueries({ queryKey: api.today.key() })
    }
    const show = ({ notices, heldBack }: NoticesGiven): void => {
      read()
      const goTo = (place: string) => () => void navigate(place)
      if (heldBack > 0)
        notify({ title: t('notices.heldBack', { count: heldBack }), tag: 'held', go: goTo('/today') })
      if (notices.length > MOST_AT_ONCE)
        notify({ title: t('notices.many', { count: notices.length }), tag: 'many', go: goTo('/today') })
      else
        for (const notice of notices)
          notify({
            title: noticeLine(notice, t),
            body: noticeWhat(notice, t),
            tag: notice.key,
            go: goTo(noticeAddress(notice)),
          })
    }
    return listenForNotices(show, read)
  }, [t, navigate])
  return null
}

/**
 * Calls `show` for what is given in one of this browser's windows, and `read` in all the others, until the returned
 * function is called. One listens for all of them: the system shows each notice once, and a browser has six connections
 * to an address, of which every window takes one already. When that window closes, the next one takes its place.
 */
function listenForNotices(show: (given: NoticesGiven) => void, read: () => void): () => void {
  const aborter = new AbortController()
  const { signal } = aborter
  const others = new BroadcastChannel(TOGETHER)
  others.addEventListener('message', read)
  const hear = async (): Promise<void> => {
    for await (const given of await engine.notices.watch(undefined, { signal })) {
      show(given)
      others.postMessage(null)
    }
  }
  const listen = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        // let go between two attempts: a window whose host has ended must not keep the others from it
        if (connection.snapshot().state === 'connected')
          await navigator.locks.request(TOGETHER, { signal }, hear)
      } catch {
        // a broken stream shows in the connection's state
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
  void listen()
  return () => {
    aborter.abort()
    others.close()
  }
}

/** Shows a notice by the system; one of the same tag, from another window say, takes its place. */
function notify({
  title,
  body = '',
  tag,
  go,
}: {
  readonly title: string
  readonly body?: string
  readonly tag: string
  readonly go: () => void
}): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const shown = new Notification(title, { body, tag })
  shown.addEventListener('click', () => {
    window.focus()
    go()
    shown.close()
  })
}
