/** A section of a long page by its head. */
export interface Head {
  id: string;
  /** How far below the upper edge of the window its head is, in pixels. */
  top: number;
}
interface Window {
  /** A section counts as read when its head has come this far up. */
  line: number;
  /** The lower edge. */
  height: number;
  /** Nothing more can come up from below. */
  isAtEnd: boolean;
  /** The section that was asked for last; undefined: none was. */
  asked: string | undefined;
}

/**
 * Which section is being read; undefined: none yet. The last ones of a page cannot come up to the line: at its end it is the one that was
 * asked for, if its head is in sight, else the last whose head is.
 */
export const placeInView = (
  heads: readonly Head[],
  { line, height, isAtEnd, asked }: Window,
): string | undefined => {
  const passed = heads.filter(({ top }) => top < line);
  const read = passed[passed.length - 1]?.id;
  if (!isAtEnd) return read;
  const inSight = heads.filter(({ top }) => top >= 0 && top < height);
  return inSight.find(({ id }) => id === asked)?.id ?? inSight[inSight.length - 1]?.id ?? read;
};
