import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, caseFile, head, officer, opening, suggestion, system } from '../../../support/case-file.ts';

export const change = (level: string, handleAs?: string): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  ...(handleAs === undefined ? {} : { handleAs }),
  reason: '舆情变化',
  authority: 'change',
});
export const assigned = { kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') };
export const open = (level: string, facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile();
  file.give(
    '03-02 10:30',
    officer,
    opening({ level, sources: [assigned], instants: { occurredAt: at('03-02 08:00') }, ...facts }),
  );
  return file;
};
export const lower = (file: ReturnType<typeof open>, when: string, level: string) => {
  file.give(when, officer, change(level));
  return file.give(when, head, { type: 'ApproveLevelChange' });
};
/** Something new comes, and for it the level is raised (发酵). */
export const grow = (file: ReturnType<typeof open>, when: string, level: string) => {
  file.give(when, system, item(`new-${file.log.length}`, 'blue'));
  return file.give(when, officer, { ...change(level), newFact: file.log.length } as CaseCommand);
};
export const item = (id: string, level: string, flags: string[] = []): CaseCommand => ({
  type: 'AttachItem',
  item: { feed: 'f', id, title: '转载' },
  grade: suggestion(level),
  flags,
});
