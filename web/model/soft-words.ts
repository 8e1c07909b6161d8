interface Limit {
  isTentative: boolean;
  byReference: boolean;
  /** What the office has set for itself. */
  isOwn: boolean;
}
/** Why a limit is softer than the law's, the weightier first; empty: it is the law's own, and sure. */
export const softWords = ({ isTentative, byReference, isOwn }: Limit): string[] => [
  ...(isTentative ? ['暂定'] : []),
  ...(byReference ? ['参照'] : []),
  ...(isOwn && !byReference ? ['本局自定'] : []),
];
