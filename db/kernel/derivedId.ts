import { v5 as uuidv5 } from 'uuid'

const NAMESPACE = '6f6d1f0e-3f0b-4f0e-9f43-8f6a1c2d7b15'

/** The id of a link row, derived from its parts: two laptops that make the same link make the same row. */
export const derivedId = (...parts: readonly string[]): string => uuidv5(parts.join('/'), NAMESPACE)
