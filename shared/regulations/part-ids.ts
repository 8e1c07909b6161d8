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

/** Whether a part is a field of the commands, else it is one that the regulation names. */
export const isPartId = (part: string): part is PartId => PART_IDS.some((id) => id === part);
