/** The shape of a catalogue with any text in its places: what the other language must fill. */
export type Words<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Words<Catalogue[Key]>
}
