import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Consultation } from '../../../../db/channel/consultations/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { consultationColumns, TYPED } from './consultationColumns.ts'
import { NewConsultation } from './NewConsultation.tsx'
import { ResultBar } from './ResultBar.tsx'

const SHOWS = ['open', 'toTell', 'all'] as const
type Show = (typeof SHOWS)[number]
const NONE: readonly Consultation[] = []

/** Planned decisions that are put to accounts (A9): `/channel/consultations`. */
export function ConsultationsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error } = useQuery(api.consultations.list.queryOptions())
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.consultations.change, { toast: false })
  const remove = useCommand(engine.consultations.remove)
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'all'
  const rows = data?.rows ?? NONE
  const shown = useMemo(() => rows.filter((row) => isShown(row, show)), [rows, show])
  const columns = useMemo(
    () => consultationColumns({ today: data?.today ?? '', members: members ?? [], t }),
    [data?.today, members, t],
  )
  const toTell = rows.filter(({ state }) => state === 'decided')
  return (
    <>
      <LedgerPage<Consultation>
        title={t('consultations.title')}
        crumbs={[{ label: t('consultations.title') }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && members ? shown : undefined,
          columns,
          layoutKey: 'channel.consultations',
          emptyLine: rows.length > 0 ? t('consultations.noneShown') : t('consultations.empty'),
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
              aria-label={t('consultations.showLabel')}
              value={show}
              onChange={(next) => setSearch({ show: next }, { replace: true })}
              options={SHOWS.map((value) => ({ value, label: t(`consultations.show.${value}`) }))}
            />
            {toTell.length > 0 && (
              <p className={styles.finding}>
                {t('consultations.findingUntold', {
                  count: toTell.length,
                  accounts: toTell.reduce((sum, { untold }) => sum + untold, 0),
                })}
              </p>
            )}
          </>
        }
        add={{ label: t('consultations.new'), press: () => setAdding(true) }}
        panel={(row) =>
          row ? (
            <>
              <header className={styles.head}>
                <h2>{row.title}</h2>
              </header>
              <Section title={t('consultations.field.result')}>
                <ResultBar consultation={row} />
              </Section>
              <Section title={t('consultations.field.question')}>
                <p>{row.question}</p>
                {row.outcome && (
                  <p>
                    <strong>{t(`consultations.decision.${row.outcome.decision}`)}</strong> {row.outcome.text}
                  </p>
                )}
                <div className={styles.buttons}>
                  <Link to={`/channel/consultations/${row.id}`}>
                    <Button type="primary">{t('consultations.openOpinions')}</Button>
                  </Link>
                  <Button onClick={() => void remove.run({ ids: [row.id] })}>{t('ledger.remove')}</Button>
                </div>
              </Section>
            </>
          ) : (
            <p className={styles.nothing}>{t('consultations.choose')}</p>
          )
        }
      />
      <NewConsultation
        open={adding}
        close={() => setAdding(false)}
        today={data?.today ?? ''}
        made={(id) => void navigate(`/channel/consultations/${id}`)}
      />
    </>
  )
}

const isShown = ({ state }: Consultation, show: Show): boolean =>
  show === 'all' ||
  (show === 'toTell' && state === 'decided') ||
  (show === 'open' && (state === 'asking' || state === 'closed'))
