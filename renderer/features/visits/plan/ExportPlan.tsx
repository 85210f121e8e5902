import { Button, Dropdown } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { PlanMark, PlanRow } from '../../../../db/visits/plan/contract.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { saveCalendar } from '../saveCalendar.ts'
import { monthShort } from './markLook.ts'
import { byCell, cellName } from './PlanCells.tsx'

/** Hands the year over: the matrix as a table, its visits as a calendar. */
export function ExportPlan({
  year,
  data,
}: {
  readonly year: number
  readonly data: { readonly rows: readonly PlanRow[]; readonly marks: readonly PlanMark[] } | undefined
}) {
  const { t } = useTranslation()
  const give = (format: 'xlsx' | 'csv') => (): void => {
    if (data) void exportShown(planTable(year, data.rows, data.marks, t), format, t)
  }
  return (
    <Dropdown
      disabled={!data || data.rows.length === 0}
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('accounts.exportShown.xlsx'), onClick: give('xlsx') },
          { key: 'csv', label: t('accounts.exportShown.csv'), onClick: give('csv') },
          {
            key: 'ics',
            label: t('visitPlan.exportIcs', { year }),
            onClick: () => void saveCalendar({ year }, t),
          },
        ],
      }}
    >
      <Button icon={<ExportOutlined />}>{t('accounts.export')}</Button>
    </Dropdown>
  )
}

/** The matrix as a table: a cell tells each visit's day, who leads and where it stands. */
function planTable(
  year: number,
  rows: readonly PlanRow[],
  marks: readonly PlanMark[],
  t: TFunction,
): ShownTable {
  const language = spokenLanguage()
  const months = Array.from({ length: 12 }, (_, month) => month)
  const cells = byCell(marks)
  const cell = (row: number, month: number): string =>
    (cells.get(cellName({ row, month })) ?? [])
      .map(({ day, lead, state, missed }) =>
        [day.slice(5), lead ?? '', missed ? t('visits.missed') : t(`visits.state.${state}`)].join(' '),
      )
      .join('\n')
  return {
    title: t('visitPlan.title', { year }),
    finding: '',
    columns: [
      { header: t('visitPlan.column.account'), kind: 'text', width: 24 },
      { header: t('visitPlan.column.tier'), kind: 'text', width: 8 },
      { header: t('visitPlan.column.owner'), kind: 'text', width: 10 },
      { header: t('visitPlan.column.due'), kind: 'number', width: 8 },
      ...months.map((month) => ({ header: monthShort(month, language), kind: 'text' as const, width: 16 })),
      { header: t('visitPlan.column.done'), kind: 'number', width: 8 },
      { header: t('visitPlan.column.lastMet'), kind: 'text', width: 12 },
      { header: t('visitPlan.column.nextDue'), kind: 'text', width: 12 },
    ],
    rows: rows.map((row, at) => [
      row.name,
      row.tier === null ? '' : t(`app.tier.${row.tier}`),
      row.owner,
      row.due,
      ...months.map((month) => cell(at, month)),
      row.done,
      row.lastMet,
      row.nextDue,
    ]),
  }
}
