import type { engine } from '../../../client/engine.ts'

/** What the engine says of a period. */
export type Report = Awaited<ReturnType<typeof engine.figures.report>>
