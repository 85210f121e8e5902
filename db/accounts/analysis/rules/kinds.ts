/** E3: strengths, weaknesses, chances and threats of an account. */
export const QUADRANTS = ['strength', 'weakness', 'opportunity', 'threat'] as const
export type Quadrant = (typeof QUADRANTS)[number]

/** D3: why an account chooses us, from the surface inwards. */
export const STICKINESS_LAYERS = ['perception', 'success', 'strategy'] as const
export type StickinessLayer = (typeof STICKINESS_LAYERS)[number]

/** C5: what a customer gets … */
export const VALUES = ['product', 'service', 'people', 'image'] as const
/** … and what it costs them. */
export const COSTS = ['money', 'time', 'energy', 'effort'] as const
export const VALUE_ITEMS = [...VALUES, ...COSTS] as const
export type ValueItem = (typeof VALUE_ITEMS)[number]

/** E3: what follows from an analysis. */
export const DECISIONS = ['invest', 'hold', 'reduce', 'leave'] as const
export type Decision = (typeof DECISIONS)[number]
