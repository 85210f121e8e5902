/**
 * The little XML that workbooks need: tags found by name, attributes, texts. No DTD and no own entities, so nothing
 * can expand. Namespace prefixes (`x:row`) are taken off beforehand by {@link withoutPrefixes}.
 */

/** Takes the namespace prefixes off tags, which some programs write and all may. */
export const withoutPrefixes = (xml: string): string =>
  /<\w+:(?:worksheet|workbook|sst|styleSheet|sheetData|row|c)\b/.test(xml)
    ? xml.replace(/(<\/?)\w+:/g, '$1')
    : xml

/** The value of an attribute in the text between `<tag` and `>`. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : decodeXml(value)
}

/** Every element of a name: its attributes and its inner XML (empty when it closes itself). */
export function* elements(xml: string, name: string): Generator<{ attributes: string; inner: string }> {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g')
  for (const match of xml.matchAll(pattern)) yield { attributes: match[1] ?? '', inner: match[2] ?? '' }
}

/** The text of a string item: plain or in formatted runs, without the phonetic guides. */
export function itemText(xml: string): string {
  let text = ''
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  for (const { inner } of elements(spoken, 't')) text += decodeXml(inner)
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, fromHex) : text
}

/** Plain text of XML text: entities and CDATA. */
export function decodeXml(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text
  return text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : part.replace(ENTITY, fromEntity)))
    .join('')
}

const ENTITY = /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function fromEntity(entity: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? entity
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

const fromHex = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))
