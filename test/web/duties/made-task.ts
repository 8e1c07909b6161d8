import type { TaskReply } from '../../../shared/contracts/replies/task.ts';

export const ZONE = '+08:00';
/** An instant of the night of the example, by its wall clock: `3日01:08:00` → 2026-03-03. */
export const at = (time: string): number => Date.parse(`2026-03-${time}${ZONE}`);
export const told = (time: string): string => `2026-03-${time}${ZONE}`;

/** A task as the API answers it; a duty of the first case with no limit unless told. */
export const taskMade = (given: Partial<TaskReply> = {}): TaskReply => ({
  case: 'LZ2026-0007',
  title: '某食品厂问题产品流入周边市场',
  handlingLevel: { id: 'orange', name: '重大舆情', short: '橙' },
  unit: null,
  secret: false,
  kind: 'duty',
  kindText: '应办',
  text: '电话报告湛江市局',
  due: null,
  since: null,
  overdue: false,
  breachable: true,
  basis: 'law',
  levelProposed: false,
  provisional: false,
  byReference: false,
  foundLate: null,
  duty: 'call',
  occurrence: '1',
  name: '电话报告湛江市局',
  responsible: { id: 'dutyOfficer', name: '局办公室值班员(舆情管理人员)' },
  dutyUnit: null,
  posts: [{ id: 'dutyOfficer', name: '局办公室值班员(舆情管理人员)', unit: null }],
  people: [],
  call: [],
  say: null,
  limitText: '3小时内',
  basisText: '办法规定',
  clauses: [],
  next: null,
  commands: [{ type: 'FileReport', carries: {} }],
  ...given,
});
