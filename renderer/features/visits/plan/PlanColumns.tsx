import styles from './plan.module.css'

const MONTHS = Array.from({ length: 12 }, (_, month) => month)

/** The columns of the matrix and of the load beneath it, which stand under each other. */
export function PlanColumns() {
  return (
    <colgroup>
      <col />
      <col className={styles.ownerColumn} />
      <col className={styles.dueColumn} />
      {MONTHS.map((month) => (
        <col key={month} className={styles.monthColumn} />
      ))}
      <col className={styles.doneColumn} />
    </colgroup>
  )
}
