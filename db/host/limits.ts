/**
 * The largest request: a customer list at Excel's limit of rows is about 100 MB as CSV, so twice that. Larger bodies
 * are broken off while they arrive.
 */
export const LARGEST_BODY_BYTES = 200_000_000
