import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../db/kernel/contract.ts'
import { api } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { commandText } from '../../i18n/commandText.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { Section } from '../../ui/bits.tsx'
import { formatMoment } from '../../ui/format.ts'
import { EmptyState, ErrorNote, LoadingBar } from '../../ui/states.tsx'
import styles from './department.module.css'

const PAGE = 100

/** What was done, by whom and when, newest first; with what has been undone since. */
export function HistoryTab() {
  const { t } = useTranslation()
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (before: HistoryEntry['txnId'] | undefined) => ({
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.txnId : undefined),
    }),
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (isPending) return <LoadingBar busy />
  const entries = data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <EmptyState line={t('department.history.none')} />
  return (
    <Section title={t('department.tab.history')} remark={t('department.history.line')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('department.history.when')}</th>
            <th scope="col">{t('department.history.who')}</th>
            <th scope="col">{t('department.history.what')}</th>
            <th scope="col" className={styles.number}>
              {t('department.history.changes')}
            </th>
            <th scope="col">{t('department.history.state')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.txnId} entry={entry} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('department.history.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation()
  const what = commandText(entry.label, t)
  const kind = entry.kind === 'do' ? '' : `${t(`department.history.${entry.kind}`)} `
  return (
    <tr className={entry.undone ? styles.undone : undefined}>
      <td>{formatMoment(entry.at, spokenLanguage(), t('app.status.today'))}</td>
      <td>{entry.actor === '' ? t('department.history.somebody') : entry.actor}</td>
      <td className={styles.wide}>
        {kind}
        {what}
      </td>
      <td className={styles.number}>{t('department.history.changeCount', { count: entry.changes })}</td>
      <td>{entry.undone ? t('department.history.undone') : ''}</td>
    </tr>
  )
}
