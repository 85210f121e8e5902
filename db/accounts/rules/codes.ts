/** An account number as it is compared: width, case and outer blanks don't count. */
export const codeKey = (code: string): string => code.normalize('NFKC').trim().toLowerCase()

/** Who holds a code. */
export interface CodeHolder {
  readonly id: string
  readonly code: string
  readonly name: string
}

/**
 * The first of `changed` whose code another account holds, with that account; undefined where all are free. Accounts
 * without a code never collide, nor do old duplicates that nobody touched.
 * @param all every account as it will be, including those in `changed`
 */
export function takenCode(
  changed: readonly CodeHolder[],
  all: readonly CodeHolder[],
): { readonly code: string; readonly holder: CodeHolder } | undefined {
  const wanted = new Map<string, CodeHolder[]>()
  for (const account of changed) if (codeKey(account.code) !== '') wanted.set(codeKey(account.code), [])
  if (wanted.size === 0) return undefined
  for (const account of all) wanted.get(codeKey(account.code))?.push(account)
  for (const { id, code } of changed) {
    const holder = wanted.get(codeKey(code))?.find((account) => account.id !== id)
    if (holder) return { code, holder }
  }
  return undefined
}
