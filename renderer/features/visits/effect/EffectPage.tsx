import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountEffect, ExecutiveEffect } from '../../../../db/visits/effect/contract.ts'
import { api } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { PeriodBar } from '../../../shared/period/PeriodBar.tsx'
import { usePeriod } from '../../../shared/period/usePeriod.ts'
import { Section } from '../../../ui/bits.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { VisitTabs } from '../VisitTabs.tsx'
import { effectColumns } from './effectColumns.ts'

/** How visits worked in a period, per account and per executive: `/visits/effect`. */
export function EffectPage() {
  const { t } = useTranslation()
  const handle = useRef<DataGridHandle<AccountEffect>>(null)
  const chosen = usePeriod('year')
  const { data, error } = useQuery(
    api.visitEffect.overview.queryOptions({ input: chosen.span, placeholderData: keepPreviousData }),
  )
  const layout = useLayouts()
  const gridWords = useGridWords()
  const columns = useMemo(() => effectColumns(t), [t])
  return (
    <Page
      title={t('visits.effect.title')}
      crumbs={[{ label: t('visits.title'), to: '/visits' }, { label: t('visits.effect.title') }]}
      remarks={<VisitTabs />}
      actions={
        <ExportShown grid={handle} title={t('visits.effect.title')} disabled={!data?.accounts.length} />
      }
      below={
        <div className={styles.strip}>
          <PeriodBar chosen={chosen} />
          {data && (
            <p className={styles.finding}>
              {data.points === null
                ? t('visits.effect.findingUnknown', { count: data.held })
                : t('visits.effect.finding', { count: data.held, points: data.points })}
            </p>
          )}
        </div>
      }
      busy={data === undefined}
      panel={
        <SidePanel width={320} title={t('visits.effect.executives')}>
          <Executives executives={data?.executives ?? []} />
          <Section title={t('visits.effect.how')}>
            <p>{t('visits.effect.howPoints')}</p>
            <p>{t('visits.effect.howBeside')}</p>
          </Section>
        </SidePanel>
      }
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data &&
        layout.ready && (
          <div className={styles.grid}>
            <DataGrid<AccountEffect>
              ref={handle}
              rows={data.accounts}
              columns={columns}
              rowId={({ accountId }) => accountId}
              about="records"
              clearFilters={() => undefined}
              layoutKey="visits.effect"
              layoutStore={layout.store}
              emptyState={<EmptyState line={t('visits.effect.empty')} />}
              {...gridWords}
            />
          </div>
        )
      )}
    </Page>
  )
}

function Executives({ executives }: { readonly executives: readonly ExecutiveEffect[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('visits.effect.executives')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('visits.column.lead')}</th>
            <th>{t('visits.effect.held')}</th>
            <th>{t('visits.effect.points')}</th>
            <th>{t('visits.effect.kept')}</th>
          </tr>
        </thead>
        <tbody>
          {executives.map(({ memberId, name, held, points, kept, due }) => (
            <tr key={memberId}>
              <th scope="row">{name}</th>
              <td>{held}</td>
              <td>{points ?? t('visits.effect.notYet')}</td>
              <td>{due === 0 ? t('visits.effect.none') : `${kept} / ${due}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
