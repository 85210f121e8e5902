import type { ReactNode } from 'react'
import styles from './bits.module.css'

/** A key of the keyboard as a cap: in the palette, in toasts, in tables of keys. */
export function KeyCap({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.cap}>{children}</kbd>
}

/** A key as a light letter inside a button. */
export function ButtonKey({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles.buttonKey} aria-hidden="true">
      {children}
    </span>
  )
}

/** A person as the first character of their name. */
export function Avatar({ name, size = 22 }: { readonly name: string; readonly size?: number }) {
  const [first = '·'] = name.trim()
  return (
    <span
      className={styles.avatar}
      style={{ width: size, height: size, fontSize: size < 26 ? 11 : 15 }}
      aria-hidden="true"
    >
      {first.toUpperCase()}
    </span>
  )
}

/** A share as a ring with its figure inside; `label` names it for those who don't see it. */
export function Ring({
  percent,
  label,
  size = 50,
}: {
  readonly percent: number
  readonly label: string
  readonly size?: number
}) {
  const radius = size / 2 - 3
  const round = 2 * Math.PI * radius
  return (
    <svg
      className={styles.ring}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`${label} ${percent}`}
    >
      <circle className={styles.ringRest} cx={size / 2} cy={size / 2} r={radius} />
      <circle
        className={styles.ringDone}
        cx={size / 2}
        cy={size / 2}
        r={radius}
        strokeDasharray={`${(round * percent) / 100} ${round}`}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
      <text className={styles.ringText} x="50%" y="50%" dominantBaseline="central" textAnchor="middle">
        {percent}
      </text>
    </svg>
  )
}

/** How much of something is done, as a thin line. */
export function ProgressLine({
  done,
  of,
  label,
  width,
}: {
  readonly done: number
  readonly of: number
  readonly label: string
  readonly width?: number
}) {
  const percent = of === 0 ? 0 : Math.min(100, (done / of) * 100)
  return (
    <span
      className={styles.line}
      style={width === undefined ? undefined : { width }}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
    >
      <span className={styles.lineDone} style={{ width: `${percent}%` }} />
    </span>
  )
}

/** A heading of a panel or page part: bold title, quiet remark, an action at the right. */
export function SectionHead({
  title,
  remark,
  action,
}: {
  readonly title: string
  readonly remark?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <header className={styles.head}>
      <h2 className={styles.headTitle} title={title}>
        {title}
      </h2>
      {remark !== undefined && <span className={styles.headRemark}>{remark}</span>}
      {action !== undefined && <span className={styles.headAction}>{action}</span>}
    </header>
  )
}

/** A part of a page or panel, set off from its neighbours by hairlines. */
export function Section({
  title,
  remark,
  action,
  children,
}: {
  readonly title: string
  readonly remark?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.section}>
      <SectionHead
        title={title}
        {...(remark === undefined ? {} : { remark })}
        {...(action === undefined ? {} : { action })}
      />
      {children}
    </section>
  )
}
