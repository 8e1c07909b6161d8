import { expect } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, caseFile, leader, officer, opening } from '../../../support/case-file.ts';

export const yinzhou = regulations.yinzhou!;
export const unit = 'welfareHome';
export const person: Actor = { id: 'p-unit', name: '福利院专人', role: 'unitLiaison', unit };
export const unitHead: Actor = { id: 'p-unit-head', name: '福利院主要负责人', role: 'unitHead', unit };
export interface Opening {
  level?: string;
  source?: string;
  /** When it is opened, on 2 March. */
  opened?: string;
  instants?: Record<string, string>;
  by?: Actor;
  regulation?: typeof yinzhou;
}

/** A case that happened at 09:00, as the office opens it unless `by` says otherwise. */
export const openFile = ({
  level = 'major',
  source = 'monitored',
  opened = '03-02 09:01',
  instants = { eventAt: '03-02 09:00', detectedAt: '03-02 09:01' },
  by = officer,
  regulation = yinzhou,
}: Opening = {}) => {
  const file = caseFile(regulation);
  const facts = opening({
    caseId: 'YZ2026-0001',
    title: '某养老机构起火',
    level,
    unit,
    sources: [{ kind: source }],
    instants: Object.fromEntries(Object.entries(instants).map(([id, local]) => [id, at(local)])),
  });
  expect(file.give(opened, by, facts).refusal).toBeNull();
  // 四(一): the leader in charge determines the level; what a unit opens is left as it is.
  if (by.unit === undefined && file.state.provisional)
    expect(file.give(opened, leader, { type: 'ConfirmGrade', level }).refusal).toBeNull();
  return file;
};

export type File = ReturnType<typeof openFile>;
export const LEADERS = ['deputyLeader', 'chiefLeader'];
export const WITH_OFFICE = [...LEADERS, 'officeHead'];
export const report = (form: string, to: string[], kind = 'first'): CaseCommand => ({
  type: 'FileReport',
  kind,
  form,
  to,
});

export const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
export const refusalOf = (file: File, when: string, who: Actor, command: CaseCommand) =>
  file.give(when, who, command).refusal;

export const codeOf = (file: File, when: string, who: Actor, command: CaseCommand) =>
  refusalOf(file, when, who, command)?.code;

export const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
export const statusOf = (file: File, duty: string) => file.duty(duty)?.status;
