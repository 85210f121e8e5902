import type { engine } from '../../../client/engine.ts'

/** What the engine says of a period's effort. */
export type Report = Awaited<ReturnType<typeof engine.effort.report>>
