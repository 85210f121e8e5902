import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReadyGap, VisitSheet } from '../../../../db/visits/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { PlusCircleOutlined } from '../../../ui/icons.tsx'
import styles from './visit.module.css'

/** What a visit's readiness is missing: each leads, or does at once, what fills it. */
export function Gaps({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const review = useCommand(engine.visits.review, { toast: false })
  const step = useCommand(engine.visits.step)
  const act = (gap: ReadyGap): (() => void) | null => {
    switch (gap.code) {
      case 'issues':
        return () => void review.run({ visitId: visit.id, what: 'issues' })
      case 'figuresUnread':
        return () => void review.run({ visitId: visit.id, what: 'figures' })
      case 'approval':
        return visit.state === 'proposed'
          ? () => void step.run({ visitIds: [visit.id], event: 'approve' })
          : null
      default:
        return null
    }
  }
  if (visit.readiness.gaps.length === 0) return <p className={styles.quiet}>{t('visits.ready.whole')}</p>
  return (
    <ul className={styles.gaps} aria-label={t('visits.ready.missing')}>
      {mergedGaps(visit.readiness.gaps).map((gap) => {
        const press = act(gap)
        const words = (
          <>
            <PlusCircleOutlined aria-hidden="true" />
            <span className={styles.grow}>{gapText(gap, t)}</span>
            <strong>+{gap.points}</strong>
          </>
        )
        return (
          <li key={`${gap.part}${JSON.stringify(gap)}`}>
            {press ? (
              <button type="button" onClick={press}>
                {words}
              </button>
            ) : (
              <Link to={placeOf(gap, visit)}>{words}</Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Gaps with those that one act fills made one: nobody to meet is nobody to know. */
export function mergedGaps(gaps: readonly ReadyGap[]): ReadyGap[] {
  const theirs = gaps.filter(({ code }) => code === 'theirs')
  const points = theirs.reduce((sum, gap) => sum + gap.points, 0)
  return gaps.flatMap((gap) => {
    if (gap.code !== 'theirs') return [gap]
    return gap === theirs[0] ? [{ ...gap, points }] : []
  })
}

/** Where a gap is filled. */
export function placeOf(gap: ReadyGap, visit: Pick<VisitSheet, 'id' | 'accountId'>): string {
  switch (gap.code) {
    case 'objective':
    case 'wished':
      return `/visits/${visit.id}#objective`
    case 'lead':
    case 'theirs':
      return `/visits/${visit.id}#people`
    case 'place':
    case 'time':
      return `/visits/${visit.id}#journey`
    case 'agenda':
    case 'agendaLong':
    case 'bottomLine':
      return `/visits/${visit.id}#agenda`
    case 'gift':
      return `/visits/${visit.id}#gifts`
    case 'profile':
      return `/people/${gap.personId}`
    case 'figure':
      return `/accounts/${visit.accountId ?? ''}/details`
    case 'issues':
    case 'figuresUnread':
    case 'approval':
      return `/visits/${visit.id}`
  }
}

/** A gap in words. */
export function gapText(gap: ReadyGap, t: TFunction): string {
  switch (gap.code) {
    case 'profile':
      return t('visits.gap.profile', { name: gap.name })
    case 'issues':
      return t('visits.gap.issues', { count: gap.count })
    case 'figure':
      return t(`visits.gap.figure.${gap.figure}`)
    case 'agendaLong':
      return t('visits.gap.agendaLong', { count: gap.minutes })
    case 'bottomLine':
      return t('visits.gap.bottomLine', { topic: gap.topic })
    case 'gift':
      return t('visits.gap.gift', { what: gap.what })
    case 'objective':
    case 'wished':
    case 'lead':
    case 'theirs':
    case 'place':
    case 'time':
    case 'agenda':
    case 'figuresUnread':
    case 'approval':
      return t(`visits.gap.${gap.code}`)
  }
}
