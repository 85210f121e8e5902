import type { EntryId, MemberId } from '../../kernel/ids.ts'

/** Where the value of a field comes from, and how fresh it is. */
export interface Source {
  /** YYYY-MM-DD on which it was learned or last confirmed */
  readonly on: string
  /** who learned it; null where the laptop's user was unknown */
  readonly by: MemberId | null
  /** the entry of the work log that it was lifted from; null where it was typed or imported */
  readonly entry: EntryId | null
}

/** Sources by field: a built-in field by its contract name, a custom one by its id. */
export type Sources = Readonly<Record<string, Source>>

/** Stands for every field without a source of its own: an import says once what holds for the whole row. */
export const WHOLE_ROW = '*'

/** The sources in a row's column `sources`, which only {@link sourcesJson} and {@link withSources} write. */
export const readSources = (json: string): Sources => JSON.parse(json)

/** The source of a field; undefined where none is known. */
export const sourceOf = (sources: Sources, field: string): Source | undefined =>
  sources[field] ?? sources[WHOLE_ROW]

/** The column's text for a new row all of whose fields have one source. */
export const sourcesJson = (source: Source): string => JSON.stringify({ [WHOLE_ROW]: source })

/** The column's text once `fields` were written or confirmed from `source`. */
export const withSources = (json: string, fields: readonly string[], source: Source): string =>
  JSON.stringify({ ...readSources(json), ...Object.fromEntries(fields.map((field) => [field, source])) })
