/** Which version of an item this is: the first, of which nothing is said, is 1. */
export const versionOf = ({ versions }: { versions?: readonly { version: number }[] | undefined }): number =>
  versions?.at(-1)?.version ?? 1;
