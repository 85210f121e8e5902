import { startTransition, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TodayItem, TodayList } from '../../../db/channel/today/contract.ts'
import { LINES, type Section } from '../../../db/channel/today/rules/sections.ts'
import { Avatar } from '../../ui/bits.tsx'
import { CheckCircleFilled, ClockCircleFilled } from '../../ui/icons.tsx'
import { TierSign } from '../../ui/tier.tsx'
import { addressOf, dueText, iconOf, kindText, whatText } from './itemText.ts'
import styles from './today.module.css'
import type { DayActs } from './useDayActs.ts'

/** What tells a line apart among all lists: a record may stand in one only once. */
export const keyOf = (item: TodayItem): string => `${item.kind}:${item.id}`

/** Where the tasks among what is beyond all that a list shows are. */
const MORE = {
  late: '/channel/tasks?show=late',
  today: '/channel/tasks?show=today',
  next7: '/channel/tasks?show=next7',
  waiting: '/channel/tasks?show=waiting',
} as const satisfies Record<Section, string>

/** Lines of a list that are there at once; the others follow the first paint, which would take twice as long with them. */
const AT_ONCE = 8

/** A list of Today; nothing where it is empty. */
export function DayList({
  section,
  list,
  now,
  active,
  withWho,
  acts,
  onActive,
  showMore,
}: {
  readonly section: Section
  readonly list: TodayList
  readonly now: number
  /** the line that Tab leads to */
  readonly active: string | null
  /** whether lines say whose they are: what waits does anyway */
  readonly withWho: boolean
  readonly acts: DayActs
  readonly onActive: (key: string) => void
  readonly showMore: () => void
}) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  if (list.items.length === 0) return null
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
        {(whole ? list.items : list.items.slice(0, AT_ONCE)).map((item) => (
          <Row
            key={keyOf(item)}
            item={item}
            section={section}
            now={now}
            tabbable={active === keyOf(item)}
            withWho={withWho || section === 'waiting'}
            acts={acts}
            onActive={onActive}
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

function Row({
  item,
  section,
  now,
  tabbable,
  withWho,
  acts,
  onActive,
}: {
  readonly item: TodayItem
  readonly section: Section
  readonly now: number
  readonly tabbable: boolean
  readonly withWho: boolean
  readonly acts: DayActs
  readonly onActive: (key: string) => void
}) {
  const { t } = useTranslation()
  const what = whatText(item, section, t)
  const Icon = iconOf(item)
  const late = section === 'late'
  const due = dueText(item, section, now, t)
  return (
    <li
      className={styles.row}
      data-done={item.done || undefined}
      data-late={late || undefined}
      data-key={keyOf(item)}
    >
      {acts.completes(item) ? (
        <button
          type="button"
          className={styles.tick}
          tabIndex={-1}
          aria-label={t(item.done ? 'today.reopen' : 'today.complete', { what })}
          onClick={() => acts.complete(item)}
        >
          {item.done && <CheckCircleFilled />}
        </button>
      ) : (
        <span className={styles.tick} data-plain>
          {item.done && <CheckCircleFilled />}
        </span>
      )}
      <span className={styles.kind}>
        <Icon />
        {kindText(item, t)}
      </span>
      <Link
        className={styles.what ?? ''}
        to={addressOf(item)}
        tabIndex={tabbable ? 0 : -1}
        data-line
        title={what}
        onFocus={() => onActive(keyOf(item))}
      >
        {what}
      </Link>
      <span className={styles.who}>
        {item.who !== null && (withWho || item.kind === 'request') && (
          <>
            <Avatar name={item.who} size={20} />
            <span className={styles.whoName}>{nameWithRole(item.who, shortRole(item.role))}</span>
          </>
        )}
      </span>
      <span className={styles.account}>
        {item.tier !== null && <TierSign tier={item.tier} />}
        {item.account !== null && item.accountId !== null && (
          <Link to={`/accounts/${item.accountId}`} tabIndex={-1} title={item.account}>
            {item.account}
          </Link>
        )}
      </span>
      <span className={styles.due}>
        {late && <ClockCircleFilled />}
        {due}
      </span>
    </li>
  )
}

/** A role as short as a line has room for: its first words. */
const shortRole = (role: string): string => role.split(/[\s，,（(]/)[0] ?? role

/** A name with its role, unless the name says it already, as where somebody wrote whom they wait for. */
const nameWithRole = (name: string, role: string): string =>
  role === '' || name.includes(role) ? name : `${role} · ${name}`
