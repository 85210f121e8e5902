/** The address of the comparison of these accounts. */
export const comparePlace = (accounts: readonly { readonly id: string }[]): string =>
  `/accounts/compare?ids=${accounts.map(({ id }) => id).join(',')}`
