import { NavLink } from 'react-router'
import styles from './tabs.module.css'

/** Tabs of a page, each with an address of its own. */
export function TabLinks({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly {
    readonly to: string
    readonly label: string
    /** its address begins those of the other tabs */
    readonly end?: boolean
  }[]
}) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={styles.tab ?? ''}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  )
}
