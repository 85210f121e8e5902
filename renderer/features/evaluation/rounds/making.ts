/** What is being made on the evaluation home: told by the address, so that the palette can ask for it. */
export type Making = 'round' | 'sheet' | null
