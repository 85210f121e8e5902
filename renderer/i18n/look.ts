import type { TFunction } from 'i18next'

/** What can be put into a text. */
export type Params = Readonly<Record<string, unknown>>

/**
 * The text of a key that is only known at run time (an error's code, a command's name), or undefined where the
 * catalogues have none.
 */
export function lookUp(t: TFunction, path: string, params: Params = {}): string | undefined {
  const text = t(path, { ...params, defaultValue: '' })
  return text === '' ? undefined : text
}
