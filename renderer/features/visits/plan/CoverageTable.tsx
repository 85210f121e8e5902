import { Button, Modal } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { CoverageLeader } from '../../../../db/visits/plan/contract.ts'
import { gapOf } from '../../../../db/visits/plan/rules/coverage.ts'
import type { api } from '../../../client/engine.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { DownloadOutlined } from '../../../ui/icons.tsx'
import styles from './coverageTable.module.css'

/** The coverage map as the engine answers it. */
export type Coverage = Awaited<ReturnType<typeof api.visitPlan.coverage.call>>

/** The table behind the coverage map: a line for each relation, with its figures; and as a file. */
export function CoverageTable({
  data,
  order,
  close,
}: {
  readonly data: Coverage
  readonly order: readonly CoverageLeader[]
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const table = tableOf(data, order, t)
  return (
    <Modal
      open
      title={t('visitPlan.coverage.title')}
      onCancel={close}
      width={860}
      footer={
        <>
          <Button icon={<DownloadOutlined />} onClick={() => void exportShown(table, 'csv', t)}>
            {t('accounts.exportShown.csv')}
          </Button>
          <Button icon={<DownloadOutlined />} onClick={() => void exportShown(table, 'xlsx', t)}>
            {t('accounts.exportShown.xlsx')}
          </Button>
        </>
      }
    >
      <div className={styles.tableScroll}>
        <table className={styles.plain}>
          <thead>
            <tr>
              {table.columns.map(({ header, kind }) => (
                <th key={header} scope="col" data-kind={kind}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.slice(0, 4).join(' ')}>
                {table.columns.map(({ header, kind }, at) => (
                  <td key={header} data-kind={kind}>
                    {row[at] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}

function tableOf(data: Coverage, order: readonly CoverageLeader[], t: TFunction): ShownTable {
  return {
    title: t('visitPlan.coverage.title'),
    finding: '',
    columns: [
      { header: t('visitPlan.column.account'), kind: 'text', width: 24 },
      { header: t('visitPlan.coverage.leader'), kind: 'text', width: 12 },
      { header: t('visitPlan.coverage.leaderTitle'), kind: 'text', width: 14 },
      { header: t('visitPlan.load.executive'), kind: 'text', width: 12 },
      { header: t('visitPlan.coverage.now'), kind: 'number', width: 8 },
      { header: t('visitPlan.coverage.wanted'), kind: 'number', width: 8 },
      { header: t('visitPlan.coverage.gap'), kind: 'number', width: 8 },
      { header: t('visitPlan.column.lastMet'), kind: 'text', width: 12 },
      { header: t('visitPlan.column.nextDue'), kind: 'text', width: 12 },
    ],
    rows: order.flatMap((leader) =>
      leader.cells.flatMap((cell, at) =>
        cell.depth === 0 && cell.wanted === null && cell.lastMet === null
          ? []
          : [
              [
                data.accounts[leader.account]?.name ?? '',
                leader.name,
                leader.title,
                data.executives[at]?.name ?? '',
                cell.depth,
                cell.wanted,
                gapOf(cell),
                cell.lastMet,
                data.accounts[leader.account]?.nextDue ?? null,
              ],
            ],
      ),
    ),
  }
}
