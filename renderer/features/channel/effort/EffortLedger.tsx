import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EffortEdit, EffortLine } from '../../../../db/channel/effort/contract.ts'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { api, engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import ledger from '../../../shared/ledger/ledger.module.css'
import { PeriodBar } from '../../../shared/period/PeriodBar.tsx'
import { usePeriod } from '../../../shared/period/usePeriod.ts'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { EffortEntry } from './EffortEntry.tsx'
import styles from './effort.module.css'
import { effortColumns, TYPED } from './effortColumns.ts'

const NONE: readonly EffortLine[] = []

/** The lines of the effort ledger: typed like a spreadsheet. */
export function EffortLedger({ actions, mine }: { readonly actions: ReactNode; readonly mine: boolean }) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const chosen = usePeriod('month')
  const change = useCommand(engine.effort.change, { toast: false })
  const { data: members } = useQuery(api.department.members.queryOptions())
  const { data, error } = useQuery(
    api.effort.list.queryOptions({
      input: { ...chosen.span, limit: 20_000, ...(mine && me !== null ? { memberId: me } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  const rows = data?.rows ?? NONE
  const columns = useMemo(
    () => effortColumns({ today: data?.today ?? '', members: members ?? [], t }),
    [data?.today, members, t],
  )
  return (
    <LedgerPage<EffortLine>
      title={t('effort.title')}
      crumbs={[{ label: t('effort.title') }]}
      error={error}
      busy={change.pending}
      grid={{
        rows: data && members ? rows : undefined,
        columns,
        layoutKey: 'channel.effort',
        emptyLine: t('effort.empty'),
        onEdits: editListener(
          rows,
          ({ day, account }) => `${day} ${account ?? ''}`,
          async (cells, toast) => {
            const edits = rowEdits(cells, TYPED).flatMap(editOf(rows))
            return edits.length === 0 || (await change.run({ edits }, { toast })).ok
          },
        ),
      }}
      strip={
        <>
          <PeriodBar chosen={chosen} />
          {data && (
            <p className={styles.sum}>
              {t('effort.sum', { count: data.total })} <strong>{minutesText(data.minutes)}</strong>
            </p>
          )}
        </>
      }
      actions={() => actions}
      above={<EffortEntry today={data?.today ?? ''} />}
      panel={(row) =>
        row ? <LinePanel key={row.id} line={row} /> : <p className={ledger.nothing}>{t('effort.choose')}</p>
      }
    />
  )
}

/** A cell of the grid as the engine's edit. */
const editOf =
  (rows: readonly EffortLine[]) =>
  ({
    id,
    field,
    before,
    after,
  }: ReturnType<typeof rowEdits<EffortLine, (typeof TYPED)[number]>>[number]): EffortEdit[] => {
    const line = rows.find((row) => row.id === id)
    return line ? [{ effortId: line.id, field, before, after }] : []
  }

/** One line beside the list: what it went into, and the way to delete it. */
function LinePanel({ line }: { readonly line: EffortLine }) {
  const { t } = useTranslation()
  const remove = useCommand(engine.effort.remove)
  return (
    <article className={styles.panel}>
      <h2>
        {minutesText(line.minutes)} {t(`effort.subject.${line.subject}`)}
      </h2>
      <p className={styles.remark}>
        {line.day} · {line.member}
      </p>
      {line.accountId !== null && line.account !== null && (
        <p>
          <Link to={`/accounts/${line.accountId}/channel`}>{line.account}</Link>
        </p>
      )}
      {line.subject === 'request' && line.about !== null && (
        <p>
          <Link to={`/channel/requests/${line.subjectId}`}>{line.about}</Link>
        </p>
      )}
      {line.note !== '' && <p>{line.note}</p>}
      <Button onClick={() => void remove.run({ effortIds: [line.id] })}>{t('effort.remove')}</Button>
    </article>
  )
}
