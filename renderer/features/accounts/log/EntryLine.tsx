import type { TFunction } from 'i18next'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EntryRow } from '../../../../db/accounts/log/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { dayText } from './dayText.ts'
import { EntryText, MentionLink } from './EntryText.tsx'
import { lineLink } from './lineLink.ts'
import styles from './log.module.css'

/** An entry as two lines of a list: day, channel, who with whom, what came of it; then what happened. All of it opens it. */
export function EntryLine({
  entry,
  today,
  withAccount,
}: {
  readonly entry: EntryRow
  readonly today: string
  /** says the account too: where a list holds entries of several */
  readonly withAccount: boolean
}) {
  const { t } = useTranslation()
  return (
    <li className={styles.entry} ref={lineLink}>
      <Link className={styles.day} to={`/log/${entry.id}`}>
        {dayText(entry.happenedOn, spokenLanguage(), today)}
      </Link>
      <div className={styles.entryBody}>
        <p className={styles.entryHead}>
          <span className={styles.channel}>{t(`log.channel.${entry.channel}`)}</span>
          {withAccount && entry.accountId !== null && (
            <Link className={styles.account} to={`/accounts/${entry.accountId}`}>
              {entry.account}
            </Link>
          )}
          <span className={styles.who}>
            <Who entry={entry} />
          </span>
          <span className={styles.marks}>{marksOf(entry, today, t).join(' · ')}</span>
        </p>
        <p className={styles.words}>
          <EntryText text={entry.text} mentions={entry.mentions} />
          {entry.cut && '…'}
        </p>
      </div>
    </li>
  )
}

/** Who of ours with whom of theirs. */
export function Who({ entry: { member, people } }: { readonly entry: Pick<EntryRow, 'member' | 'people'> }) {
  const { t } = useTranslation()
  const [before = '', after = ''] = t('log.and', { member: '\u0000', people: '\u0001' }).split('\u0000')
  const [joint = '', end = ''] = after.split('\u0001')
  return (
    <>
      {before}
      {member}
      {people.length > 0 && (
        <>
          {member === null ? joint.trimStart() : joint}
          {people.map((one, at) => (
            <Fragment key={one.id}>
              {at > 0 && t('log.separator')}
              <MentionLink mentioned={one} />
            </Fragment>
          ))}
          {end}
        </>
      )}
    </>
  )
}

function marksOf(
  { promises, files, corrections, next, nextDoneOn }: EntryRow,
  today: string,
  t: TFunction,
): string[] {
  const marks: string[] = []
  if (promises > 0) marks.push(t('log.mark.promises', { count: promises }))
  if (next !== null)
    marks.push(
      nextDoneOn === null
        ? t('log.mark.open', { day: dayText(next.on, spokenLanguage(), today) })
        : t('log.mark.done'),
    )
  if (files > 0) marks.push(t('log.mark.files', { count: files }))
  if (corrections > 0) marks.push(t('log.mark.corrected'))
  return marks
}
