import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { isOverdue } from '../../../shared/deadlines/breach.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { at, caseFile, officer, opening } from '../../support/case-file.ts';

const unit = 'welfareHome';
const person: Actor = { id: 'p-unit', name: '福利院专人', role: 'unitLiaison', unit };
/** A 重大 case of 09:00: 口头报告 by 09:15, and so 书面报告 provisionally by 09:35. */
const yinzhouFile = (regulation = regulations.yinzhou!) => {
  const file = caseFile(regulation);
  const facts = opening({
    caseId: 'YZ2026-0001',
    level: 'major',
    unit,
    instants: { occurredAt: at('03-02 09:00'), detectedAt: at('03-02 09:01') },
  });
  expect(file.give('03-02 09:01', officer, facts).refusal).toBeNull();
  // The office only proposes the level; the unit makes it its own.
  expect(file.give('03-02 09:02', person, { type: 'Acknowledge' }).refusal).toBeNull();
  return file;
};
const leizhouFile = () => {
  const file = caseFile();
  const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') }];
  expect(file.give('03-02 09:00', officer, opening({ level: 'yellow', sources })).refusal).toBeNull();
  return file;
};
type File = ReturnType<typeof caseFile>;
const overdueAt = (file: File, duty: string, when: string): boolean => isOverdue(file.duty(duty)!, at(when));
/** A second before, at and after a due instant. */
const around = (file: File, duty: string, [before, when, after]: [string, string, string]) => {
  expect(file.due(duty)).toBe(at(when));
  return [before, when, after].map((each) => overdueAt(file, duty, each));
};

describe('what counts from another duty’s due instant', () => {
  it('yinzhou E 四(二)3 书面+20min: is provisional, and not overdue by itself', () => {
    const file = yinzhouFile();
    const edge: [string, string, string] = ['03-02 09:34:59', '03-02 09:35', '03-02 09:35:01'];
    expect(around(file, 'writtenReport', edge)).toEqual([false, false, false]);
    expect(file.duty('writtenReport')).toMatchObject({ status: 'open', breachable: false });
    // The report that it waits for is broken meanwhile.
    expect(overdueAt(file, 'oralReport', '03-02 09:35:01')).toBe(true);
  });

  it('yinzhou E 四(二)3 书面+20min: can be broken once the oral report is made', () => {
    const file = yinzhouFile();
    const to = ['deputyLeader', 'chiefLeader'];
    file.give('03-02 09:10', person, { type: 'FileReport', kind: 'first', form: 'oral', to });
    const edge: [string, string, string] = ['03-02 09:29:59', '03-02 09:30', '03-02 09:30:01'];
    expect(around(file, 'writtenReport', edge)).toEqual([false, false, true]);
    expect(file.duty('writtenReport')?.breachable).toBe(true);
  });
});

describe('what can be broken', () => {
  it('is a limit of the law in numbers', () => {
    const file = leizhouFile();
    const edge: [string, string, string] = ['03-02 20:59:59', '03-02 21:00', '03-02 21:00:01'];
    expect(around(file, 'zhanjiangTelephone', edge)).toEqual([false, false, true]);
  });

  it('is no duty that is to be done at once, and none of the office’s own', () => {
    const { duties } = leizhouFile().schedule();
    const others = duties.filter(({ basis, limit }) => basis !== 'law' || limit.kind === 'immediate');
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter(({ breachable }) => breachable)).toEqual([]);
  });

  it('is a period that the bureau has given, and none that it has not (register X30)', () => {
    const regulation = withSettings(regulations.leizhou!, { circularEvery: 'P7D' });
    const file = caseFile(regulation);
    file.give('03-02 09:00', officer, opening({ level: 'periodic', sources: [], unit: undefined }));
    expect(file.duty('bulletin')).toMatchObject({ limit: { kind: 'ongoing' }, breachable: false });
    expect(file.duty('supervisionCircular')).toMatchObject({ limit: { kind: 'every' }, breachable: true });
  });
});
