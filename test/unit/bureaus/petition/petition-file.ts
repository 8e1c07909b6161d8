import { expect } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, caseFile, officer, opening } from '../../../support/case-file.ts';

export const petition = regulations.petition!;
export const unitHead: Actor = { id: 'p-visits', name: '接访科负责人', role: 'unitHead', unit: 'visits' };
export const clerk: Actor = { id: 'p-visits-2', name: '接访科工作人员', role: 'unitLiaison', unit: 'visits' };
export const levels = ['general', 'larger', 'major'];
export interface Opening {
  level?: string;
  flags?: string[];
  source?: string;
  by?: Actor;
  regulation?: Regulation;
}

/** A case found at 09:00 and entered five minutes later, without a 科室 yet. */
export const openFile = ({
  level = 'general',
  flags = [],
  source = 'monitored',
  by = officer,
  regulation = petition,
}: Opening = {}) => {
  const file = caseFile(regulation);
  const { unit: _, ...facts } = opening({
    caseId: 'XF2026-0001',
    title: '群众反映答复超期',
    level,
    flags,
    sources: [{ kind: source }],
    instants: { detectedAt: at('03-02 09:00') },
  });
  expect(file.give('03-02 09:05', by, facts).refusal).toBeNull();
  return file;
};

export type File = ReturnType<typeof openFile>;
export const BOTH = ['sections', 'affiliates'];
export const circular = (to: string[] = BOTH): CaseCommand => ({
  type: 'FileReport',
  kind: 'circular',
  form: 'telephone',
  to,
});

export const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
export const publication: CaseCommand = { type: 'RecordPublication', form: 'online' };
export const raise = (level: string): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  authority: 'change',
  reason: '多家媒体转载',
});

export const deadline = (due: string, duty = 'publishSudden'): CaseCommand => ({
  type: 'SetDeadline',
  duty,
  due: at(due),
  reason: '按机制规定',
  reference: '区委办、政府办机制第三条',
});

export const assign: CaseCommand = { type: 'AssignUnit', unit: 'visits' };
export const codeOf = (file: File, when: string, who: Actor, command: CaseCommand) =>
  file.give(when, who, command).refusal?.code;

export const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
export const statusOf = (file: File, duty: string) => file.duty(duty)?.status;
