import { Tooltip } from 'antd'
import { type ReactNode, type Ref, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { redo, undo, undoStore } from '../client/history.ts'
import { commandText } from '../i18n/commandText.ts'
import { KeyCap } from '../ui/bits.tsx'
import {
  ArrowLeftOutlined,
  ArrowRightOutlined,
  RedoOutlined,
  SearchOutlined,
  UndoOutlined,
} from '../ui/icons.tsx'
import { useStore } from '../ui/store.ts'
import { Logo } from './Logo.tsx'
import { paletteStore } from './paletteStore.ts'
import styles from './shell.module.css'

/** Logo, back and forward, where you are, the search box, undo and redo. The system draws its own window buttons. */
export function TitleBar({ crumbsRef }: { readonly crumbsRef: Ref<HTMLElement> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { back, forward } = useHistoryEnds()
  const next = useStore(undoStore)
  return (
    <header className={styles.titleBar}>
      <div className={styles.path}>
        <span className={styles.logo}>
          <Logo size={26} />
        </span>
        <IconButton
          label={t('app.back')}
          keys="Alt ←"
          disabled={!back}
          icon={<ArrowLeftOutlined />}
          press={() => void navigate(-1)}
        />
        <IconButton
          label={t('app.forward')}
          keys="Alt →"
          disabled={!forward}
          icon={<ArrowRightOutlined />}
          press={() => void navigate(1)}
        />
        <nav className={styles.crumbs} aria-label={t('app.where')} ref={crumbsRef} />
      </div>
      <button type="button" className={styles.search} onClick={() => paletteStore.set(true)}>
        <SearchOutlined />
        <span className={styles.searchText}>{t('app.search')}</span>
        <KeyCap>Ctrl K</KeyCap>
      </button>
      <div className={styles.steps}>
        <IconButton
          label={next.undo ? t('app.undo', { label: commandText(next.undo, t) }) : t('app.undoNothing')}
          keys="Ctrl Z"
          disabled={!next.undo}
          icon={<UndoOutlined />}
          press={() => void undo()}
        />
        <IconButton
          label={next.redo ? t('app.redo', { label: commandText(next.redo, t) }) : t('app.redoNothing')}
          keys="Ctrl Y"
          disabled={!next.redo}
          icon={<RedoOutlined />}
          press={() => void redo()}
        />
      </div>
    </header>
  )
}

function IconButton({
  label,
  keys,
  icon,
  disabled,
  press,
}: {
  readonly label: string
  readonly keys: string
  readonly icon: ReactNode
  readonly disabled: boolean
  readonly press: () => void
}) {
  return (
    <Tooltip title={`${label} (${keys})`} placement="bottom" mouseEnterDelay={0.4}>
      <button
        type="button"
        className={styles.iconButton}
        aria-label={label}
        aria-disabled={disabled}
        onClick={() => !disabled && press()}
      >
        {icon}
      </button>
    </Tooltip>
  )
}

/** Whether there is somewhere to go back or forward to; the router numbers its history entries. */
function useHistoryEnds(): { back: boolean; forward: boolean } {
  const { key } = useLocation()
  const last = useRef({ at: 0, key: '', newest: 0 })
  const at = entryIndex()
  if (last.current.key !== key) {
    const pushed = at > last.current.at && at >= last.current.newest
    last.current = { at, key, newest: pushed ? at : Math.max(last.current.newest, at) }
  }
  return { back: at > 0, forward: at < last.current.newest }
}

function entryIndex(): number {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'idx' in state && typeof state.idx === 'number'
    ? state.idx
    : 0
}
