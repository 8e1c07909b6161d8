import { expect } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../../../shared/regulations/version.ts';
import type { CaseCommand, Outcome } from '../../../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../../../shared/rules/phases/open.ts';
import { at, caseFile, suggestion } from '../../../support/case-file.ts';

export const nanning = regulations.nanning!;
export const person = (role: string, unit?: string): Actor => ({
  id: `p-${role}`,
  name: role,
  role,
  ...(unit === undefined ? {} : { unit }),
});

export const clerk = person('dutyOfficer');
export const head = person('officeHead');
export const newsLeader = person('deputyLeader');
export const businessLeader = person('businessLeader');
export const chief = person('chiefLeader');
export const group = person('leadingGroup');
export const lawyer = person('legal');
export const unitHead = person('unitHead', 'business');
export const unitClerk = person('unitLiaison', 'business');
export interface Opening extends Partial<Pick<OpenCaseFacts, 'sources' | 'instants' | 'flags' | 'level'>> {
  opened?: string;
  by?: Actor;
  settings?: ChosenSettings;
}

/** A case that was discovered at 09:00 and entered at 09:10; graded by the office. */
export const openFile = ({
  opened = '03-02 09:10',
  by = clerk,
  settings = {},
  sources = [{ kind: 'monitored' }],
  instants = { detectedAt: at('03-02 09:00') },
  flags = [],
  level = 'general',
}: Opening = {}) => {
  const file = caseFile(withSettings(nanning, settings));
  const outcome = file.give(opened, by, {
    type: 'OpenCase',
    caseId: 'NN2026-0001',
    title: '某农贸市场被指短斤缺两',
    how: 'hand',
    sources,
    instants,
    flags,
    unit: 'business',
    items: [],
    grade: suggestion('pending'),
    level,
  });
  expect(outcome.refusal).toBeNull();
  return file;
};

export type File = ReturnType<typeof openFile>;
export const codeOf = ({ refusal }: Outcome): string | null => refusal?.code ?? null;
export const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
export const publish = (form: string, madeAt?: string): CaseCommand => ({
  type: 'RecordPublication',
  form,
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});

export const report = (...to: string[]): CaseCommand => ({
  type: 'FileReport',
  kind: 'report',
  form: 'telephone',
  to,
});

export const rate = (level: string): CaseCommand => ({
  type: 'RateCase',
  scale: 'sensitivity',
  level,
  reason: '测试',
});

export const statusOf = (file: File, duty: string): string | undefined => file.duty(duty)?.status;
export const outcomeOf = (file: File, duty: string): string | undefined => file.duty(duty)?.current.outcome;
/** A netizen's post that nobody has graded. */
export const openPost = (known: string, more: Opening = {}) =>
  openFile({
    level: 'pending',
    opened: known,
    instants: { detectedAt: at(known), knownAt: at(known) },
    ...more,
    flags: ['netizenPost', ...(more.flags ?? [])],
  });
