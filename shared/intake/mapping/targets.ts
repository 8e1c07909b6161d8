/** Our fields that a mapping may fill, each once. */
export const TARGETS = [
  'id',
  'title',
  'content',
  // What stands beside it: the post that is passed on, a summary of what was cut.
  'besides',
  'url',
  'publishedAt',
  'collectedAt',
  'eventAt',
  'siteName',
  'author',
  'mediaType',
  'mediaTier',
  'hotSearch',
  'metrics.reposts',
  'metrics.views',
  'metrics.comments',
  'metrics.likes',
  'source',
  'source.kind',
  'source.receivedAt',
  'source.reference',
  'source.regardedAs',
  'flags',
  'unit',
] as const;
export type Target = (typeof TARGETS)[number];
export const isTarget = (name: string): name is Target => (TARGETS as readonly string[]).includes(name);
