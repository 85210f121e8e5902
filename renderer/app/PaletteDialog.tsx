import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../ui/bits.tsx'
import { EnterOutlined, RightOutlined, SearchOutlined, ShopOutlined, TableOutlined } from '../ui/icons.tsx'
import { TierSign } from '../ui/tier.tsx'
import styles from './palette.module.css'
import { type PaletteItem, piecesOf } from './paletteItems.ts'
import { type PaletteScope, usePaletteItems } from './usePaletteItems.ts'

/** The open palette. Arrows choose, Enter opens, Tab narrows to accounts, `>` to commands, Esc closes. */
export function PaletteDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [onlyAccounts, setOnlyAccounts] = useState(false)
  const [chosen, setChosen] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const scope: PaletteScope = text.startsWith('>') ? 'commands' : onlyAccounts ? 'accounts' : 'all'
  const words = text.replace(/^>/, '').trim()
  const items = usePaletteItems(words, scope)
  const at = Math.min(chosen, Math.max(0, items.length - 1))
  useEffect(() => dialog.current?.showModal(), [])
  const open = (item: PaletteItem | undefined): void => {
    if (!item) return
    close()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // an input method still composing owns its keys
    if (event.nativeEvent.isComposing) return
    const act = {
      ArrowDown: () => setChosen(items.length === 0 ? 0 : (at + 1) % items.length),
      ArrowUp: () => setChosen(items.length === 0 ? 0 : (at - 1 + items.length) % items.length),
      Enter: () => open(items[at]),
      Tab: () => setOnlyAccounts(!onlyAccounts),
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
            }}
          />
          <span className={styles.found}>{t('app.palette.found', { count: items.length })}</span>
        </label>
        <PaletteList id={listId} items={items} at={at} choose={setChosen} open={open} />
        {items.length === 0 && <p className={styles.nothing}>{t('app.palette.nothing', { text: words })}</p>}
        <PaletteFoot onlyAccounts={onlyAccounts} />
      </div>
    </dialog>
  )
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
        {piecesOf(item.label, item.hits).map(({ text, hit, at }) =>
          hit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
        )}
        {item.reading && <span className={styles.reading}>{item.reading}</span>}
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

function PaletteSign({ item }: { readonly item: PaletteItem }) {
  if (item.tier) return <TierSign tier={item.tier} />
  if (item.group === 'accounts') return <ShopOutlined />
  return item.group === 'commands' ? <RightOutlined /> : <TableOutlined />
}

function PaletteFoot({ onlyAccounts }: { readonly onlyAccounts: boolean }) {
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
        <KeyCap>Tab</KeyCap> {onlyAccounts ? t('app.palette.all') : t('app.palette.onlyAccounts')}
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
