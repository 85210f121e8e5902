import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EntryRow } from '../../../../db/accounts/log/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { dayText } from './dayText.ts'
import styles from './log.module.css'

/** Next steps of entries as a list to tick off. */
export function NextSteps({
  entries,
  today,
}: {
  readonly entries: readonly EntryRow[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const done = useCommand(engine.log.doneNext)
  return (
    <ul className={styles.entries}>
      {entries.flatMap(({ id, next, nextBy, account, accountId }) =>
        next === null
          ? []
          : [
              <li key={id} className={styles.step}>
                <Checkbox
                  checked={false}
                  aria-label={`${t('log.next.done')} ${next.step}`}
                  onChange={() => void done.run({ entryId: id, done: true })}
                />
                <Link to={`/log/${id}`} className={styles.stepWords}>
                  {next.step}
                </Link>
                {accountId !== null && <Link to={`/accounts/${accountId}`}>{account}</Link>}
                <span className={styles.quiet}>{nextBy ?? t('log.next.nobody')}</span>
                <span className={next.on < today ? styles.late : styles.stepDay}>
                  {dayText(next.on, spokenLanguage(), today)}
                  {next.on < today && ` ${t('log.next.late')}`}
                </span>
              </li>,
            ],
      )}
    </ul>
  )
}
