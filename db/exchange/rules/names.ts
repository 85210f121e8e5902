/** The name of a row in a list that has no names: `客户` gives 客户 0001 to the first row (`index` 0). */
export const numberedName = (start: string, index: number): string =>
  `${start} ${String(index + 1).padStart(4, '0')}`
