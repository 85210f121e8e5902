import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { Cluster } from '../../../../db/recovery/patterns/contract.ts'
import { formatNumber } from '../../../ui/format.ts'
import { casesOfCluster } from './caseLink.ts'
import { Finding } from './Finding.tsx'
import styles from './patterns.module.css'
import { clusterName, type Report } from './report.ts'

/** Clusters that are shown before all are asked for. */
const FIRST = 5

/** What comes more often of late than it used to, the newest first, with why it is flagged. */
export function ClustersPart({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { clusters, clusterSpan } = report
  const [all, setAll] = useState(false)
  const [first] = clusters
  const shown = all ? clusters : clusters.slice(0, FIRST)
  const title = first
    ? t('patterns.clusters.finding', { count: clusters.length, name: clusterName(first, t) })
    : t('patterns.clusters.none')
  return (
    <Finding
      title={title}
      drawn={t('patterns.clusters.drawn', clusterSpan)}
      table={first ? tableOf(report, t) : null}
    >
      {first && (
        <div className={styles.scroll}>
          <table className={styles.clusters} aria-label={title}>
            <thead>
              <tr>
                {(['alike', 'why', 'open', 'newestAt', 'newest'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`patterns.clusters.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((cluster) => (
                <tr key={`${cluster.alike.kind} ${clusterName(cluster, t)} ${cluster.alike.key}`}>
                  <th scope="row">
                    {clusterName(cluster, t)}
                    <Link to={casesOfCluster(cluster, clusterSpan)}>
                      {t('patterns.clusters.see', { count: cluster.count })}
                    </Link>
                  </th>
                  <td>{becauseOf(cluster, t)}</td>
                  <td>{cluster.open}</td>
                  <td>{dayOf(cluster.newestAt)}</td>
                  <td>
                    {cluster.newest.map(({ id, code, title: name }) => (
                      <Link key={id} to={`/recovery/${id}`}>
                        {code} {name}
                      </Link>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length < clusters.length && (
            <Button size="small" type="link" onClick={() => setAll(true)}>
              {t('patterns.clusters.all', { count: clusters.length })}
            </Button>
          )}
        </div>
      )}
    </Finding>
  )
}

/** Chances smaller than this are told as less than it; percent. */
const LEAST = 0.01

function becauseOf({ count, earlier, expected, chance }: Cluster, t: TFunction): string {
  const percent = chance * 100
  return t('patterns.clusters.because', {
    count,
    earlier,
    expected: Math.round(expected * 10) / 10,
    chance: percent < LEAST ? `<${LEAST}%` : `${formatNumber(percent, 2)}%`,
  })
}

function tableOf(
  { clusters, clusterSpan: { from, until } }: Report,
  t: TFunction,
): Omit<ShownTable, 'finding'> {
  return {
    title: `${t('patterns.title')} ${from} ${until}`,
    columns: [
      { header: t('patterns.clusters.alike'), kind: 'text', width: 30 },
      { header: t('patterns.clusters.why'), kind: 'text', width: 60 },
      { header: t('patterns.clusters.open'), kind: 'number', width: 8 },
      { header: t('patterns.clusters.newestAt'), kind: 'text', width: 12 },
      { header: t('patterns.clusters.newest'), kind: 'text', width: 60 },
    ],
    rows: clusters.map((cluster) => [
      clusterName(cluster, t),
      becauseOf(cluster, t),
      cluster.open,
      dayOf(cluster.newestAt),
      cluster.newest.map(({ code, title }) => `${code} ${title}`).join('; '),
    ]),
  }
}
