/** What an act may carry beside who made it and when: fields of the commands. */
export const PART_IDS = [
  'spokeTo',
  'post',
  'summary',
  'reference',
  'text',
  'signedBy',
  'title',
  'link',
  'place',
  'participants',
  'conclusion',
  'note',
  'reason',
  'to',
] as const;
export type PartId = (typeof PART_IDS)[number];
