import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MysteryVisit } from '../../../../db/channel/mystery/contract.ts'
import { trends, weakestItems } from '../../../../db/channel/mystery/rules/scoring.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { NewVisit } from './NewVisit.tsx'
import { SheetsSection } from './SheetsSection.tsx'
import { TrendChart } from './TrendChart.tsx'
import { VisitPanel } from './VisitPanel.tsx'
import { VISIT_FIELDS, visitColumns } from './visitColumns.ts'

const NONE: readonly MysteryVisit[] = []

/** Mystery visits 神秘顾客, the trend of each place and the sheets that score them (C6): `/channel/mystery`. */
export function MysteryPage() {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    api.mystery.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.mystery.changeVisits, { toast: false })
  const remove = useCommand(engine.mystery.removeVisits)
  const [adding, setAdding] = useState(false)
  const rows = data?.visits ?? NONE
  const columns = useMemo(() => visitColumns(data?.today ?? '', members ?? [], t), [data?.today, members, t])
  const lines = useMemo(() => trends(rows), [rows])
  return (
    <>
      <LedgerPage<MysteryVisit>
        title={t('mystery.title')}
        crumbs={[{ label: t('mystery.title') }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && members ? rows : undefined,
          columns,
          layoutKey: 'channel.mystery',
          emptyLine: t('mystery.empty'),
          onEdits: editListener(
            rows,
            ({ place, day }) => `${place} ${day}`,
            async (cells, toast) => {
              const edits = rowEdits(cells, VISIT_FIELDS)
              return edits.length === 0 || (await change.run({ edits }, { toast })).ok
            },
          ),
        }}
        strip={
          rows.length > 0 && (
            <p className={styles.finding}>
              {t('mystery.finding', {
                count: rows.length,
                places: new Set(rows.map(({ place }) => place)).size,
              })}
            </p>
          )
        }
        above={<TrendChart trends={lines} />}
        actions={(selected) => (
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              const ids = selected().map(({ id }) => id)
              if (ids.length > 0) void remove.run({ ids })
            }}
          >
            {t('ledger.remove')}
          </Button>
        )}
        add={{ label: t('mystery.new'), press: () => setAdding(true) }}
        panel={(row) =>
          data && (
            <>
              {row && <VisitPanel key={row.id} visit={row} today={data.today} />}
              <Weakest visits={rows} />
              <SheetsSection sheets={data.sheets} />
            </>
          )
        }
      />
      {data && (
        <NewVisit open={adding} close={() => setAdding(false)} sheets={data.sheets} today={data.today} />
      )}
    </>
  )
}

/** Items that lost most of their points over all visits. */
function Weakest({ visits }: { readonly visits: readonly MysteryVisit[] }) {
  const { t } = useTranslation()
  const items = weakestItems(visits).slice(0, MOST_WEAK)
  const [first] = items
  if (!first) return null
  return (
    <Section title={t('mystery.weakest', { item: first.text, share: Math.round(first.share / 10) })}>
      <ul className={styles.lines}>
        {items.map(({ text, share, visits: count }) => (
          <li key={text}>
            <span className={styles.grow} title={text}>
              {text}
            </span>
            <span className={styles.quiet}>{t('mystery.times', { count })}</span>
            <span className={styles.number}>{Math.round(share / 10)}%</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const MOST_WEAK = 5
