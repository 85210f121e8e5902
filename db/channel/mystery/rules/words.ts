/** How the mystery customer came (C6): in person, or as a caller. */
export const MYSTERY_WAYS = ['visit', 'phone', 'online'] as const
export type MysteryWay = (typeof MYSTERY_WAYS)[number]
