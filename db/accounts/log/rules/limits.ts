/** Longest texts of the work log, in characters, and largest files. */
export const LOG_LIMITS = {
  /** of an entry as it reads: a mention counts by the name that it shows */
  text: 20_000,
  /** what is read at all: a longer text is refused before it is cleaned */
  pasted: 1_000_000,
  nextStep: 500,
  why: 500,
  /** people named with one entry */
  people: 50,
  /** files of one command */
  files: 20,
  /** promises of one entry */
  promises: 20,
  /** 50 MB */
  fileBytes: 50 * 1024 * 1024,
  /** of an entry's text in lists */
  excerpt: 400,
} as const
