/** Kinds of content that are told apart by how they begin, never by a file's name. */
export const MEDIA_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'application/octet-stream',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** Kinds that a window may show as a picture. SVG isn't one: it can hold scripts. Nor is PDF: its viewers run them. */
export const PICTURES: readonly MediaType[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Bytes that {@link mediaTypeOf} looks at. */
export const HEAD_BYTES = 16

const BEGINNINGS: readonly (readonly [MediaType, string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['application/pdf', '%PDF-'],
]

/** What a content is, from its first bytes; octet-stream for all that is not shown here. */
export function mediaTypeOf(head: Uint8Array): MediaType {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return BEGINNINGS.find(([, beginning]) => text.startsWith(beginning))?.[0] ?? 'application/octet-stream'
}
