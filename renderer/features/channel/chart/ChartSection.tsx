import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import { type ChartColumn, columnsSvg } from '../../../../db/channel/rules/columnChart.ts'
import { download } from '../../../client/download.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { pngOf } from '../../../client/svgPicture.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'
import { ColumnChart } from './ColumnChart.tsx'
import styles from './chart.module.css'

/** What a chart shows, and the table behind it. */
export interface Chart {
  /** its finding, as a sentence */
  readonly finding: string
  readonly drawn: string
  /** what the dashed lines are; empty where there are none */
  readonly meant: string
  readonly columns: readonly ChartColumn[]
  readonly table: Omit<ShownTable, 'finding'>
}

/** A chart under its finding, with picture and data to hand over. */
export function ChartSection({ chart, children }: { readonly chart: Chart; readonly children?: ReactNode }) {
  const { t } = useTranslation()
  const { finding, drawn, meant, columns, table } = chart
  const givePicture = async (): Promise<void> => {
    try {
      const file = await pngOf(columnsSvg(columns, { finding, drawn, meant }), `${table.title}.png`)
      download(file)
      showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  return (
    <section className={styles.section}>
      <header className={styles.head}>
        <h2>{finding}</h2>
        <Button size="small" onClick={() => void givePicture()}>
          {t('effort.png')}
        </Button>
        <Button size="small" onClick={() => void exportShown({ ...table, finding }, 'csv', t)}>
          {t('effort.csv')}
        </Button>
      </header>
      <p className={styles.drawn}>
        {drawn}
        {meant !== '' && (
          <span className={styles.legend}>
            <span aria-hidden="true" /> {meant}
          </span>
        )}
      </p>
      <div className={styles.pair}>
        <ColumnChart label={drawn} columns={columns} />
        {children}
      </div>
    </section>
  )
}
