import type { Actor, CaseEvent, Notice } from '../../../../shared/case/events.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { caseFile, liaison, officer, opening } from '../../../support/case-file.ts';

export const otherUnit: Actor = { ...liaison, id: 'p-drugs', unit: 'drugs' };
export const open = (level = 'yellow', facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level, ...facts }));
  return file;
};
export const noticesOf = (events: readonly CaseEvent[]): Notice[] =>
  events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
export const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
export const publish = (form: string): CaseCommand => ({ type: 'RecordPublication', form });
export const report: CaseCommand = {
  type: 'FileReport',
  kind: 'progress',
  form: 'telephone',
  to: ['deputyLeader'],
};
export const REVIEW_POINTS = leizhou.documents.find(({ id }) => id === 'review')!.fields;
export const points = Object.fromEntries(REVIEW_POINTS.map((point) => [point, '已写明']));
