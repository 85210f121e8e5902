import { Button, Dropdown, type MenuProps } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../db/accounts/rules/days.ts'
import { exportShown } from '../client/exportShown.ts'
import type { DataGridHandle } from '../grid/DataGrid.tsx'
import { shownTable } from '../grid/shownTable.ts'
import { ExportOutlined } from '../ui/icons.tsx'

/** Hands a list over as it is shown: its columns in their order, its rows as filtered and sorted. */
export function ExportShown<Row>({
  grid,
  title,
  disabled = false,
  more = [],
}: {
  readonly grid: RefObject<DataGridHandle<Row> | null>
  /** names the file, with the day behind it */
  readonly title: string
  readonly disabled?: boolean
  /** what else the list can be handed over as */
  readonly more?: NonNullable<MenuProps['items']>
}) {
  const { t } = useTranslation()
  const give = (format: 'xlsx' | 'csv') => (): void => {
    grid.current?.settle()
    const view = grid.current?.shown()
    if (view) void exportShown(shownTable(view, `${title} ${dayOf(Date.now())}`), format, t)
  }
  return (
    <Dropdown
      disabled={disabled}
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('accounts.exportShown.xlsx'), onClick: give('xlsx') },
          { key: 'csv', label: t('accounts.exportShown.csv'), onClick: give('csv') },
          ...more,
        ],
      }}
    >
      <Button icon={<ExportOutlined />} title={t('accounts.export')}>
        {t('accounts.export')}
      </Button>
    </Dropdown>
  )
}
