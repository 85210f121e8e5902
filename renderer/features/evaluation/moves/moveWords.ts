import type { TFunction } from 'i18next'
import type { Comparison, PublishedRound } from '../../../../db/evaluation/moves/contract.ts'
import type { MoveTally } from '../../../../db/evaluation/moves/rules/migration.ts'

/** A publication's name; the revision is said only where there are several. */
export const roundText = (
  { roundName, revision }: Pick<PublishedRound, 'roundName' | 'revision'>,
  t: TFunction,
): string => (revision === 1 ? roundName : t('moves.round', { name: roundName, revision }))

/** What the migration comes to, as a sentence. */
export function migrationText({ up, down, came, went, unclear }: MoveTally, t: TFunction): string {
  const moved = up + down === 0 ? t('moves.findingNone') : t('moves.finding', { count: up + down, up, down })
  return [
    moved,
    came + went === 0 ? '' : t('moves.findingMore', { came, went }),
    unclear === 0 ? '' : t('moves.findingUnclear', { count: unclear }),
  ].join('')
}

/** What is drawn: the two rounds, or what one sheet for both makes of one of them. */
export function drawnText({ from, to, replayed, accounts }: Comparison, t: TFunction): string {
  const names = { from: roundText(from, t), to: roundText(to, t) }
  if (replayed === null) return t('moves.drawn', { ...names, count: accounts.ids.length })
  const isFrom = replayed.side === 'from'
  return t('moves.replayed', {
    round: isFrom ? names.from : names.to,
    sheet: isFrom ? names.to : names.from,
    count: replayed.differing,
    of: replayed.accounts,
  })
}
