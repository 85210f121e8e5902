import { Button } from 'antd'
import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayItem, TodayPage } from '../../../db/channel/today/contract.ts'
import { SECTIONS, type Section } from '../../../db/channel/today/rules/sections.ts'
import { KeyHints } from '../../ui/slots.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
import { keyOf } from './DayLine.tsx'
import { DayList } from './DayList.tsx'
import { firstLines } from './firstLines.ts'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import styles from './today.module.css'
import { useDayActs } from './useDayActs.ts'
import { lineKeys } from './useDayKeys.ts'

/** Height of a line; px. */
const LINE_HEIGHT = 32

/**
 * The lists of Today, and what keys and clicks do with their lines. As it is opened it has as many lines as fill the
 * window: with all of them its first frame would take several times as long.
 */
export function DayLists({
  page,
  whose,
  note,
  showMore,
}: {
  readonly page: TodayPage
  readonly whose: 'mine' | 'all'
  readonly note: () => void
  readonly showMore: (section: Section) => void
}) {
  const { t } = useTranslation()
  const acts = useDayActs()
  const [active, setActive] = useState<string | null>(null)
  const [snoozing, setSnoozing] = useState<TodayItem | null>(null)
  const items = useMemo(() => itemsByKey(page), [page])
  const [first] = items.keys()
  const tabbable = active !== null && items.has(active) ? active : (first ?? null)
  const whole = useDeferredValue(true, false)
  const lines = firstLines(
    page.lists,
    whole ? Number.POSITIVE_INFINITY : Math.ceil(innerHeight / LINE_HEIGHT),
  )
  const region = useRef<HTMLElement>(null)
  useFirstFocus(region)
  useKeptFocus(region, items, active, snoozing !== null)
  const snooze = (item: TodayItem): void => {
    if (item.kind === 'task' && !item.done) setSnoozing(item)
    else showToast({ kind: 'hint', text: t('today.snooze.onlyTasks') })
  }
  const remind = (item: TodayItem): void =>
    acts.remind(item, items.get(keyOf(item))?.section ?? 'today', page.today)
  return (
    // the keys belong to the links within, wherever the focus is
    <section
      aria-label={t('today.title')}
      ref={region}
      className={styles.lists}
      onFocus={({ target }) => {
        if (target.matches('[data-line]')) setActive(keyAt(target))
      }}
      onClick={({ target }) => {
        if (!(target instanceof Element)) return
        const ticked = target.closest('[data-tick]') === null ? undefined : items.get(keyAt(target))
        if (ticked) acts.complete(ticked.item)
        else focusLine(target)
      }}
      onKeyDown={(event) =>
        lineKeys(event, (key) => items.get(key)?.item, { complete: acts.complete, remind, snooze })
      }
    >
      {items.size === 0 ? (
        <EmptyState
          line={t('today.empty')}
          action={<Button onClick={note}>{t('today.emptyButton')}</Button>}
        />
      ) : (
        SECTIONS.map((section) => (
          <DayList
            key={section}
            section={section}
            list={page.lists[section]}
            lines={lines[section]}
            now={page.now}
            active={tabbable}
            withWho={whose === 'all'}
            showMore={() => showMore(section)}
          />
        ))
      )}
      <KeyHints
        hints={[
          { keys: '↑↓', text: t('today.keys.move') },
          { keys: t('today.keys.space'), text: t('today.keys.complete') },
          { keys: 'R', text: t('today.keys.remind') },
        ]}
      />
      {snoozing && <SnoozeDialog item={snoozing} today={page.today} close={() => setSnoozing(null)} />}
    </section>
  )
}

const itemsByKey = (page: TodayPage): Map<string, { item: TodayItem; section: Section }> =>
  new Map(
    SECTIONS.flatMap((section) =>
      page.lists[section].items.map((item) => [keyOf(item), { item, section }] as const),
    ),
  )

/** The key of the line that an element belongs to; empty beside all lines. */
const keyAt = (element: Element): string => element.closest<HTMLElement>('[data-key]')?.dataset.key ?? ''

/** A click beside a line's links and buttons selects the line. */
function focusLine(target: Element): void {
  if (target.closest('a, button') !== null) return
  target.closest('[data-key]')?.querySelector<HTMLElement>('[data-line]')?.focus()
}

/** The keys of the lists work from the start: whoever has just come here is on the first line. */
function useFirstFocus(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { activeElement, body } = document
    const comes = activeElement === body || activeElement?.closest('nav') !== null
    if (comes) region.current?.querySelector<HTMLElement>('[data-line]')?.focus({ preventScroll: true })
  }, [region])
}

/**
 * When the line with the focus loses it, because it was done and moved, or a dialog about it closed, it takes it back;
 * when it goes, the one in its place does. `busy` while a dialog has the focus.
 */
function useKeptFocus(
  region: RefObject<HTMLElement | null>,
  items: ReadonlyMap<string, unknown>,
  active: string | null,
  busy: boolean,
): void {
  const places = useRef<string[]>([])
  useEffect(() => {
    const before = places.current
    places.current = [...items.keys()]
    if (active === null || busy || document.activeElement !== document.body) return
    const at = Math.min(before.indexOf(active), places.current.length - 1)
    const key = items.has(active) ? active : places.current[at]
    if (key === undefined) return
    region.current
      ?.querySelector<HTMLElement>(`[data-key="${key}"] [data-line]`)
      ?.focus({ preventScroll: items.has(active) })
  }, [items, active, busy, region])
}
