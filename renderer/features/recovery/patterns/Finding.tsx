import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { SvgDrawing } from '../../../../db/accounts/rules/paperSvg.ts'
import { download } from '../../../client/download.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { pngOf } from '../../../client/svgPicture.ts'
import { DownloadOutlined, ExportOutlined } from '../../../ui/icons.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import styles from './patterns.module.css'

/** A part of the page: its finding as the title, what is drawn under it, and what of it can be handed over. */
export function Finding({
  title,
  drawn,
  table,
  drawing,
  controls,
  children,
}: {
  readonly title: string
  readonly drawn: string
  /** null where there is nothing to hand over */
  readonly table: Omit<ShownTable, 'finding'> | null
  /** as a picture, where it can be one */
  readonly drawing?: (() => SvgDrawing) | undefined
  readonly controls?: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const givePicture = async (draw: () => SvgDrawing, name: string): Promise<void> => {
    try {
      const file = await pngOf(draw(), `${name}.png`)
      download(file)
      showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  return (
    <section className={styles.part}>
      <header>
        <h2>{title}</h2>
        {table && (
          <span className={styles.tools}>
            {drawing && (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                aria-label={t('patterns.png')}
                title={t('patterns.png')}
                onClick={() => void givePicture(drawing, table.title)}
              />
            )}
            <Button
              size="small"
              icon={<ExportOutlined />}
              aria-label={t('patterns.xlsx')}
              title={t('patterns.xlsx')}
              onClick={() => void exportShown({ ...table, finding: title }, 'xlsx', t)}
            />
          </span>
        )}
      </header>
      <p className={styles.drawn}>{drawn}</p>
      {controls}
      {children}
    </section>
  )
}
