/** A drawing with its size in px. */
export interface SvgDrawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** Colours on paper: those of the light theme. */
export const INK = {
  text: '#17262b',
  quiet: '#4a5d64',
  line: '#5f7077',
  soft: '#dce4e6',
  primary: '#0f5c6e',
  late: '#d4452a',
} as const

/** The system's Chinese face, for drawings that stand alone. */
export const PAPER_FONT = `'Microsoft YaHei UI','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif`

/** A line of text at a place, escaped; nothing for an empty one. */
export function paperText(
  x: number,
  y: number,
  words: string,
  looks: { size?: number; fill?: string; bold?: boolean; anchor?: 'middle' | 'end' } = {},
): string {
  if (words === '') return ''
  const { size = 13, fill = INK.text, bold = false, anchor } = looks
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="600"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeXml(words)}</text>`
}

/** Text as XML text; control characters, which no page may hold, are dropped. */
const escapeXml = (words: string): string =>
  words
    .replace(/\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
