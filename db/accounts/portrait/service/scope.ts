import type { AccountId } from '../../../kernel/ids.ts'

/** Which accounts a query is about: those between two ids (a page of all of them, or one), or those of a list. */
export type Scope =
  | { readonly from: AccountId; readonly to: AccountId }
  | { readonly ids: readonly AccountId[] }

/** The condition that a column holds an account's id of the scope; its parameters are {@link scopeParams}'s. */
export const within = (scope: Scope, column: string): string =>
  'ids' in scope ? `${column} IN (SELECT value FROM json_each(@ids))` : `${column} BETWEEN @from AND @to`

/** The named parameters of {@link within}. */
export const scopeParams = (scope: Scope): Readonly<Record<string, string>> =>
  'ids' in scope ? { ids: JSON.stringify(scope.ids) } : { from: scope.from, to: scope.to }
