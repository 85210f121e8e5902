import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TodayItem, TodayList } from '../../../db/channel/today/contract.ts'
import { LINES, type Section } from '../../../db/channel/today/rules/sections.ts'
import { DayLine, keyOf } from './DayLine.tsx'
import styles from './today.module.css'

/** Where the tasks among what is beyond all that a list shows are. */
const MORE = {
  late: '/channel/tasks?show=late',
  today: '/channel/tasks?show=today',
  next7: '/channel/tasks?show=next7',
  waiting: '/channel/tasks?show=waiting',
} as const satisfies Record<Section, string>

/** A list of Today; nothing where it is empty. */
export function DayList({
  section,
  list,
  lines,
  now,
  active,
  withWho,
  showMore,
}: {
  readonly section: Section
  readonly list: TodayList
  /** its lines, or the first of them while the page is being opened */
  readonly lines: readonly TodayItem[]
  readonly now: number
  /** the line that Tab leads to */
  readonly active: string | null
  /** whether lines say whose they are: what waits does anyway */
  readonly withWho: boolean
  readonly showMore: () => void
}) {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  const hint = section === 'late' || section === 'waiting' ? t(`today.hint.${section}`) : ''
  const beyond = list.open - list.items.filter(({ done }) => !done).length
  return (
    <section className={styles.list} aria-labelledby={`today-${section}`}>
      <header className={styles.head} data-section={section}>
        <h2 id={`today-${section}`}>{t(`today.section.${section}`)}</h2>
        <span className={styles.count}>
          {list.done > 0
            ? t('today.countDone', { count: list.open, done: list.done })
            : t('today.count', { count: list.open })}
        </span>
        <span className={styles.hint}>{hint}</span>
      </header>
      <ul>
        {lines.map((item) => (
          <DayLine
            key={keyOf(item)}
            item={item}
            section={section}
            now={now}
            tabbable={active === keyOf(item)}
            withWho={withWho || section === 'waiting'}
          />
        ))}
      </ul>
      {beyond > 0 && list.items.length < LINES.most && (
        <button type="button" className={styles.more} onClick={showMore}>
          {t('today.more', { count: beyond })}
        </button>
      )}
      {beyond > 0 && list.items.length >= LINES.most && (
        <Link className={styles.more ?? ''} to={withWho ? `${MORE[section]}&whose=all` : MORE[section]}>
          {t('today.beyond', { count: beyond })}
        </Link>
      )}
    </section>
  )
}
