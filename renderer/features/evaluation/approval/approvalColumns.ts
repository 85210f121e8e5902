import type { TFunction } from 'i18next'
import { type TierPolicies, tierChange } from '../../../../db/channel/policies/rules/differences.ts'
import type { TierDecision } from '../../../../db/evaluation/contract.ts'
import type { Borders, Standing } from '../../../../db/evaluation/rules/tiers.ts'
import { whyText } from '../../../../db/terms/approval.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatDay, formatMoment, formatScore, formatSigned } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from './approval.module.css'
import { type ApprovalRow, borderNear, tierNow } from './approvalRows.ts'

/** The list of tier changes: account, tiers, score, why, what it means, what was decided. All read-only. */
export function approvalColumns(
  borders: Borders,
  policies: TierPolicies,
  t: TFunction,
): GridColumn<ApprovalRow>[] {
  return [
    {
      id: 'account',
      title: t('approval.column.account'),
      kind: 'text',
      width: 126,
      mostWidth: 180,
      pinned: 'left',
      read: ({ name }) => name,
      search: ({ code, pinyin }) => `${code} ${pinyin}`,
      sortKey: ({ pinyin }) => pinyin,
    },
    {
      id: 'owner',
      title: t('approval.column.owner'),
      kind: 'text',
      width: 66,
      read: ({ owner }) => owner,
    },
    changeColumn(t),
    {
      id: 'score',
      title: t('approval.column.score'),
      kind: 'number',
      width: 54,
      scale: 10,
      sumable: false,
      read: ({ proposal }) => proposal.score,
      format: (value) => formatScore(typeof value === 'number' ? value : null),
    },
    {
      id: 'distance',
      title: t('approval.column.distance'),
      kind: 'number',
      width: 82,
      scale: 10,
      sumable: false,
      read: (row) => borderNear(row, borders)?.distance ?? null,
      format: (_, row) => distanceText(row, borders, t),
    },
    {
      id: 'why',
      title: t('approval.column.why'),
      kind: 'text',
      width: 220,
      mostWidth: 520,
      read: (row) => reasonText(row, t),
    },
    entitlementColumn(policies, t),
    decisionColumn(t),
  ]
}

const word = (standing: Standing | null, t: TFunction): string =>
  standing === null ? t('approval.noTier') : t(`app.tier.${standing}`)

function changeColumn(t: TFunction): GridColumn<ApprovalRow> {
  return {
    id: 'change',
    title: t('approval.column.change'),
    kind: 'text',
    width: 162,

    read: ({ proposal: { from, tier } }) =>
      from === tier ? word(tier, t) : `${word(from, t)} → ${word(tier, t)}`,
    sortKey: ({ proposal }) => `${proposal.from ?? 'z'} ${proposal.tier}`,
    cellClass: () => styles.change ?? '',
    draw: ({ row: { proposal } }, into) => {
      const { from, tier } = proposal
      if (from !== tier) {
        into.append(
          from === null ? spanElement(styles.quiet, word(null, t)) : standingElement(from, word(from, t)),
          spanElement(styles.arrow, '→'),
        )
      }
      into.append(standingElement(tier, word(tier, t)))
    },
  }
}

/** How far a score lies from the border that matters: `−0.8（重要）`. */
export function distanceText(row: ApprovalRow, borders: Borders, t: TFunction): string {
  const near = borderNear(row, borders)
  if (!near) return ''
  return t('approval.distanceOf', {
    distance: formatSigned(near.distance / 10),
    border: t(`app.tier.${near.border}`),
  })
}

/** What is proposed and why, in a line. */
export function reasonText({ proposal, strength }: ApprovalRow, t: TFunction): string {
  // tiers that change speak for themselves
  const kind =
    proposal.from === proposal.tier && proposal.kind !== 'same' ? t(`approval.filter.${proposal.kind}`) : ''
  return [kind, whyText(proposal, spokenLanguage()), strength ? t('approval.strong') : '']
    .filter((part) => part !== '')
    .join(' · ')
}

/** How many entitlements an account gains and loses: `+11 −2`. */
function entitlementColumn(policies: TierPolicies, t: TFunction): GridColumn<ApprovalRow> {
  const counts = changeCounter(policies)
  return {
    id: 'entitlements',
    title: t('approval.column.entitlements'),
    kind: 'text',
    width: 64,
    read: (row) => {
      const { gained, lost } = counts(row)
      return [...(gained ? [`+${gained}`] : []), ...(lost ? [`−${lost}`] : [])].join(' ')
    },
    sortKey: (row) => {
      const { gained, lost } = counts(row)
      return gained - lost
    },
  }
}

/** Counts once for each pair of tiers: a list of ten thousand accounts has a handful of them. */
function changeCounter(
  policies: TierPolicies,
): (row: ApprovalRow) => { readonly gained: number; readonly lost: number } {
  const known = new Map<string, { gained: number; lost: number }>()
  return (row) => {
    const [from, to] = [row.proposal.from, tierNow(row)]
    const before = known.get(`${from} ${to}`)
    if (before) return before
    const changes = tierChange(from, to, policies, '2000-01-01').differences.filter(({ key }) =>
      key.startsWith('entitlements.'),
    )
    const count = (effect: 'gain' | 'loss') => changes.filter((each) => each.effect === effect).length
    const counts = { gained: count('gain'), lost: count('loss') }
    known.set(`${from} ${to}`, counts)
    return counts
  }
}

function decisionColumn(t: TFunction): GridColumn<ApprovalRow> {
  return {
    id: 'decision',
    title: t('approval.column.decision'),
    kind: 'text',
    width: 178,
    mostWidth: 230,
    pinned: 'right',
    read: (row) => decisionText(row, t),
    cellClass: ({ state }) =>
      state === 'stale' ? (styles.late ?? '') : state === 'signed' ? '' : (styles.quiet ?? ''),
  }
}

/** What was decided on an account, by whom and when; or that somebody has to. */
function decisionText({ decision, state, proposal }: ApprovalRow, t: TFunction): string {
  switch (state) {
    case 'none':
      return ''
    case 'open':
      return t('approval.open')
    case 'stale':
      return t('approval.staleShort')
    case 'signed':
      return decision
        ? t('approval.signedBy', {
            what: t(`approval.decision.${decision.kind}`),
            // the tier that was proposed stands beside it
            tier: decision.tier === proposal.tier ? '' : t(`app.tier.${decision.tier}`),
            by: decision.by,
            on: dayText(decision.at),
          })
        : ''
  }
}

/** The day as `11-29`: rounds are approved within days. */
const dayText = (at: string): string => formatDay(at, spokenLanguage()).slice(5, 10)

/** A decision in a line: what, which tier, by whom, when. */
export const decidedText = ({ kind, tier, by, at }: TierDecision, t: TFunction): string =>
  t('approval.decidedBy', {
    what: t(`approval.decision.${kind}`),
    tier: t(`app.tier.${tier}`),
    by,
    on: formatMoment(at, spokenLanguage(), t('app.status.today')),
  })
