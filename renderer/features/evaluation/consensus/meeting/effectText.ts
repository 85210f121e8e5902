import type { TFunction } from 'i18next'
import { MARKS, type Mark } from '../../../../../db/evaluation/rules/marks.ts'
import type { TierEffect } from '../outcomes.ts'

/** What a decision does to the tier, as a sentence. */
export function effectText(effect: TierEffect, t: TFunction): string {
  const words = (key: 'down' | 'up', marks: readonly Mark[]): string[] => {
    // the marks are best first: downwards from the first, upwards from the last of them
    const mark = key === 'down' ? marks[0] : marks.at(-1)
    if (mark === undefined) return []
    if (marks.length === MARKS.length) return [t(`consensus.meeting.effect.${key}All`)]
    return [
      marks.length === 1
        ? t(`consensus.meeting.effect.${key}Only`, { mark })
        : t(`consensus.meeting.effect.${key}`, { mark }),
    ]
  }
  switch (effect.kind) {
    case 'insufficient':
      return t('consensus.meeting.effect.insufficient')
    case 'same': {
      const tier = t(`scoring.tier.${effect.tier}`)
      return effect.from === null
        ? t('consensus.meeting.effect.same', { tier })
        : t('consensus.meeting.effect.sameFrom', { tier, from: t(`scoring.tier.${effect.from}`) })
    }
    case 'moves':
      return [...words('down', effect.down), ...words('up', effect.up)].join(
        t('consensus.meeting.effect.join'),
      )
    case 'splits':
      return effect.tiers
        .map(({ tier, marks }, at) =>
          at === effect.tiers.length - 1
            ? t('consensus.meeting.effect.rest', { tier: t(`scoring.tier.${tier}`) })
            : t('consensus.meeting.effect.from', {
                tier: t(`scoring.tier.${tier}`),
                mark: marks.at(-1) ?? '',
              }),
        )
        .join(t('consensus.meeting.effect.join'))
  }
}
