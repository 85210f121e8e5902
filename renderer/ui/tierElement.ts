import type { Standing, Tier } from '../../db/evaluation/rules/tiers.ts'
import { spanElement } from './spanElement.ts'
import styles from './tier.module.css'

/**
 * An account's standing as TierTag shows it, made without React, for cells of grids: a tier as its sign and word, what
 * has too few marks for one as a quiet outlined tag.
 */
export function standingElement(standing: Standing, word: string): HTMLElement {
  if (standing === 'insufficient') return spanElement(styles.blank, word)
  const tag = spanElement(styles.tag, tierSignElement(standing), word)
  tag.dataset.tier = standing
  return tag
}

/** The shape of a tier alone, beside an account's name. */
export function tierSignElement(tier: Tier): HTMLElement {
  const sign = spanElement(styles.sign)
  sign.dataset.tier = tier
  sign.ariaHidden = 'true'
  return sign
}
