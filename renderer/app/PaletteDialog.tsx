import type { TFunction } from 'i18next'
import {
  Fragment,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, KeyCap } from '../ui/bits.tsx'
import {
  CheckSquareOutlined,
  EnterOutlined,
  FormOutlined,
  HistoryOutlined,
  PaperClipOutlined,
  RightOutlined,
  SearchOutlined,
  ShopOutlined,
  TableOutlined,
  TagOutlined,
} from '../ui/icons.tsx'
import { TierSign } from '../ui/tier.tsx'
import styles from './palette.module.css'
import { type MarkedText, type PaletteItem, piecesOf } from './paletteItems.ts'
import { type PaletteLines, type PaletteScope, usePaletteItems } from './usePaletteItems.ts'

/** What Tab goes through. */
const TABS = ['all', 'accounts', 'people', 'promises', 'entries'] as const satisfies readonly PaletteScope[]

/**
 * The open palette. Arrows choose, Enter opens, Tab narrows to one group after the other, `>` to commands, Esc closes.
 * Enter right after a key waits for the answer to that key.
 */
export function PaletteDialog({
  typed,
  close,
}: {
  /** what was typed while this was loading */
  readonly typed: { readonly current: string }
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [tab, setTab] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [entered, setEntered] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const scope: PaletteScope = text.startsWith('>') ? 'commands' : (TABS[tab] ?? 'all')
  const words = text.replace(/^>/, '').trim()
  const lines = usePaletteItems(words, scope)
  const { items, waiting } = lines
  const at = Math.min(chosen, Math.max(0, items.length - 1))
  useLayoutEffect(() => {
    // before the next key, which would else reach the page beneath; what was typed until this very moment comes along
    dialog.current?.showModal()
    setText(typed.current)
  }, [typed])
  const open = useCallback(
    (item: PaletteItem | undefined): void => {
      if (!item) return
      close()
      item.run()
    },
    [close],
  )
  const first = items[0]
  useEffect(() => {
    if (!entered || waiting) return
    setEntered(false)
    open(first)
  }, [entered, waiting, first, open])
  const narrow = (by: number): void => {
    setTab((tab + by + TABS.length) % TABS.length)
    setChosen(0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // an input method still composing owns its keys
    if (event.nativeEvent.isComposing) return
    const act = {
      ArrowDown: () => setChosen(items.length === 0 ? 0 : (at + 1) % items.length),
      ArrowUp: () => setChosen(items.length === 0 ? 0 : (at - 1 + items.length) % items.length),
      Enter: () => (waiting ? setEntered(true) : open(items[at])),
      Tab: () => narrow(event.shiftKey ? -1 : 1),
      // at once: the browser's own way comes later than the next key
      Escape: () => {
        dialog.current?.close()
        close()
      },
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('app.palette.title')}
      onClose={close}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.box}>
        <label className={styles.search}>
          <SearchOutlined />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
            aria-label={t('app.palette.title')}
            placeholder={t('app.palette.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setChosen(0)
              setEntered(false)
            }}
          />
          <span className={styles.found} aria-live="polite">
            {summaryOf(lines, t)}
          </span>
        </label>
        <PaletteList
          id={listId}
          items={items}
          at={at}
          choose={setChosen}
          open={(item) => !waiting && open(item)}
        />
        {items.length === 0 && !waiting && (
          <p className={styles.nothing}>{t('app.palette.nothing', { text: words })}</p>
        )}
        <PaletteFoot next={TABS[(tab + 1) % TABS.length] ?? 'all'} />
      </div>
    </dialog>
  )
}

/** How it was found, how much, and how fast: `拼音首字母，8 条，4 毫秒`. */
function summaryOf({ items, how, milliseconds, indexing }: PaletteLines, t: TFunction): string {
  const parts = [
    indexing ? t('app.palette.indexing', { percent: Math.floor((100 * indexing.done) / indexing.of) }) : '',
    how === null ? '' : t(`app.palette.how.${how}`),
    t('app.palette.found', { count: items.length }),
    milliseconds === null
      ? ''
      : t('app.palette.milliseconds', { count: Math.max(1, Math.round(milliseconds)) }),
  ]
  return parts.filter(Boolean).join(t('app.palette.comma'))
}

function PaletteList({
  id,
  items,
  at,
  choose,
  open,
}: {
  readonly id: string
  readonly items: readonly PaletteItem[]
  readonly at: number
  readonly choose: (at: number) => void
  readonly open: (item: PaletteItem) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.list} id={id} role="listbox" aria-label={t('app.palette.title')}>
      {items.map((item, index) => (
        <Fragment key={`${item.group}-${item.id}`}>
          {items[index - 1]?.group !== item.group && (
            <div className={styles.group} role="presentation">
              {t(`app.palette.${item.group}`)}
            </div>
          )}
          <PaletteLine
            id={`${id}-${index}`}
            item={item}
            chosen={index === at}
            hover={() => choose(index)}
            open={() => open(item)}
          />
        </Fragment>
      ))}
    </div>
  )
}

function PaletteLine({
  id,
  item,
  chosen,
  hover,
  open,
}: {
  readonly id: string
  readonly item: PaletteItem
  readonly chosen: boolean
  readonly hover: () => void
  readonly open: () => void
}) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // keys are the input's, which stays focused; the mouse is a second way
    <div
      ref={line}
      id={id}
      className={styles.line}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerMove={hover}
      onPointerDown={(event) => event.preventDefault()}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open()}
    >
      <span className={styles.sign}>
        <PaletteSign item={item} />
      </span>
      <span className={styles.label}>
        <Marked {...item.label} />
        {item.reading && <span className={styles.reading}>{item.reading}</span>}
        {item.detail && (
          <span className={styles.reading}>
            <Marked {...item.detail} />
          </span>
        )}
      </span>
      <span className={styles.remark}>{item.remark}</span>
      {chosen && (
        <KeyCap>
          <EnterOutlined />
        </KeyCap>
      )}
    </div>
  )
}

function Marked(marked: MarkedText) {
  return piecesOf(marked).map(({ text, hit, at }) =>
    hit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
  )
}

function PaletteSign({ item }: { readonly item: PaletteItem }) {
  if (item.tier) return <TierSign tier={item.tier} />
  switch (item.group) {
    case 'accounts':
      return <ShopOutlined />
    case 'people':
    case 'members':
      return <Avatar name={item.label.text} size={20} />
    case 'promises':
      return <CheckSquareOutlined />
    case 'entries':
      return <FormOutlined />
    case 'files':
      return <PaperClipOutlined />
    case 'tags':
      return <TagOutlined />
    case 'recent':
      return <HistoryOutlined />
    case 'commands':
      return <RightOutlined />
    case 'rounds':
    case 'sheets':
      return <TableOutlined />
  }
}

function PaletteFoot({ next }: { readonly next: (typeof TABS)[number] }) {
  const { t } = useTranslation()
  return (
    <footer className={styles.foot}>
      <span>
        <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {t('app.palette.choose')}
      </span>
      <span>
        <KeyCap>↵</KeyCap> {t('app.palette.open')}
      </span>
      <span>
        <KeyCap>Tab</KeyCap> {t(`app.palette.only.${next}`)}
      </span>
      <span>
        <KeyCap>{'>'}</KeyCap> {t('app.palette.onlyCommands')}
      </span>
      <span className={styles.last}>
        <KeyCap>Esc</KeyCap> {t('app.palette.close')}
      </span>
    </footer>
  )
}
