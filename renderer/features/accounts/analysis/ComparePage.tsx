import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Dropdown, Popover } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ComparedAccount, ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import { COMPARED } from '../../../../db/accounts/analysis/rules/comparison.ts'
import { api } from '../../../client/engine.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { CloseOutlined, ExportOutlined, FilterOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import styles from './compare.module.css'
import { type ComparisonRow, comparisonRows, GROUPS, leaderOf } from './comparisonRows.ts'
import { Finding } from './pieces.tsx'

const NO_ROWS: readonly ComparisonRow[] = []

/** Two to six accounts side by side (E3): `/accounts/compare?ids=a,b,c`; the best and worst of each row are signed. */
export function ComparePage() {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const ids = [...new Set((search.get('ids') ?? '').split(',').filter((id) => id !== ''))]
  const fits = ids.length >= COMPARED.fewest && ids.length <= COMPARED.most
  const { data, error, isFetching } = useQuery(
    api.analysis.compare.queryOptions({
      input: { accountIds: ids },
      enabled: fits,
      retry: false,
      placeholderData: (before) => before,
    }),
  )
  const [hidden, setHidden] = useState<readonly string[]>([])
  const [differing, setDiffering] = useState(false)
  const show = (next: readonly string[]): void => setSearch({ ids: next.join(',') }, { replace: true })
  const crumbs = [{ label: t('accounts.title'), to: '/accounts' }, { label: t('analysis.compare.title') }]
  const picker = (
    <span className={styles.add}>
      <AccountPicker
        value={null}
        except={ids}
        label={t('analysis.compare.add')}
        placeholder={t('analysis.compare.add')}
        disabled={ids.length >= COMPARED.most}
        onChange={(id) => id !== null && show([...ids, id])}
      />
    </span>
  )
  if (!fits || error)
    return (
      <Page title={t('analysis.compare.title')} crumbs={crumbs} actions={picker}>
        {error ? (
          <ErrorNote problem={toProblem(error)} />
        ) : (
          <EmptyState
            line={t(`analysis.compare.${ids.length > COMPARED.most ? 'tooMany' : 'pickMore'}`)}
            action={
              <Button type="primary" onClick={() => void navigate('/accounts')}>
                {t('analysis.compare.back')}
              </Button>
            }
          />
        )}
      </Page>
    )
  const accounts = data?.accounts ?? []
  const all = data ? comparisonRows(data, money, t) : NO_ROWS
  const rows = all.filter(({ id, differs }) => !hidden.includes(id) && (differs || !differing))
  const leader = leaderOf(rows)
  const finding = leader
    ? t('analysis.compare.finding', { name: accounts[leader.at]?.name ?? '', count: leader.count })
    : t('analysis.compare.even')
  const give = (format: 'xlsx' | 'csv' | 'pdf') => (): void =>
    void exportShown(
      shownTable(t('analysis.compare.file'), t('analysis.compare.item'), finding, accounts, rows),
      format,
      t,
    )
  return (
    <Page
      title={t('analysis.compare.title')}
      crumbs={crumbs}
      busy={isFetching}
      actions={
        <>
          {picker}
          <Checkbox checked={differing} onChange={({ target }) => setDiffering(target.checked)}>
            {t('analysis.compare.differing')}
          </Checkbox>
          <RowChoice rows={all} hidden={hidden} setHidden={setHidden} />
          <Dropdown
            menu={{
              items: [
                { key: 'xlsx', label: t('analysis.whiteSpace.exportXlsx'), onClick: give('xlsx') },
                { key: 'csv', label: t('analysis.whiteSpace.exportCsv'), onClick: give('csv') },
                { key: 'pdf', label: t('analysis.compare.print'), onClick: give('pdf') },
              ],
            }}
          >
            <Button icon={<ExportOutlined />}>{t('analysis.compare.export')}</Button>
          </Dropdown>
        </>
      }
    >
      <div className={styles.page}>
        <Finding>{finding}</Finding>
        <p className={styles.legend}>{t('analysis.compare.legend')}</p>
        {rows.length === 0 ? (
          <p>{t('analysis.compare.nothing')}</p>
        ) : (
          <ComparisonTable
            accounts={accounts}
            rows={rows}
            leaveOut={(id) => show(ids.filter((one) => one !== id))}
          />
        )}
      </div>
    </Page>
  )
}

function RowChoice({
  rows,
  hidden,
  setHidden,
}: {
  readonly rows: readonly ComparisonRow[]
  readonly hidden: readonly string[]
  readonly setHidden: (hidden: readonly string[]) => void
}) {
  const { t } = useTranslation()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className={styles.choice}>
          {rows.map(({ id, label }) => (
            <Checkbox
              key={id}
              checked={!hidden.includes(id)}
              onChange={({ target }) =>
                setHidden(target.checked ? hidden.filter((one) => one !== id) : [...hidden, id])
              }
            >
              {label}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<FilterOutlined />}>{t('analysis.compare.rows')}</Button>
    </Popover>
  )
}

function ComparisonTable({
  accounts,
  rows,
  leaveOut,
}: {
  readonly accounts: readonly ComparedAccount[]
  readonly rows: readonly ComparisonRow[]
  readonly leaveOut: (id: ComparedAccount['id']) => void
}) {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('analysis.compare.item')}</th>
          {accounts.map(({ id, name }) => (
            <th key={id} scope="col">
              <Link to={`/accounts/${id}`}>{name}</Link>
              {accounts.length > COMPARED.fewest && (
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('analysis.compare.remove', { name })}
                  onClick={() => leaveOut(id)}
                />
              )}
            </th>
          ))}
        </tr>
      </thead>
      {GROUPS.map((group) => {
        const lines = rows.filter((row) => row.group === group)
        return (
          <Fragment key={group}>
            {lines.length > 0 && (
              <tbody>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={accounts.length + 1}>
                    {t(`analysis.compare.group.${group}`)}
                  </th>
                </tr>
                {lines.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.label}</th>
                    {accounts.map(({ id }, at) => (
                      <ComparedCell key={id} text={row.shown[at] ?? ''} place={row.places[at] ?? null} />
                    ))}
                  </tr>
                ))}
              </tbody>
            )}
          </Fragment>
        )
      })}
    </table>
  )
}

function ComparedCell({
  text,
  place,
}: {
  readonly text: string
  readonly place: ComparisonRow['places'][number]
}) {
  const { t } = useTranslation()
  return (
    <td data-place={place ?? undefined}>
      {text === '' ? '–' : text}
      {place !== null && (
        <span role="img" aria-label={t(`analysis.compare.${place}`)} title={t(`analysis.compare.${place}`)}>
          {t(`analysis.compare.${place === 'best' ? 'better' : 'poorer'}`)}
        </span>
      )}
    </td>
  )
}

/** The table as it stands, signs included, for a file. */
function shownTable(
  title: string,
  item: string,
  finding: string,
  accounts: readonly ComparedAccount[],
  rows: readonly ComparisonRow[],
): ShownTable {
  const sign = { best: ' ▲', worst: ' ▼' } as const
  return {
    title,
    finding,
    columns: [
      { header: item, kind: 'text', width: 22 },
      ...accounts.map(({ name }) => ({ header: name, kind: 'text' as const, width: 20 })),
    ],
    rows: rows.map(({ label, shown, places }) => [
      label,
      ...shown.map((text, at) => {
        const place = places[at] ?? null
        return place === null ? text : `${text}${sign[place]}`
      }),
    ]),
  }
}
