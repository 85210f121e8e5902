import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CoverageLeader } from '../../../../db/visits/plan/contract.ts'
import { gapOf } from '../../../../db/visits/plan/rules/coverage.ts'
import { rankGap } from '../../../../db/visits/rules/ranks.ts'
import { cellText } from './CoverageCell.tsx'
import type { Coverage } from './CoverageTable.tsx'
import styles from './coverage.module.css'

/** What is known of one leader: how each executive knows them, whether ranks match, when somebody is due, whose turn it is. */
export function LeaderDetail({ data, leader }: { readonly data: Coverage; readonly leader: CoverageLeader }) {
  const { t } = useTranslation()
  const account = data.accounts[leader.account]
  const faces = account?.faces ?? []
  const known = data.executives.flatMap((executive, at) => {
    const cell = leader.cells[at]
    return cell && (cell.depth > 0 || cell.wanted !== null || cell.lastMet !== null)
      ? [{ executive, cell }]
      : []
  })
  return (
    <section className={styles.detail} aria-label={leader.name}>
      <h3>
        <Link to={`/people/${leader.personId}`}>{leader.name}</Link> {leader.title} · {account?.name}
      </h3>
      {known.length === 0 && <p className={styles.quiet}>{t('visitPlan.coverage.nobodyKnows')}</p>}
      <ul>
        {known.map(({ executive, cell }) => (
          <li key={executive.memberId} data-gap={gapOf(cell) > 0 || undefined}>
            <strong>{executive.name}</strong> {cellText(cell, t)}
            {t('visitPlan.comma')}
            {parityText(rankGap(executive.rank, leader.rank), t)}
          </li>
        ))}
      </ul>
      {account && (
        <p>
          {account.nextDue !== null && t('visitPlan.coverage.nextDue', { day: account.nextDue })}
          {facesText(faces, t)}
          {t(account.went > account.came ? 'visitPlan.host.theirTurn' : 'visitPlan.host.ourTurn', {
            went: account.went,
            came: account.came,
          })}
        </p>
      )}
    </section>
  )
}

/** Whether both meet at eye level, in words. */
export function parityText(steps: number | null, t: TFunction): string {
  if (steps === null) return t('visitPlan.parity.unknown')
  if (steps === 0) return t('visitPlan.parity.equal')
  return t(steps < 0 ? 'visitPlan.parity.above' : 'visitPlan.parity.below', { count: Math.abs(steps) })
}

/** Whether the last visits were led by the same face. */
function facesText(faces: Coverage['accounts'][number]['faces'], t: TFunction): string {
  const [last] = faces
  if (!last) return ''
  const names = [...new Set(faces.map(({ name }) => name))]
  return names.length === 1
    ? t('visitPlan.faces.same', { count: faces.length, name: last.name })
    : t('visitPlan.faces.changed', { count: faces.length, names: names.join(t('visitPlan.listComma')) })
}
