/** Whom a text typed into a picker means: the one of that very name, else the only one whom the picker would still offer. */
export function meant<Offered extends { readonly name: string; readonly pinyin: string }>(
  text: string,
  offered: readonly Offered[],
): { readonly one: Offered | undefined; readonly several: boolean } {
  const wanted = text.trim().toLowerCase()
  const named = offered.filter(({ name }) => name.toLowerCase() === wanted)
  const found =
    named.length > 0
      ? named
      : offered.filter(({ name, pinyin }) => searchText({ name, pinyin }).toLowerCase().includes(wanted))
  return { one: found.length === 1 ? found[0] : undefined, several: found.length > 1 }
}

/** What a picker looks through. */
export const searchText = ({ name, pinyin }: { readonly name: string; readonly pinyin: string }): string =>
  `${name} ${pinyin}`
