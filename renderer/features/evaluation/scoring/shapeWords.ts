import type { TFunction } from 'i18next'
import { formatNumber } from '../../../ui/format.ts'
import type { ShapeFinding } from './shapeFinding.ts'

/** How many accounts have a tier, and how many of them with empty cells: having a tier isn't being finished. */
export const gradedText = (graded: number, lacking: number, t: TFunction): string =>
  lacking === 0
    ? t('scoring.shape.graded', { count: graded })
    : t('scoring.shape.gradedLacking', { count: graded, lacking })

/** A shape's finding as a title: which tier is furthest from what is expected, and where to look first. */
export function findingText(finding: ShapeFinding, t: TFunction): string {
  switch (finding.kind) {
    case 'none':
      return t('scoring.shape.none')
    case 'tooFew':
      return t('scoring.shape.tooFew')
    case 'asExpected':
      return t('scoring.shape.asExpected')
    case 'more':
    case 'fewer': {
      const { kind, tier, by, look } = finding
      const what = t(`scoring.shape.${kind}`, { tier: t(`scoring.tier.${tier}`), count: by })
      const where = look
        ? t('scoring.shape.look', { border: formatNumber(look.border / 10, 1), count: look.accounts })
        : ''
      return `${what}${where}`
    }
  }
}
