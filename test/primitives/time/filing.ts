import { expect } from 'vitest';
import { type Act, type Case, type Facts, report } from '../bureau-case.ts';

// Reports as the bureaus make them, and what asks for them.

export const done = (opened: Case, when: string, role: string, command: Parameters<Case['give']>[2]): void =>
  expect(opened.give(when, role, command)).toBe('done');

export const filing =
  (role: string, ...of: Parameters<typeof report>): Act =>
  (opened, when) =>
    done(opened, when, role, report(...of));

export const leaders = ['deputyLeader', 'chiefLeader'];
export const [byPhone, onPaper, anyhow] = ['telephone', 'written', 'oa'].map((form) =>
  filing('dutyOfficer', 'first', form, 'zhanjiang'),
) as [Act, Act, Act];
export const upwards = filing('dutyOfficer', 'report', 'telephone', 'superior');
export const toUnits = filing('dutyOfficer', 'circular', 'telephone', 'sections', 'affiliates');
export const orally = filing('unitLiaison', 'first', 'oral', ...leaders);

export const assigned: Facts = { opened: '03-02 10:30', sources: { 'zhanjiang-assigned': '03-02 10:00' } };
export const found: Facts = { opened: '03-02 09:05', instants: { detectedAt: '03-02 09:00' } };
