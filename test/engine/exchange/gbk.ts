/** Text as GBK, which Node only decodes: the pairs of bytes are looked up by what they decode to. */
export function gbk(text: string): Buffer {
  pairs ??= allPairs()
  const known = pairs
  return Buffer.concat(
    [...text].map((sign) => {
      if (sign.charCodeAt(0) < 0x80) return Buffer.from(sign)
      const pair = known.get(sign)
      if (!pair) throw new Error(`GBK has no ${sign}`)
      return Buffer.from(pair)
    }),
  )
}

let pairs: ReadonlyMap<string, readonly [number, number]> | undefined

function allPairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return found
}
