import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayItem } from '../../../db/channel/today/contract.ts'
import type { Section } from '../../../db/channel/today/rules/sections.ts'
import { Avatar } from '../../ui/bits.tsx'
import { CheckCircleFilled, ClockCircleFilled } from '../../ui/icons.tsx'
import { TierSign } from '../../ui/tier.tsx'
import { addressOf, dueText, iconOf, kindText, whatText } from './itemText.ts'
import styles from './today.module.css'
import { doneByTick } from './useDayActs.ts'

/** What tells a line apart among all lists: a record may stand in one only once. */
export const keyOf = (item: TodayItem): string => `${item.kind}:${item.id}`

/**
 * A line of Today. It hears nothing itself: DayLists hears for all lines, and its links are plain ones, as in grids.
 * Hundreds of them are made in the moment in which the page is opened.
 */
export const DayLine = memo(function DayLine({
  item,
  section,
  now,
  tabbable,
  withWho,
}: {
  readonly item: TodayItem
  readonly section: Section
  readonly now: number
  /** whether Tab leads to it */
  readonly tabbable: boolean
  /** whether it says whose it is */
  readonly withWho: boolean
}) {
  const { t } = useTranslation()
  const what = whatText(item, section, t)
  const Icon = iconOf(item)
  const late = section === 'late'
  return (
    <li
      className={styles.row}
      data-done={item.done || undefined}
      data-late={late || undefined}
      data-key={keyOf(item)}
    >
      {doneByTick(item) ? (
        <button
          type="button"
          className={styles.tick}
          tabIndex={-1}
          aria-label={t(item.done ? 'today.reopen' : 'today.complete', { what })}
          data-tick
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
      <a
        className={styles.what}
        href={`#${addressOf(item)}`}
        tabIndex={tabbable ? 0 : -1}
        data-line
        title={what}
      >
        {what}
      </a>
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
          <a href={`#/accounts/${item.accountId}`} tabIndex={-1} title={item.account}>
            {item.account}
          </a>
        )}
      </span>
      <span className={styles.due}>
        {late && <ClockCircleFilled />}
        {dueText(item, section, now, t)}
      </span>
    </li>
  )
})

/** A role as short as a line has room for: its first words. */
const shortRole = (role: string): string => role.split(/[\s，,（(]/)[0] ?? role

/** A name with its role, unless the name says it already, as where somebody wrote whom they wait for. */
const nameWithRole = (name: string, role: string): string =>
  role === '' || name.includes(role) ? name : `${role} · ${name}`
