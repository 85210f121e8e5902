import type { Tier } from '../../db/evaluation/rules/tiers.ts'
import styles from './tier.module.css'

const FILLED = { fill: 'currentColor' } as const

/** Diamond, disc, square, ring, as attributes of a path in a box of 10 × 10. */
export const TIER_SHAPES = {
  key: { d: 'M5 0 10 5 5 10 0 5z', ...FILLED },
  main: { d: 'M.5 5a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1-9 0z', ...FILLED },
  ordinary: { d: 'M1 1h8v8h-8z', ...FILLED },
  small: {
    d: 'M1.3 5a3.7 3.7 0 1 1 7.4 0a3.7 3.7 0 1 1-7.4 0z',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
  },
} as const satisfies Record<Tier, Readonly<Record<string, string | number>>>

/** The tag of a tier as TierTag shows it, made without React: for cells of large grids, made anew with every scroll. */
export function tierElement(tier: Tier, word: string): HTMLElement {
  const tag = document.createElement('span')
  tag.className = styles.tag ?? ''
  tag.dataset.tier = tier
  tag.append(signElement(tier), word)
  return tag
}

/** A quiet outlined tag, as BlankTag shows it. */
export function blankElement(text: string): HTMLElement {
  const tag = document.createElement('span')
  tag.className = styles.blank ?? ''
  tag.textContent = text
  return tag
}

function signElement(tier: Tier): SVGElement {
  const sign = svg('svg', {
    class: styles.sign ?? '',
    'data-tier': tier,
    width: 9,
    height: 9,
    viewBox: '0 0 10 10',
  })
  sign.setAttribute('aria-hidden', 'true')
  sign.append(svg('path', TIER_SHAPES[tier]))
  return sign
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
