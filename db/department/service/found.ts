/** The row that the sample's data mean by a name; the sample is broken where there is none. */
export function found<Key, Value>(rows: ReadonlyMap<Key, Value>, name: Key): Value {
  const row = rows.get(name)
  if (row === undefined) throw new Error(`the sample refers to ${String(name)}, which it doesn't hold`)
  return row
}
