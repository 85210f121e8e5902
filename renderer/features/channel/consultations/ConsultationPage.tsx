import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import type { Opinion } from '../../../../db/channel/consultations/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountChooser } from '../../../shared/ledger/AccountChooser.tsx'
import { editListener } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { consultationLook, opinionColumns } from './consultationColumns.ts'
import { OpinionPanel } from './OpinionPanel.tsx'
import { OutcomeSection } from './OutcomeSection.tsx'
import { ResultBar } from './ResultBar.tsx'
import { TellButton } from './TellButton.tsx'

const SHOWS = ['all', 'silent', 'untold'] as const
type Show = (typeof SHOWS)[number]
const NONE: readonly Opinion[] = []

/** One planned decision with the opinions of the accounts that were asked: `/channel/consultations/:id`. */
export function ConsultationPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const [asking, setAsking] = useState(false)
  const { data, error } = useQuery(
    api.consultations.get.queryOptions({
      input: { consultationId: id },
      placeholderData: keepPreviousData,
    }),
  )
  const weigh = useCommand(engine.consultations.weigh)
  const ask = useCommand(engine.consultations.ask)
  const leaveOut = useCommand(engine.consultations.leaveOut)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'all'
  const opinions = data?.opinions ?? NONE
  const shown = useMemo(() => opinions.filter((row) => isShown(row, show)), [opinions, show])
  const columns = useMemo(() => opinionColumns(data?.today ?? '', t), [data?.today, t])
  const consultation = data?.consultation
  const title = consultation?.title ?? t('consultations.title')
  return (
    <>
      <LedgerPage<Opinion>
        title={title}
        crumbs={[{ label: t('consultations.title'), to: '/channel/consultations' }, { label: title }]}
        error={error}
        busy={weigh.pending}
        grid={{
          rows: data && shown,
          columns,
          layoutKey: 'channel.opinions',
          emptyLine: opinions.length > 0 ? t('consultations.noneShown') : t('consultations.emptyOpinions'),
          onEdits: editListener(
            shown,
            ({ account }) => account,
            async (cells, toast) => {
              // one command for each weight: a column filled with one number is one
              const byWeight = Map.groupBy(
                cells.filter(({ columnId }) => columnId === 'weight'),
                ({ after }) => Number(after),
              )
              let taken = true
              for (const [weight, changed] of byWeight) {
                const ids = changed.map(({ rowId }) => rowId)
                taken = (await weigh.run({ ids, weight }, { toast })).ok && taken
              }
              return taken
            },
          ),
        }}
        strip={
          <>
            <Segmented<Show>
              aria-label={t('consultations.showLabel')}
              value={show}
              onChange={(next) => setSearch({ show: next }, { replace: true })}
              options={SHOWS.map((value) => ({
                value,
                label: t(`consultations.showOpinions.${value}`, {
                  count: opinions.filter((row) => isShown(row, value)).length,
                }),
              }))}
            />
            {data && (
              <p className={styles.finding}>{consultationLook(data.consultation, data.today, t).text}</p>
            )}
          </>
        }
        add={{ label: t('consultations.ask'), press: () => setAsking(true) }}
        actions={(selected) =>
          data && (
            <>
              <TellButton consultation={data.consultation} today={data.today} selected={selected} />
              <Button
                onClick={() => {
                  const ids = selected().map((row) => row.id)
                  if (ids.length > 0) void leaveOut.run({ ids })
                }}
              >
                {t('consultations.leaveOut')}
              </Button>
            </>
          )
        }
        panel={(row) =>
          data && (
            <>
              {row && <OpinionPanel key={row.id} opinion={row} today={data.today} />}
              <Section title={t('consultations.field.result')}>
                <ResultBar consultation={data.consultation} />
              </Section>
              <OutcomeSection consultation={data.consultation} opinions={data.opinions} today={data.today} />
            </>
          )
        }
      />
      <AccountChooser
        open={asking}
        close={() => setAsking(false)}
        title={t('consultations.ask')}
        except={opinions.map(({ accountId }) => accountId)}
        verb={(count) => t('consultations.askCount', { count })}
        choose={async (accountIds) => (await ask.run({ consultationId: id, accountIds })).ok}
      />
    </>
  )
}

const isShown = ({ given, told }: Opinion, show: Show): boolean =>
  show === 'all' || (show === 'silent' && given === null) || (show === 'untold' && told === null)
