import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyResult, SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import {
  type DrawnPoint,
  layOutSurveys,
  surveysSvg,
} from '../../../../db/recovery/surveys/rules/trendDrawing.ts'
import { download } from '../../../client/download.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { pngOf } from '../../../client/svgPicture.ts'
import { DownloadOutlined, ExportOutlined, TableOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import { trendFinding, valueText } from './figureText.ts'
import styles from './surveys.module.css'

const BOX = { left: 64, right: 500, top: 24, bottom: 130 }
const WIDTH = 560
const HEIGHT = 156

/** How the figure went over the surveys of a kind, under its finding; with the table behind it, and exports. */
export function SurveyTrendChart({
  survey: { kind },
  trend,
}: {
  readonly survey: SurveyRow
  readonly trend: SurveyResult['trend']
}) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  if (trend.points.length === 0) return null
  const finding = trendFinding(trend, t)
  const drawn = t(`surveys.trend.drawn.${kind}`)
  const points = trend.points.map(
    ({ id, figure, openedOn }): DrawnPoint => ({
      id,
      value: figure.value,
      text: valueText(figure),
      day: openedOn,
    }),
  )
  const givePicture = async (): Promise<void> => {
    try {
      const picture = surveysSvg(kind, points, { finding, drawn })
      download(await pngOf(picture, `${t('surveys.trend.title')} ${t(`surveys.kind.${kind}`)}.png`))
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  const table = {
    title: `${t('surveys.trend.title')} ${t(`surveys.kind.${kind}`)}`,
    finding,
    columns: [
      { header: t('surveys.trend.survey'), kind: 'text' as const, width: 30 },
      { header: t('surveys.field.openedOn'), kind: 'text' as const, width: 14 },
      { header: t('surveys.field.figure'), kind: 'number' as const, width: 12 },
      { header: t('surveys.field.answers'), kind: 'number' as const, width: 10 },
    ],
    rows: trend.points.map(({ name, openedOn, figure }) => [name, openedOn, figure.value, figure.count]),
  }
  return (
    <section className={styles.chart} aria-label={t('surveys.trend.title')}>
      <header>
        <h2>{finding}</h2>
        <Button
          icon={<TableOutlined />}
          aria-pressed={asTable}
          aria-label={t('surveys.trend.asTable')}
          title={t('surveys.trend.asTable')}
          onClick={() => setAsTable(!asTable)}
        />
        <Button
          icon={<DownloadOutlined />}
          aria-label={t('surveys.trend.png')}
          title={t('surveys.trend.png')}
          onClick={() => void givePicture()}
        />
        <Button
          icon={<ExportOutlined />}
          aria-label={t('surveys.trend.csv')}
          title={t('surveys.trend.csv')}
          onClick={() => void exportShown(table, 'csv', t)}
        />
      </header>
      <p className={styles.drawn}>{drawn}</p>
      {asTable ? (
        <TrendTable points={trend.points} />
      ) : (
        <Drawing kind={kind} points={points} finding={finding} />
      )}
    </section>
  )
}

function Drawing({
  kind,
  points: drawn,
  finding,
}: {
  readonly kind: SurveyRow['kind']
  readonly points: readonly DrawnPoint[]
  readonly finding: string
}) {
  const { points, lines } = layOutSurveys(kind, drawn, BOX)
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
      {lines.map(({ value, y }) => (
        <g key={value}>
          <line className={styles.scale} x1={36} x2={WIDTH} y1={y} y2={y} />
          <text className={styles.axis} x={30} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <polyline className={styles.line} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ id, day, text, x, y }) => (
        <g key={id}>
          <circle className={styles.dot} cx={x} cy={y} r={3.5} />
          <text className={styles.value} x={x} y={y - 8} textAnchor="middle">
            {text}
          </text>
          <text className={styles.axis} x={x} y={HEIGHT - 6} textAnchor="middle">
            {day}
          </text>
        </g>
      ))}
    </svg>
  )
}

function TrendTable({ points }: { readonly points: SurveyResult['trend']['points'] }) {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('surveys.trend.survey')}</th>
          <th scope="col">{t('surveys.field.openedOn')}</th>
          <th scope="col" className={styles.number}>
            {t('surveys.field.figure')}
          </th>
          <th scope="col" className={styles.number}>
            {t('surveys.field.answers')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ id, name, openedOn, figure }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{openedOn}</td>
            <td className={styles.number}>{valueText(figure)}</td>
            <td className={styles.number}>{figure.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
