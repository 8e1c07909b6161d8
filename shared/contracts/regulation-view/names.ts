// How the names of a view are read out in a row.

export const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('、');
/** Names without what they say in brackets, which is long. */
export const shortNames = (list: readonly { name: string }[]): string =>
  list.map(({ name }) => name.replace(/[(\uff08].*$/, '')).join('、');
