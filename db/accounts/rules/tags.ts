import { FIELD_LIMITS } from './fields.ts'

/** Tags as they are typed: parted by commas, semicolons, the Chinese signs for them, or line breaks; each one once. */
export function readTags(text: string): string[] {
  const tags = new Map<string, string>()
  for (const part of text.split(/[,，;；、\n]/)) {
    const tag = part.trim().replace(/\s+/g, ' ')
    const key = tag.normalize('NFKC').toLowerCase()
    if (tag !== '' && !tags.has(key)) tags.set(key, tag)
  }
  return [...tags.values()]
}

/** Tags as a cell shows them and as they travel. */
export const tagsText = (tags: readonly string[]): string => tags.join(', ')

/** The same of the column `tags`, a JSON list. */
export const tagsOfJson = (json: string): string => (json === '[]' ? '' : tagsText(JSON.parse(json)))

/** A typed list of tags as {@link tagsText} writes it. */
export const plainTags = (text: string): string => tagsText(readTags(text))

/** Whether tags are few and short enough to be kept. */
export const tagsFit = (text: string): boolean => {
  const tags = readTags(text)
  return tags.length <= FIELD_LIMITS.tags && tags.every((tag) => tag.length <= FIELD_LIMITS.tag)
}
