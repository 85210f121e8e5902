/** For whom a brief or minutes are made: the executive, who goes along, the customer. */
export const AUDIENCES = ['executive', 'companions', 'customer'] as const
export type Audience = (typeof AUDIENCES)[number]
