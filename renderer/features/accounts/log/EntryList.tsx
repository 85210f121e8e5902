import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../../db/accounts/log/rules/channels.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { EntryLine } from './EntryLine.tsx'
import styles from './log.module.css'
import { NextSteps } from './NextSteps.tsx'

/** Which entries. */
export interface EntryFilter {
  readonly accountId?: string
  readonly personId?: string
  readonly memberId?: string
  readonly channel?: Channel
  readonly open?: boolean
}

const PAGE = 50

/** Entries, a page at a time, newest first; with `open` their next steps, the soonest first. */
export function EntryList({
  filter,
  withAccount,
  empty,
}: {
  readonly filter: EntryFilter
  readonly withAccount: boolean
  readonly empty: ReactNode
}) {
  const { t } = useTranslation()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(filter, PAGE)
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const [first] = data.pages
  const entries = data.pages.flatMap((page) => page.entries)
  if (!first || entries.length === 0) return empty
  return (
    <div className={styles.list}>
      {filter.open === true ? (
        <NextSteps entries={entries} today={first.today} />
      ) : (
        <ol className={styles.entries}>
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} today={first.today} withAccount={withAccount} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button
          className={styles.more ?? ''}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {filter.open === true ? t('log.moreOpen') : t('log.more')}
        </Button>
      )}
    </div>
  )
}

/** Entries by page. */
export const useEntries = (filter: EntryFilter, limit: number) =>
  useInfiniteQuery(
    api.log.list.infiniteOptions({
      input: (after: { on: string; id: string } | undefined) => ({
        ...filter,
        limit,
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
