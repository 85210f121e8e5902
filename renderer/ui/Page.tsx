import { Button, Drawer } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LayoutOutlined, RightOutlined } from './icons.tsx'
import styles from './page.module.css'
import { Crumbs } from './slots.tsx'
import { LoadingBar, type WorkProgress } from './states.tsx'

/** One step of the breadcrumb; the last has no address. */
export interface Crumb {
  readonly label: string
  readonly to?: string
}

/**
 * A screen on the page sheet: header with title, remarks (steps, tags) and actions; content; a side panel.
 * Only the content scrolls, unless `fixed` (a grid that scrolls by itself).
 */
export function Page({
  title,
  crumbs,
  remarks,
  actions,
  below,
  panel,
  busy = false,
  progress,
  onCancel,
  fixed = false,
  children,
}: {
  readonly title: ReactNode
  readonly crumbs: readonly Crumb[]
  readonly remarks?: ReactNode
  readonly actions?: ReactNode
  /** a further strip under the header: tabs, figures, filters */
  readonly below?: ReactNode
  readonly panel?: ReactNode
  readonly busy?: boolean
  readonly progress?: WorkProgress | null
  readonly onCancel?: () => void
  readonly fixed?: boolean
  readonly children: ReactNode
}) {
  const last = crumbs.at(-1)?.label
  useEffect(() => {
    if (last) document.title = last
  }, [last])
  return (
    <div className={styles.page}>
      <Crumbs>
        <CrumbTrail crumbs={crumbs} />
      </Crumbs>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {remarks !== undefined && <div className={styles.remarks}>{remarks}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        <LoadingBar
          busy={busy}
          {...(progress === undefined ? {} : { progress })}
          {...(onCancel === undefined ? {} : { onCancel })}
        />
      </header>
      {below}
      <div className={styles.body}>
        <div className={fixed ? styles.fixed : styles.scroll}>{children}</div>
        {panel}
      </div>
    </div>
  )
}

function CrumbTrail({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <ol className={styles.crumbs}>
      {crumbs.map(({ label, to }, at) => (
        <li key={`${label}${to ?? ''}`} aria-current={at === crumbs.length - 1 ? 'page' : undefined}>
          {at > 0 && <RightOutlined className={styles.crumbArrow} aria-hidden="true" />}
          {to === undefined ? <span>{label}</span> : <Link to={to}>{label}</Link>}
        </li>
      ))}
    </ol>
  )
}

/** Context at the right on the sunken colour, 280–430 px; under 1280 px a drawer behind a button. */
export function SidePanel({
  width = 300,
  title,
  children,
}: {
  readonly width?: number
  /** names the panel for those who can't see it, and the drawer */
  readonly title: string
  readonly children: ReactNode
}) {
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const { t } = useTranslation()
  if (!narrow)
    return (
      <aside className={styles.panel} style={{ width }} aria-label={title}>
        {children}
      </aside>
    )
  return (
    <>
      <Button
        className={styles.panelButton ?? ''}
        icon={<LayoutOutlined />}
        title={t('app.openPanel')}
        aria-label={`${t('app.openPanel')} ${title}`}
        onClick={() => setOpen(true)}
      />
      <Drawer title={title} size={width + 20} open={open} onClose={() => setOpen(false)}>
        {children}
      </Drawer>
    </>
  )
}

/** Whether the window is at most so many px wide; too narrow for a side panel where none is given. */
export function useNarrow(mostWidth = NARROW): boolean {
  const media = `(max-width: ${mostWidth}px)`
  const [narrow, setNarrow] = useState(() => matchMedia(media).matches)
  useEffect(() => {
    const query = matchMedia(media)
    const listen = (): void => setNarrow(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [media])
  return narrow
}

const NARROW = 1279
