import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Incident } from '../../../../db/channel/quality/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { IncidentPanel } from './IncidentPanel.tsx'
import { incidentColumns, TYPED } from './incidentColumns.ts'
import { NewIncident } from './NewIncident.tsx'

const SHOWS = ['unproven', 'late', 'again', 'all'] as const
type Show = (typeof SHOWS)[number]
const NONE: readonly Incident[] = []

/** The quality incidents of all accounts (C1): `/channel/quality`. */
export function QualityPage() {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    api.quality.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.quality.change, { toast: false })
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'all'
  const rows = data?.rows ?? NONE
  const shown = useMemo(() => rows.filter((row) => isShown(row, show)), [rows, show])
  const columns = useMemo(
    () =>
      incidentColumns({
        today: data?.today ?? '',
        products: data?.products ?? [],
        members: members ?? [],
        t,
      }),
    [data?.today, data?.products, members, t],
  )
  return (
    <>
      <LedgerPage<Incident>
        title={t('quality.title')}
        crumbs={[{ label: t('quality.title') }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && members ? shown : undefined,
          columns,
          layoutKey: 'channel.quality',
          emptyLine: rows.length > 0 ? t('quality.noneShown') : t('quality.empty'),
          onEdits: editListener(
            shown,
            ({ title }) => title,
            async (cells, toast) => {
              const edits = rowEdits(cells, TYPED)
              return edits.length === 0 || (await change.run({ edits }, { toast })).ok
            },
          ),
        }}
        strip={
          <>
            <Segmented<Show>
              aria-label={t('quality.showLabel')}
              value={show}
              onChange={(next) => setSearch({ show: next }, { replace: true })}
              options={SHOWS.map((value) => ({ value, label: t(`quality.show.${value}`) }))}
            />
            <Finding rows={rows} />
          </>
        }
        add={{ label: t('quality.new'), press: () => setAdding(true) }}
        panel={(row) =>
          row && data ? (
            <IncidentPanel key={row.id} incident={row} today={data.today} products={data.products} />
          ) : (
            <p className={styles.nothing}>{t('quality.choose')}</p>
          )
        }
      />
      <NewIncident
        open={adding}
        close={() => setAdding(false)}
        today={data?.today ?? ''}
        products={data?.products ?? []}
      />
    </>
  )
}

const isShown = ({ state, late, earlier }: Incident, show: Show): boolean =>
  show === 'all' ||
  (show === 'late' && late > 0) ||
  (show === 'again' && earlier > 0) ||
  (show === 'unproven' && state !== 'proven')

/** How many are not proven yet, how many of these are late, and which product fails again. */
function Finding({ rows }: { readonly rows: readonly Incident[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  const open = rows.filter(({ state }) => state !== 'proven').length
  const late = rows.filter((row) => row.late > 0).length
  const again = rows.filter(({ earlier }) => earlier > 0).length
  return (
    <p className={styles.finding}>
      {t('quality.finding', { count: rows.length, open })}
      {late > 0 && (
        <>
          {' · '}
          <span className={styles.late}>{t('quality.findingLate', { count: late })}</span>
        </>
      )}
      {again > 0 && ` · ${t('quality.findingAgain', { count: again })}`}
    </p>
  )
}
