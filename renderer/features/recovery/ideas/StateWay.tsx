import styles from '../case.module.css'

/** The states on the usual way, those that are behind and the one that is reached; a state off the way stands alone. */
export function StateWay<State extends string>({
  way,
  state,
  label,
  wordOf,
}: {
  readonly way: readonly State[]
  readonly state: State
  readonly label: string
  readonly wordOf: (state: State) => string
}) {
  const at = way.indexOf(state)
  return (
    <ol className={styles.way} aria-label={label}>
      {(at === -1 ? [state] : way).map((one, place) => (
        <li
          key={one}
          {...(one === state ? { 'aria-current': 'step' as const } : {})}
          data-done={place < at || undefined}
          data-bad={at === -1 || undefined}
        >
          {wordOf(one)}
        </li>
      ))}
    </ol>
  )
}
