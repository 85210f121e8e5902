import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ClubEvent } from '../../../../db/channel/club/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { EventPanel } from './EventPanel.tsx'
import { EVENT_FIELDS, eventColumns } from './eventColumns.ts'
import { NewEvent } from './NewEvent.tsx'

const NONE: readonly ClubEvent[] = []

/** The club's events: those to come by their day, then the past ones. */
export function EventsView({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error } = useQuery(api.club.events.queryOptions())
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.club.changeEvents, { toast: false })
  const [adding, setAdding] = useState(false)
  const rows = data?.rows ?? NONE
  const columns = useMemo(() => eventColumns(data?.today ?? '', members ?? [], t), [data?.today, members, t])
  const coming = rows.filter(({ state }) => state === 'coming' || state === 'today').length
  return (
    <>
      <LedgerPage<ClubEvent>
        title={t('club.title')}
        crumbs={[{ label: t('club.title') }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && members ? rows : undefined,
          columns,
          layoutKey: 'channel.events',
          emptyLine: t('club.emptyEvents'),
          onEdits: editListener(
            rows,
            ({ name }) => name,
            async (cells, toast) => {
              const edits = rowEdits(cells, EVENT_FIELDS)
              return edits.length === 0 || (await change.run({ edits }, { toast })).ok
            },
          ),
        }}
        strip={
          <>
            {choice}
            {rows.length > 0 && (
              <p className={styles.finding}>{t('club.findingEvents', { count: rows.length, coming })}</p>
            )}
          </>
        }
        add={{ label: t('club.newEvent'), press: () => setAdding(true) }}
        panel={(row) =>
          row && data ? (
            <EventPanel key={row.id} event={row} today={data.today} />
          ) : (
            <p className={styles.nothing}>{t('club.chooseEvent')}</p>
          )
        }
      />
      <NewEvent
        open={adding}
        close={() => setAdding(false)}
        today={data?.today ?? ''}
        made={(id) => void navigate(`/channel/club/events/${id}`)}
      />
    </>
  )
}
