import type { Clock } from '../../requests/rules/clocks.ts'

/** The running clock that ends first, of those named; null where none runs. Epoch ms. */
export function nearestOf<Name extends string>(
  names: readonly Name[],
  clocks: Readonly<Record<Name, Clock>>,
): { readonly name: Name; readonly due: number } | null {
  let nearest: { name: Name; due: number } | null = null
  for (const name of names) {
    const clock = clocks[name]
    if (clock.kind === 'running' && (nearest === null || clock.due < nearest.due))
      nearest = { name, due: clock.due }
  }
  return nearest
}
