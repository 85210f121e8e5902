import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncentiveEntry } from '../../../../db/channel/incentives/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { balancesOf, unitAmount } from './amounts.ts'
import { ENTRY_FIELDS, entryColumns } from './entryColumns.ts'
import { Months } from './Months.tsx'
import { NewEntry } from './NewEntry.tsx'
import { PayOut } from './PayOut.tsx'
import { RulesSection } from './RulesSection.tsx'

const NONE: readonly IncentiveEntry[] = []

/** The incentive ledger 奖惩台账 (B4.6): `/channel/incentives`. */
export function IncentivesPage() {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { data, error } = useQuery(
    api.incentives.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const change = useCommand(engine.incentives.changeEntries, { toast: false })
  const remove = useCommand(engine.incentives.removeEntries)
  const [dialog, setDialog] = useState<'enter' | 'payOut' | null>(null)
  const rows = data?.rows ?? NONE
  const columns = useMemo(() => entryColumns(data?.today ?? '', money, t), [data?.today, money, t])
  return (
    <>
      <LedgerPage<IncentiveEntry>
        title={t('incentives.title')}
        crumbs={[{ label: t('incentives.title') }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && rows,
          columns,
          layoutKey: 'channel.incentives',
          emptyLine: t('incentives.empty'),
          onEdits: editListener(
            rows,
            ({ account, day }) => `${account} ${day}`,
            async (cells, toast) => {
              const edits = rowEdits(cells, ENTRY_FIELDS)
              return edits.length === 0 || (await change.run({ edits }, { toast })).ok
            },
          ),
        }}
        strip={<Balances rows={rows} />}
        actions={(selected) => (
          <>
            <Button
              disabled={rows.length === 0}
              onClick={() => {
                const ids = selected().map(({ id }) => id)
                if (ids.length > 0) void remove.run({ ids })
              }}
            >
              {t('ledger.remove')}
            </Button>
            <Button onClick={() => setDialog('payOut')}>{t('incentives.payOut')}</Button>
          </>
        )}
        add={{ label: t('incentives.enter'), press: () => setDialog('enter') }}
        panel={(row) =>
          data && (
            <>
              {row && (
                <Section title={row.account} remark={row.day}>
                  <p>
                    {t(`incentives.kind.${row.kind}`)} {unitAmount(row.amount, row.unit, money, t)}
                    {row.rule !== null && ` · ${row.rule}`}
                  </p>
                  <p className={styles.remark}>{row.why}</p>
                  <p className={styles.remark}>
                    {t('incentives.balanceNow', { balance: balancesOf(rows, row.accountId, money, t) })}
                  </p>
                </Section>
              )}
              <RulesSection rules={data.rules} today={data.today} />
              <Months rows={rows} />
            </>
          )
        }
      />
      {data && (
        <>
          <NewEntry
            open={dialog === 'enter'}
            close={() => setDialog(null)}
            rules={data.rules}
            today={data.today}
          />
          <PayOut open={dialog === 'payOut'} close={() => setDialog(null)} rows={rows} today={data.today} />
        </>
      )}
    </>
  )
}

/** What all accounts together have to their credit. */
function Balances({ rows }: { readonly rows: readonly IncentiveEntry[] }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  if (rows.length === 0) return null
  const sum = (unit: IncentiveEntry['unit']): number =>
    rows.filter((row) => row.unit === unit).reduce((total, { amount }) => total + amount, 0)
  const accounts = new Set(rows.map(({ accountId }) => accountId)).size
  return (
    <p className={styles.finding}>
      {t('incentives.finding', {
        accounts,
        money: unitAmount(sum('fen'), 'fen', money, t),
        points: unitAmount(sum('points'), 'points', money, t),
      })}
    </p>
  )
}
