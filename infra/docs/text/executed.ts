/**
 * Which file runs each list of a regulation's data. A clause counts as carried only by these: what is cited elsewhere
 * (`informs`, `readings`) explains, and rules over nobody. A test proves that each file reads its list.
 */
export const EXECUTED = {
  version: 'shared/regulations/index.ts',
  roles: 'shared/notices/recipients.ts',
  units: 'shared/rules/names.ts',
  scales: 'shared/regulations/lookup.ts',
  sources: 'shared/rules/names.ts',
  flags: 'shared/rules/names.ts',
  instants: 'shared/deadlines/starts/anchors.ts',
  mediaTypes: 'shared/office/item-record.ts',
  reportForms: 'shared/rules/names.ts',
  reportKinds: 'shared/rules/names.ts',
  publicationForms: 'shared/rules/names.ts',
  channels: 'shared/rules/acts/channels.ts',
  actions: 'shared/rules/acts/approve.ts',
  decisions: 'shared/rules/names.ts',
  handling: 'shared/grading/handling.ts',
  grading: 'shared/grading/grade.ts',
  duties: 'shared/deadlines/computing/compute.ts',
  routing: 'shared/regulations/lookup.ts',
  contacts: 'shared/rules/acts/acts.ts',
  authorities: 'shared/regulations/lookup.ts',
  gates: 'shared/rules/gates.ts',
  forbiddenChannels: 'shared/rules/acts/channels.ts',
  ladders: 'shared/deadlines/schedule-duty.ts',
  settings: 'shared/regulations/lookup.ts',
  documents: 'shared/rules/acts/documents.ts',
  parts: 'shared/rules/parts/incomplete.ts',
} as const;

/**
 * The list in which a place of the data stands, by its path (`duties[reportLeaders].terms[0].cite`). What the regulation
 * as a whole cites is its issue and its coming into force: by `version` new cases take it.
 */
export const listOf = (path: string): string => {
  const [list = ''] = path.split(/[.[]/, 1);
  return list === 'cite' ? 'version' : list;
};
