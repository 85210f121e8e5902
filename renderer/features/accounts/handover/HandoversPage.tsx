import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { HandoverLine } from '../../../../db/accounts/handover/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { ProgressLine } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoomTabs } from '../RoomTabs.tsx'
import { HandoverDue } from './HandoverDue.tsx'
import styles from './handover.module.css'
import { NewHandover } from './NewHandover.tsx'
import { beginHandover } from './newHandoverStore.ts'
import { StateTag } from './StateTag.tsx'

/** All hand-overs 交接, those under way first. */
export function HandoversPage() {
  const { t } = useTranslation()
  const { data, error, isPending } = useQuery(api.handover.list.queryOptions())
  useNewFromAddress()
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => beginHandover({ fromId: null, accountIds: null })}
    >
      {t('handover.new')}
    </Button>
  )
  return (
    <Page
      title={t('handover.title')}
      crumbs={[{ label: t('accounts.title'), to: '/accounts' }, { label: t('handover.title') }]}
      remarks={<RoomTabs />}
      actions={data && data.length > 0 && begin}
      busy={isPending}
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {data?.length === 0 && <EmptyState line={t('handover.empty')} action={begin} />}
      {data && data.length > 0 && (
        <table className={styles.list} aria-label={t('handover.listLabel')}>
          <thead className={styles.listHead}>
            <tr>
              {(['who', 'accounts', 'dueOn', 'progress', 'state', 'note'] as const).map((field) => (
                <th key={field} scope="col">
                  {t(`handover.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((handover) => (
              <Row key={handover.id} handover={handover} />
            ))}
          </tbody>
        </table>
      )}
      <NewHandover />
    </Page>
  )
}

const MOST_NAMES = 2

function Row({ handover }: { readonly handover: HandoverLine }) {
  const { t } = useTranslation()
  const { id, from, to, accounts, ticked, checks, note } = handover
  const names = accounts
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(t('handover.comma'))
  const all = accounts.map(({ name }) => name).join(t('handover.comma'))
  return (
    <tr>
      <th scope="row">
        <Link to={`/handover/${id}`} className={styles.who ?? ''}>
          {t('handover.of', { from: from.name, to: to.name })}
        </Link>
      </th>
      <td title={all}>
        {t('handover.accountCount', { count: accounts.length })}{' '}
        <span className={styles.quiet}>
          {accounts.length > MOST_NAMES ? t('handover.accountNames', { names }) : names}
        </span>
      </td>
      <td>
        <HandoverDue handover={handover} />
      </td>
      <td>
        <span className={styles.progress}>
          <ProgressLine
            done={ticked}
            of={checks}
            label={t('handover.progressLabel', { done: ticked, of: checks })}
            width={60}
          />
          {t('handover.progress', { done: ticked, of: checks })}
        </span>
      </td>
      <td>
        <StateTag handover={handover} />
      </td>
      <td className={styles.note} title={note}>
        {note}
      </td>
    </tr>
  )
}

/** `?new=handover`, as the palette says it. */
function useNewFromAddress(): void {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('new') === 'handover'
  useEffect(() => {
    if (!wanted) return
    beginHandover({ fromId: null, accountIds: null })
    setSearch({}, { replace: true })
  }, [wanted, setSearch])
}
