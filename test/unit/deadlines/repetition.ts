import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, officer, opening } from '../../support/case-file.ts';

export const toLeaders = ['deputyLeader', 'officeHead'];
export const progress = (madeAt?: string): CaseCommand => ({
  type: 'FileReport',
  kind: 'progress',
  form: 'written',
  to: toLeaders,
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});
export const calm = (calmedAt?: string): CaseCommand => ({
  type: 'DeclareCalm',
  reason: '已平息',
  ...(calmedAt === undefined ? {} : { calmedAt: at(calmedAt) }),
});
export const orange = (when = '03-02 10:30', outbreakAt = '03-02 08:00') => {
  const file = caseFile();
  file.give(when, officer, opening({ level: 'orange', instants: { outbreakAt: at(outbreakAt) } }));
  return file;
};
export const history = (file: ReturnType<typeof caseFile>, duty: string) =>
  file.duty(duty)!.history.map(({ occurrence, due, outcome }) => [occurrence, due, outcome]);
