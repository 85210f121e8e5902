/** Text as HTML text or attribute; control characters, which no page may hold, are dropped. */
export const escapeHtml = (text: string): string =>
  text
    .replace(CONTROL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const CONTROL = /[\p{Cc}--[\n\t]]/gv
