import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Membership } from '../../../../db/channel/club/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { MEMBER_FIELDS, memberColumns } from './clubColumns.ts'
import { EnrolDialog } from './EnrolDialog.tsx'
import { LevelsSection } from './LevelsSection.tsx'
import { MembershipPanel } from './MembershipPanel.tsx'

const NONE: readonly Membership[] = []

/** The club's members with their levels, how long they are, and what they brought (C4). */
export function MembersView({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { data, error } = useQuery(api.club.read.queryOptions())
  const change = useCommand(engine.club.changeMemberships, { toast: false })
  const remove = useCommand(engine.club.removeMemberships)
  const [enrolling, setEnrolling] = useState(false)
  const rows = data?.members ?? NONE
  const columns = useMemo(
    () => memberColumns(data?.levels ?? [], data?.today ?? '', money, t),
    [data?.levels, data?.today, money, t],
  )
  return (
    <>
      <LedgerPage<Membership>
        title={t('club.title')}
        crumbs={[{ label: t('club.title') }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && rows,
          columns,
          layoutKey: 'channel.club',
          emptyLine: t('club.empty'),
          onEdits: editListener(
            rows,
            ({ account }) => account,
            async (cells, toast) => {
              const edits = rowEdits(cells, MEMBER_FIELDS)
              return edits.length === 0 || (await change.run({ edits }, { toast })).ok
            },
          ),
        }}
        strip={
          <>
            {choice}
            <Finding rows={rows} />
          </>
        }
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
        add={{ label: t('club.enrol'), press: () => setEnrolling(true) }}
        panel={(row) => (
          <>
            {row && data && (
              <MembershipPanel key={row.id} membership={row} levels={data.levels} today={data.today} />
            )}
            {data && <LevelsSection levels={data.levels} />}
          </>
        )}
      />
      {data && <EnrolDialog open={enrolling} close={() => setEnrolling(false)} club={data} />}
    </>
  )
}

/** How many are members, whose membership ends soon, and what members brought. */
function Finding({ rows }: { readonly rows: readonly Membership[] }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const running = rows.filter(({ state }) => state === 'running' || state === 'ending')
  const ending = running.filter(({ state }) => state === 'ending').length
  const bringers = running.filter(({ brought }) => (brought ?? 0) > 0)
  const brought = bringers.reduce((sum, row) => sum + (row.brought ?? 0), 0)
  if (rows.length === 0) return null
  return (
    <p className={styles.finding}>
      {t('club.finding', { count: running.length })}
      {ending > 0 && ` · ${t('club.findingEnding', { count: ending })}`}
      {bringers.length > 0 &&
        ` · ${t('club.findingBrought', { count: bringers.length, amount: amountText(brought, money, t) })}`}
    </p>
  )
}
