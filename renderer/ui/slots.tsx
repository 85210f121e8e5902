import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import styles from './slots.module.css'

/** The places in the window's frame that a screen may fill. */
export interface FrameSlots {
  readonly crumbs: HTMLElement | null
  readonly statusItems: HTMLElement | null
  readonly statusKeys: HTMLElement | null
}

/** Given by the shell; outside of it nothing is shown. */
export const FrameSlotsContext = createContext<FrameSlots>({
  crumbs: null,
  statusItems: null,
  statusKeys: null,
})

/** What a screen may ask of the frame: dialogs that open over any screen, though they belong to other rooms. */
export interface FrameActions {
  /** writes an entry of the work log */
  readonly log: () => void
  /** logs a request of an account */
  readonly request: () => void
}

/** Given by the shell; outside of it nothing happens. */
export const FrameActionsContext = createContext<FrameActions>({ log: () => {}, request: () => {} })

/** What the frame does for screens. */
export const useFrameActions = (): FrameActions => useContext(FrameActionsContext)

/** The screen's own items in the status bar: selection count, sum, average, or the number of rows. */
export function StatusItems({ children }: { readonly children: ReactNode }) {
  const { statusItems } = useContext(FrameSlotsContext)
  return statusItems && createPortal(children, statusItems)
}

/** One item of the status bar: a word and a figure. */
export function StatusItem({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span className={styles.item}>
      {label} <strong>{value}</strong>
    </span>
  )
}

/** At most three hints of keys for this screen, in the status bar. */
export function KeyHints({
  hints,
}: {
  readonly hints: readonly { readonly keys: string; readonly text: ReactNode }[]
}) {
  const { statusKeys } = useContext(FrameSlotsContext)
  return (
    statusKeys &&
    createPortal(
      hints.slice(0, 3).map(({ keys, text }) => (
        <span key={keys} className={styles.hint}>
          {keys} {text}
        </span>
      )),
      statusKeys,
    )
  )
}

/** Content for the title bar's breadcrumb. */
export function Crumbs({ children }: { readonly children: ReactNode }) {
  const { crumbs } = useContext(FrameSlotsContext)
  return crumbs && createPortal(children, crumbs)
}
