import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { CLOCKS } from '../../../../db/channel/requests/rules/clocks.ts'
import type { CompiledCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'
import { api } from '../../../client/engine.ts'
import { ClockFace } from '../../../shared/clocks/ClockFace.tsx'
import { clockLook } from '../../../shared/clocks/clockText.ts'
import { calendarFor, useTicking } from '../../../shared/clocks/useTicking.ts'
import ledger from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { askRequest } from './newRequestStore.ts'

/** The open requests of one account, each with the clock that ends first. */
export function RequestsOfAccount({
  account,
}: {
  readonly account: { readonly id: string; readonly name: string }
}) {
  const { t } = useTranslation()
  const { data } = useQuery(
    api.requests.list.queryOptions({ input: { show: 'open', accountId: account.id } }),
  )
  const now = useTicking(data?.now)
  return (
    <Section
      title={t('figures.account.open')}
      remark={data?.total || ''}
      action={
        <Button type="link" size="small" onClick={() => askRequest(account)}>
          {t('requests.add')}
        </Button>
      }
    >
      {data?.rows.length === 0 && <p className={ledger.remark}>{t('figures.account.noOpen')}</p>}
      <ul className={ledger.lines}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/channel/requests/${row.id}`}>{row.code}</Link>
            <span className={ledger.grow} title={row.title}>
              {row.title}
            </span>
            <span className={ledger.quiet}>{row.owner ?? t('requests.nobody')}</span>
            <NearestClock row={row} calendar={calendarFor(data.calendars, row.calendarId)} now={now} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The clock that ends first of those that run; the state where none does. */
function NearestClock({
  row,
  calendar,
  now,
}: {
  readonly row: RequestLine
  readonly calendar: CompiledCalendar
  readonly now: number
}) {
  const { t } = useTranslation()
  const running = CLOCKS.map((name) => row.clocks[name]).filter((clock) => clock.kind === 'running')
  const [nearest] = running.toSorted((one, other) => one.due - other.due)
  return nearest === undefined ? (
    <span className={ledger.state}>{t(`requests.state.${row.state}`)}</span>
  ) : (
    <ClockFace look={clockLook(calendar, nearest, now, t)} />
  )
}
