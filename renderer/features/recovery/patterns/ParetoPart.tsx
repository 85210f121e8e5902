import { Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { Pareto } from '../../../../db/recovery/patterns/contract.ts'
import {
  DIMENSIONS,
  type Dimension,
  MEASURES,
  type Measure,
} from '../../../../db/recovery/patterns/rules/dimensions.ts'
import { VITAL_SHARE } from '../../../../db/recovery/patterns/rules/pareto.ts'
import { linePoints, paretoSvg } from '../../../../db/recovery/patterns/rules/paretoDrawing.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useAmountText } from '../useAmountText.ts'
import { casesOf } from './caseLink.ts'
import { Finding } from './Finding.tsx'
import styles from './patterns.module.css'
import { groupName, type Report, shareText } from './report.ts'

/** What there is most of: groups by cases or cost, the largest first, with the line of their cumulative share. */
export function ParetoPart({
  report,
  by,
  measure,
  choose,
}: {
  readonly report: Report
  readonly by: Dimension
  readonly measure: Measure
  readonly choose: (name: 'by' | 'measure', value: string) => void
}) {
  const { t } = useTranslation()
  const amount = useAmountText()
  const pareto = report.paretos[by][measure]
  const { bars } = pareto
  const title = findingOf(pareto, by, measure, t)
  const text = (of: { readonly count: number; readonly money: number }): string =>
    measure === 'count' ? formatNumber(of.count) : amount(of.money)
  const drawing = () =>
    paretoSvg(
      bars.map((bar) => ({
        name: groupName(by, bar, t),
        text: `${text(bar)} · ${shareText(bar.cumulative)}`,
        share: bar.share,
        cumulative: bar.cumulative,
      })),
      { finding: title, drawn: t('patterns.pareto.drawn'), line: t('patterns.pareto.line') },
    )
  return (
    <Finding
      title={title}
      drawn={t('patterns.pareto.drawn')}
      table={bars.length === 0 ? null : tableOf(report, pareto, by, t)}
      drawing={drawing}
      controls={
        <div className={styles.controls}>
          <Segmented<Dimension>
            size="small"
            aria-label={t('patterns.by.label')}
            value={by}
            options={DIMENSIONS.map((value) => ({ value, label: t(`patterns.by.${value}`) }))}
            onChange={(value) => choose('by', value)}
          />
          <Segmented<Measure>
            size="small"
            aria-label={t('patterns.measure.label')}
            value={measure}
            options={MEASURES.map((value) => ({ value, label: t(`patterns.measure.${value}`) }))}
            onChange={(value) => choose('measure', value)}
          />
        </div>
      }
    >
      {bars.length > 0 && (
        <table className={styles.pareto} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t(`patterns.by.${by}`)}</th>
              <th scope="col" className={styles.bars}>
                <span className={styles.mark} style={{ left: `${VITAL_SHARE * 100}%` }}>
                  {t('patterns.pareto.line')}
                </span>
              </th>
              <th scope="col">{t(`patterns.pareto.${measure}`)}</th>
              <th scope="col">{t('patterns.pareto.share')}</th>
              <th scope="col">{t('patterns.pareto.cumulative')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar, at) => (
              <tr key={bar.key}>
                <th scope="row">
                  <Link to={casesOf(by, bar.key, report.span)} title={groupName(by, bar, t)}>
                    {groupName(by, bar, t)}
                  </Link>
                </th>
                <td className={styles.bars}>
                  <span className={styles.bar} style={{ width: `${bar.share * 100}%` }} />
                  {at === 0 && <CumulativeLine bars={bars} />}
                </td>
                <td>{text(bar)}</td>
                <td>{shareText(bar.share)}</td>
                <td>{shareText(bar.cumulative)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {pareto.rest.groups > 0 && (
              <tr>
                <th scope="row">{t('patterns.pareto.rest', { count: pareto.rest.groups })}</th>
                <td className={styles.bars} />
                <td>{text(pareto.rest)}</td>
                <td />
                <td />
              </tr>
            )}
            {pareto.unknown.count > 0 && (
              <tr>
                <th scope="row">{t('patterns.pareto.unknown', { by: t(`patterns.by.${by}`) })}</th>
                <td className={styles.bars} />
                <td>{text(pareto.unknown)}</td>
                <td />
                <td />
              </tr>
            )}
          </tfoot>
        </table>
      )}
    </Finding>
  )
}

/** As wide as it is drawn in, stretched over the column of bars; px. */
const WIDTH = 1_000
/** As high as a row of the table, see patterns.module.css. */
const ROW = 28

function CumulativeLine({ bars }: { readonly bars: Pareto['bars'] }) {
  const height = bars.length * ROW
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className={styles.vital} x1={VITAL_SHARE * WIDTH} x2={VITAL_SHARE * WIDTH} y1={0} y2={height} />
      <polyline points={linePoints(bars, WIDTH, ROW)} />
    </svg>
  )
}

function findingOf({ bars, vital }: Pareto, by: Dimension, measure: Measure, t: TFunction): string {
  const [first] = bars
  const words = { by: t(`patterns.by.${by}`), measure: t(`patterns.pareto.of.${measure}`) }
  if (!first) return t('patterns.pareto.none', words)
  // where the few that matter are more than are shown, those that are shown
  const count = Math.min(vital, bars.length)
  const share = shareText(bars[count - 1]?.cumulative ?? 1)
  const name = groupName(by, first, t)
  return count === 1
    ? t('patterns.pareto.findingOne', { ...words, name, share })
    : t('patterns.pareto.finding', { ...words, name, share, count })
}

function tableOf(
  { span: { from, until } }: Report,
  { bars, rest, unknown }: Pareto,
  by: Dimension,
  t: TFunction,
): Omit<ShownTable, 'finding'> {
  const yuan = (fen: number): number => fen / 100
  const percent = (share: number): number => Math.round(share * 1_000) / 10
  return {
    title: `${t('patterns.title')} ${t(`patterns.by.${by}`)} ${from} ${until}`,
    columns: [
      { header: t(`patterns.by.${by}`), kind: 'text', width: 30 },
      { header: t('patterns.pareto.count'), kind: 'number', width: 10 },
      { header: `${t('patterns.pareto.money')} ${t('app.status.yuan')}`, kind: 'number', width: 16 },
      { header: `${t('patterns.pareto.share')} %`, kind: 'number', width: 10 },
      { header: `${t('patterns.pareto.cumulative')} %`, kind: 'number', width: 10 },
    ],
    rows: [
      ...bars.map((bar) => [
        groupName(by, bar, t),
        bar.count,
        yuan(bar.money),
        percent(bar.share),
        percent(bar.cumulative),
      ]),
      [t('patterns.pareto.rest', { count: rest.groups }), rest.count, yuan(rest.money), null, null],
      [
        t('patterns.pareto.unknown', { by: t(`patterns.by.${by}`) }),
        unknown.count,
        yuan(unknown.money),
        null,
        null,
      ],
    ],
  }
}
