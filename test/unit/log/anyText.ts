import fc from 'fast-check'

/** Any text of whole characters, control signs and the unassigned among them; fast-check's own takes a second to make. */
export const anyText = fc.string({
  unit: fc
    .integer({ min: 0, max: 0x10_ffff })
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point)),
})
