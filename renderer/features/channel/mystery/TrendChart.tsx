import { Button, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trend } from '../../../../db/channel/mystery/rules/scoring.ts'
import { layOutTrend, trendSvg } from '../../../../db/channel/mystery/rules/trendDrawing.ts'
import { download } from '../../../client/download.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { pngOf } from '../../../client/svgPicture.ts'
import { formatSigned } from '../../../ui/format.ts'
import { DownloadOutlined, ExportOutlined, TableOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import styles from './mystery.module.css'

/** A score as people say it: 83, or 83.5. */
export const scoreText = (tenths: number): string => (tenths / 10).toFixed(1).replace(/\.0$/, '')

/** Scores beyond these are told by the first and the last alone. */
const MOST_SCORES = 6

/** What a trend says: 杭州展厅 3 次：83 → 85 → 88. */
export function trendSentence({ place, points, change }: Trend, t: TFunction): string {
  const all = points.map(({ score }) => scoreText(score))
  const scores = all.length > MOST_SCORES ? [all[0], '…', all.at(-1)] : all
  const said = { place, count: points.length, scores: scores.join(' → '), change: formatSigned(change / 10) }
  return points.length === 1 ? t('mystery.trendOne', said) : t('mystery.trend', said)
}

const BOX = { left: 44, right: 400, top: 22, bottom: 118 }
const WIDTH = 420
const HEIGHT = 140

/** How one place did from visit to visit, with its table and exports. */
export function TrendChart({ trends }: { readonly trends: readonly Trend[] }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState('')
  const [asTable, setAsTable] = useState(false)
  const trend = trends.find((one) => one.place === place) ?? trends[0]
  if (!trend) return null
  const finding = trendSentence(trend, t)
  return (
    <section className={styles.chart} aria-label={t('mystery.trendTitle')}>
      <header>
        <h2>{finding}</h2>
        <Select<string>
          aria-label={t('mystery.field.place')}
          value={trend.place}
          popupMatchSelectWidth={false}
          options={trends.map(({ place: value, points }) => ({ value, label: `${value} ${points.length}` }))}
          onChange={setPlace}
        />
        <span className={styles.tools}>
          <Button
            icon={<TableOutlined />}
            aria-pressed={asTable}
            aria-label={t('mystery.asTable')}
            title={t('mystery.asTable')}
            onClick={() => setAsTable(!asTable)}
          />
          <Button
            icon={<DownloadOutlined />}
            aria-label={t('mystery.png')}
            title={t('mystery.png')}
            onClick={() => void savePicture(trend, finding, t)}
          />
          <Button
            icon={<ExportOutlined />}
            aria-label={t('mystery.csv')}
            title={t('mystery.csv')}
            onClick={() => void exportShown(tableOf(trend, finding, t), 'csv', t)}
          />
        </span>
      </header>
      <p className={styles.drawn}>{t('mystery.drawn')}</p>
      {asTable ? <TrendTable trend={trend} /> : <Drawing trend={trend} finding={finding} />}
    </section>
  )
}

function Drawing({ trend, finding }: { readonly trend: Trend; readonly finding: string }) {
  const { points, lines } = layOutTrend(trend, BOX)
  return (
    <svg
      className={styles.drawing}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={finding}
    >
      {lines.map(({ score, y }) => (
        <g key={score}>
          <line className={styles.scale} x1={32} x2={WIDTH} y1={y} y2={y} />
          <text className={styles.axis} x={26} y={y + 4} textAnchor="end">
            {score / 10}
          </text>
        </g>
      ))}
      <polyline className={styles.line} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ id, day, score, x, y }) => (
        <g key={id}>
          <circle className={styles.dot} cx={x} cy={y} r={3.5} />
          <text className={styles.score} x={x} y={y - 8} textAnchor="middle">
            {scoreText(score)}
          </text>
          <text className={styles.axis} x={x} y={HEIGHT - 6} textAnchor="middle">
            {day.slice(5)}
          </text>
        </g>
      ))}
    </svg>
  )
}

function TrendTable({ trend }: { readonly trend: Trend }) {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('mystery.field.day')}</th>
          <th scope="col">{t('mystery.field.score')}</th>
        </tr>
      </thead>
      <tbody>
        {trend.points.map(({ id, day, score }) => (
          <tr key={id}>
            <th scope="row">{day}</th>
            <td>{scoreText(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function savePicture(trend: Trend, finding: string, t: TFunction): Promise<void> {
  try {
    const drawing = trendSvg(trend, { finding, drawn: t('mystery.drawn') })
    download(await pngOf(drawing, `${t('mystery.title')} ${trend.place}.png`))
  } catch (error) {
    showProblem(toProblem(error))
  }
}

const tableOf = ({ place, points }: Trend, finding: string, t: TFunction) => ({
  title: `${t('mystery.title')} ${place}`,
  finding,
  columns: [
    { header: t('mystery.field.day'), kind: 'text' as const, width: 14 },
    { header: t('mystery.field.score'), kind: 'number' as const, width: 10 },
  ],
  rows: points.map(({ day, score }) => [day, score / 10]),
})
