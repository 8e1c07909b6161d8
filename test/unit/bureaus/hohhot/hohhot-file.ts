import { expect } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { CaseCommand, Outcome, PersonCommand } from '../../../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../../../shared/rules/phases/open.ts';
import { at, caseFile, suggestion } from '../../../support/case-file.ts';

export const hohhot = regulations.hohhot!;
export const person = (role: string, unit?: string): Actor => ({
  id: `p-${role}`,
  name: role,
  role,
  ...(unit === undefined ? {} : { unit }),
});

export const group = person('commandGroup');
export const clerk = person('dutyOfficer');
export const head = person('officeHead');
export const leader = person('deputyLeader');
export const unitHead = person('unitHead', 'services');
export const prompted = { kind: 'cac-prompted', receivedAt: at('03-02 20:00') };
export interface Opening {
  level?: string;
  by?: Actor;
  opened?: string;
  sources?: OpenCaseFacts['sources'];
  flags?: string[];
  regulation?: Regulation;
}

/** A case in which the command group has judged the category; by default prompted at 20:00 and opened half an hour later. */
export const openFile = ({
  level = 'medium',
  by = group,
  opened = '03-02 20:30',
  sources = [prompted],
  flags = [],
  regulation = hohhot,
}: Opening = {}) => {
  const file = caseFile(regulation);
  const outcome = file.give(opened, by, {
    type: 'OpenCase',
    caseId: 'HS2026-0001',
    title: '多名群众反映法律援助预约难',
    how: 'hand',
    sources,
    instants: { detectedAt: at('03-02 20:20') },
    flags,
    unit: 'services',
    items: [],
    grade: suggestion('minor'),
    level,
  });
  expect(outcome.refusal).toBeNull();
  return file;
};

export type File = ReturnType<typeof openFile>;
export type Report = Extract<PersonCommand, { type: 'FileReport' }>;
export const feedback: Report = {
  type: 'FileReport',
  kind: 'feedback',
  form: 'written',
  to: ['propagandaCyberspace'],
};

export const warning: Record<string, string> = {
  舆情对象: '法律援助预约',
  预警级别: 'Ⅳ级(蓝色)',
  起始时间: '2026-03-02 20:30',
  可能影响范围: '本区',
  预警事项: '网传内容',
  应采取的措施: '增开预约名额',
  发布机关: '区委、区政府',
};

export const issue = (document: string, fields = warning): CaseCommand => ({
  type: 'IssueDocument',
  document,
  fields,
});

export const rate = (scale: string, level: string): CaseCommand => ({
  type: 'RateCase',
  scale,
  level,
  reason: '研判',
});

export const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
export const code = ({ refusal }: Outcome): string | undefined => refusal?.code;
export const message = ({ refusal }: Outcome): string => refusal?.message ?? '';
export const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
