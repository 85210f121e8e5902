import { Refusal } from '../../kernel/errors.ts'
import type { FileReason } from '../../terms/fileReasons.ts'

/** Rows with data that one file may hold: ten times the largest department, and still 1 s to read. */
export const MAX_ROWS = 100_000

/** Columns that one file may hold; real lists have a few dozen. */
export const MAX_COLUMNS = 500

/** Files inside a workbook: a busy one has some hundred. */
export const MAX_PARTS = 10_000

/** One unpacked part. 100,000 rows of 40 columns are about 200 MB of XML. */
export const MAX_PART_BYTES = 256 * 1024 * 1024

/** All parts unpacked, pictures included. */
export const MAX_TOTAL_BYTES = 1024 * 1024 * 1024

/** Real worksheets pack 5 to 50 times; deflate itself ends at about 1,030. */
export const MAX_RATIO = 200

/** Below this size any ratio is harmless: a nearly empty part packs as well as a bomb. */
export const RATIO_MATTERS_FROM_BYTES = 16 * 1024 * 1024

/** Rows after which a long loop lets the engine answer others. */
export const ROWS_PER_BREATH = 2_000

/** The refusal of a file that can't be read at all. */
export const unreadable = (reason: FileReason, detail: string | number = ''): Refusal =>
  new Refusal('FILE_UNREADABLE', { reason, detail: String(detail) })

/** How reading tells where it stands and hears that it shall stop. */
export interface Pace {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, of: number) => void) | undefined
}

/** Lets the engine answer others; throws the signal's reason when the caller has gone. */
export async function breathe(pace: Pace): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
  pace.signal?.throwIfAborted()
}
