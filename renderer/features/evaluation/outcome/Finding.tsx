import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChartOutlined, CopyOutlined, TableOutlined } from '../../../ui/icons.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './outcome.module.css'

/** The figures behind a picture: headers and rows as texts, for the table and for the clipboard. */
export interface FindingTable {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture under the sentence that it proves, with its table behind it and its data to take along. */
export function Finding({
  title,
  drawn,
  table,
  children,
}: {
  /** the finding, computed */
  readonly title: string
  /** what is drawn */
  readonly drawn: string
  readonly table?: FindingTable
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const copy = async (): Promise<void> => {
    if (!table) return
    await navigator.clipboard.writeText(
      [table.headers, ...table.rows].map((row) => row.join('\t')).join('\n'),
    )
    showToast({ kind: 'done', text: t('scoring.outcome.copied') })
  }
  return (
    <section className={styles.finding}>
      <header className={styles.findingHead}>
        <div>
          <h2>{title}</h2>
          <p className={styles.remark}>{drawn}</p>
        </div>
        {table && (
          <span className={styles.findingTools}>
            <Button
              type="text"
              size="small"
              icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
              title={asTable ? t('scoring.outcome.chart') : t('scoring.outcome.table')}
              aria-label={asTable ? t('scoring.outcome.chart') : t('scoring.outcome.table')}
              onClick={() => setAsTable(!asTable)}
            />
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined />}
              title={t('scoring.outcome.copy')}
              aria-label={t('scoring.outcome.copy')}
              onClick={() => void copy()}
            />
          </span>
        )}
      </header>
      {asTable && table ? <DataTable table={table} /> : children}
    </section>
  )
}

function DataTable({ table: { headers, rows } }: { readonly table: FindingTable }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header}>{header}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((text, at) => (
              <td key={headers[at]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
