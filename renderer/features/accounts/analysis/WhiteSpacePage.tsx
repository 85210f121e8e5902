import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Product, ShownTable, WhiteSpaceRow } from '../../../../db/accounts/analysis/contract.ts'
import { api } from '../../../client/engine.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import { amountText } from '../../../i18n/amountText.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportOutlined, SearchOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoomTabs } from '../RoomTabs.tsx'
import { Finding } from './pieces.tsx'
import styles from './whiteSpace.module.css'
import { blankSum, isBlank, whiteSpaceColumns, widestBlank } from './whiteSpaceColumns.ts'

const NO_ROWS: readonly WhiteSpaceRow[] = []
const NO_PRODUCTS: readonly Product[] = []

/** Accounts × products of the whole department (D4): what each buys from us, and who doesn't buy what. */
export function WhiteSpacePage() {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const gridWords = useGridWords()
  const layout = useLayouts()
  const navigate = useNavigate()
  const [year, setYear] = useState<number | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const [filter, setFilter] = useState('')
  const { data, error, isPending } = useQuery(
    api.analysis.whiteSpace.queryOptions({ input: { year }, placeholderData: (before) => before }),
  )
  const products = data?.products ?? NO_PRODUCTS
  const all = data?.rows ?? NO_ROWS
  const wanted = products.findIndex(({ id }) => id === missing)
  const rows = useMemo(() => (wanted === -1 ? all : all.filter((row) => isBlank(row, wanted))), [all, wanted])
  const columns = useMemo(() => whiteSpaceColumns(products, money, t), [products, money, t])
  const crumbs = [{ label: t('accounts.title'), to: '/accounts' }, { label: t('analysis.whiteSpace.title') }]
  const title = t('analysis.whiteSpace.title')
  if (error)
    return (
      <Page title={title} crumbs={crumbs} remarks={<RoomTabs />}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  if (data?.year === null)
    return (
      <Page title={title} crumbs={crumbs} remarks={<RoomTabs />}>
        <EmptyState
          line={t('analysis.whiteSpace.none')}
          action={
            <Button type="primary" onClick={() => void navigate('/accounts')}>
              {t('analysis.whiteSpace.open')}
            </Button>
          }
        />
      </Page>
    )
  const shownYear = data?.year ?? ''
  const finding = (): string => {
    const at = wanted === -1 ? widestBlank(all, products.length) : wanted
    const words = {
      year: shownYear,
      known: all.filter(({ known }) => known).length,
      product: products[at]?.name ?? '',
      count: all.filter((row) => isBlank(row, at)).length,
      amount: amountText(blankSum(all, at), money, t),
    }
    if (at === -1) return t('analysis.whiteSpace.known', words)
    return wanted === -1 ? t('analysis.whiteSpace.finding', words) : t('analysis.whiteSpace.filtered', words)
  }
  const give = (format: 'xlsx' | 'csv') => (): void => {
    const table: ShownTable = {
      title: t('analysis.whiteSpace.file', { year: shownYear }),
      finding: finding(),
      columns: columns.map(({ title: header, kind }) => ({
        header,
        kind: kind === 'number' ? ('number' as const) : ('text' as const),
        width: kind === 'number' ? 14 : 22,
      })),
      rows: rows.map((row) =>
        columns.map((column) => {
          const value = column.read(row)
          return typeof value === 'number'
            ? value / (column.scale ?? 1)
            : (column.format?.(value, row) ?? value)
        }),
      ),
    }
    void exportShown(table, format, t)
  }
  return (
    <Page
      title={title}
      crumbs={crumbs}
      remarks={<RoomTabs />}
      busy={isPending}
      fixed
      actions={
        <>
          <Input
            className={styles.filter ?? ''}
            allowClear
            prefix={<SearchOutlined />}
            placeholder={t('analysis.whiteSpace.filter')}
            aria-label={t('analysis.whiteSpace.filter')}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <Select<string>
            className={styles.missing ?? ''}
            aria-label={t('analysis.whiteSpace.missing')}
            prefix={t('analysis.whiteSpace.missing')}
            value={missing ?? ''}
            options={[
              { value: '', label: t('analysis.whiteSpace.any') },
              ...products.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => setMissing(id === '' ? null : id)}
          />
          <Select<number>
            aria-label={t('analysis.year', { year: shownYear })}
            value={data?.year ?? null}
            options={(data?.years ?? []).map((one) => ({
              value: one,
              label: t('analysis.year', { year: one }),
            }))}
            onChange={setYear}
          />
          <Dropdown
            menu={{
              items: [
                { key: 'xlsx', label: t('analysis.whiteSpace.exportXlsx'), onClick: give('xlsx') },
                { key: 'csv', label: t('analysis.whiteSpace.exportCsv'), onClick: give('csv') },
              ],
            }}
          >
            <Button icon={<ExportOutlined />}>{t('analysis.whiteSpace.export')}</Button>
          </Dropdown>
        </>
      }
    >
      {data && layout.ready && (
        <div className={styles.body}>
          <div className={styles.finding}>
            <Finding>{finding()}</Finding>
          </div>
          <DataGrid<WhiteSpaceRow>
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
            quickFilter={filter}
            layoutKey="accounts.whiteSpace"
            layoutStore={layout.store}
            {...gridWords}
          />
        </div>
      )}
    </Page>
  )
}
