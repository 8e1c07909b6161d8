import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { texted } from '../../../support/bridge-message.ts';
import { at, head, leader, officer, suggestion, system } from '../../../support/case-file.ts';
import { noticesOf, open } from './given.ts';

const CALL = 'urgentPaper dutyOfficer';

describe('a 涉密 case', () => {
  const secret = () =>
    open('orange', {
      flags: ['secret'],
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }],
    });

  it('sends nothing but that there is something to come for: every notice is to be told by telephone', () => {
    const file = secret();
    file.runTo('03-03 12:00');
    const notices = noticesOf(file.log.flatMap(({ events }) => events));
    expect(notices.length).toBeGreaterThan(20);
    const texted = notices.filter(({ byTelephone }) => !byTelephone);
    expect([...new Set(texted.map(({ template, role }) => `${template} ${role}`))]).toEqual([CALL]);
  });

  it('meets a duty of warning when each receiver was told, at the instant of the last call', () => {
    const file = secret();
    file.runTo('03-02 10:30');
    const warnings = Object.values(file.state.telephoneTasks).filter(
      ({ duty, role }) => duty === 'reportLeaders' && role !== 'officeHead',
    );
    expect(warnings).toHaveLength(2);
    file.give('03-02 10:40', officer, {
      type: 'AnswerNotice',
      notice: warnings[0]!.key,
      how: 'telephoned',
      madeAt: at('03-02 10:35'),
    });
    expect(file.duty('reportLeaders')!.status).toBe('open');
    const { rearms } = file.give('03-02 10:41', officer, {
      type: 'AnswerNotice',
      notice: warnings[1]!.key,
      how: 'telephoned',
    });
    expect(rearms).toBe(true);
    expect(file.duty('reportLeaders')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 10:41') },
    });
    expect(
      file.give('03-02 10:42', officer, { type: 'AnswerNotice', notice: warnings[1]!.key, how: 'telephoned' })
        .refusal?.code,
    ).toBe('NOTICE_UNKNOWN');
  });

  it('keeps from the mobile phones what was made before the flag and not yet sent', () => {
    const file = open('orange');
    const unsent = Object.keys(file.state.pendingNotices);
    expect(unsent.length).toBeGreaterThan(0);
    file.give('03-02 10:31', officer, { type: 'SetFlags', add: ['secret'], remove: [], reason: '涉密' });
    const pending = Object.values(file.state.pendingNotices);
    expect(pending.map(({ template, role }) => `${template} ${role}`)).toEqual([
      'urgentPaper officeHead',
      CALL,
    ]);
    const tasks = Object.values(file.state.telephoneTasks);
    expect(tasks.map(({ key, template }) => (template === 'secretFound' ? template : key))).toEqual([
      ...unsent,
      'secretFound',
    ]);
    expect(Object.values(file.state.telephoneTasks).every(({ byTelephone }) => byTelephone)).toBe(true);
  });

  it('that an item makes secret tells of that item by telephone too', () => {
    const { events } = open('blue').give('03-02 11:00', system, {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '转载' },
      grade: suggestion('red'),
      flags: ['secret'],
    });
    expect(noticesOf(events).map(({ template, byTelephone }) => `${template} ${byTelephone}`)).toEqual(
      expect.arrayContaining(['secretFound true', 'urgentPaper false']),
    );
    const told = noticesOf(events).filter(({ template }) => template !== 'urgentPaper');
    expect(told).toHaveLength(3);
    expect(told.every(({ byTelephone }) => byTelephone)).toBe(true);
  });

  it('loses the flag by a leader, not by the office', () => {
    const lift = { type: 'SetFlags', add: [], remove: ['secret'], reason: '已解密' } satisfies CaseCommand;
    expect(secret().give('03-02 11:00', officer, lift).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(secret().give('03-02 11:00', head, lift).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(secret().give('03-02 11:00', leader, lift).refusal?.code).toBe('REFERENCE_REQUIRED');
    const byPaper = { ...lift, reference: '保密〔2026〕3号' };
    expect(secret().give('03-02 11:00', leader, byPaper).refusal).toBeNull();
  });
});

describe('a notice that no message could carry', () => {
  it.each(['failed', 'nobody'] as const)(
    '%s: becomes a telephone task, and the answer meets the duty',
    (status) => {
      const file = open('yellow');
      file.give('03-02 10:30', officer, { type: 'ReleaseWarning', duty: 'warnUnits' });
      const pending = Object.values(file.state.pendingNotices);
      file.give('03-02 10:31', system, {
        type: 'RecordHandOvers',
        handOvers: pending.map(({ key, role }) => ({
          key,
          role,
          status: role === 'unitLiaison' ? status : 'handedOver',
          ...(status === 'nobody' && role === 'unitLiaison' ? { among: [] } : texted('p')),
          at: at('03-02 10:31'),
        })),
      });
      expect(file.duty('warnUnits')!.status).toBe('open');
      const task = Object.values(file.state.telephoneTasks).find(({ duty }) => duty === 'warnUnits');
      expect(task).toMatchObject({ role: 'unitLiaison' });
      file.give('03-02 10:35', officer, { type: 'AnswerNotice', notice: task!.key, how: 'telephoned' });
      expect(file.duty('warnUnits')).toMatchObject({
        status: 'fulfilled',
        current: { completedAt: at('03-02 10:35') },
      });
      expect(file.duty('unitResponse')).toMatchObject({
        status: 'open',
        current: { due: at('03-02 10:35') },
      });
    },
  );

  it('asks nobody to call himself: the text that asks to telephone is only tried again', () => {
    const file = open('yellow');
    file.give('03-02 10:30', officer, { type: 'ReleaseWarning', duty: 'warnUnits' });
    const fail = (when: string): void => {
      const waiting = Object.values(file.state.pendingNotices).filter(
        ({ failed }) => Object.keys(failed).length === 0,
      );
      file.give(when, system, {
        type: 'RecordHandOvers',
        handOvers: waiting.map(({ key, role }) => ({
          key,
          role,
          status: 'failed' as const,
          ...texted('p'),
          at: at(when),
        })),
      });
    };
    fail('03-02 10:31');
    const tasks = Object.keys(file.state.telephoneTasks);
    const asks = Object.values(file.state.pendingNotices).filter(({ template }) => template === 'telephone');
    expect(tasks.length).toBeGreaterThan(0);
    expect(asks).toMatchObject([{ role: 'dutyOfficer' }]);
    fail('03-02 10:32');
    expect(Object.keys(file.state.telephoneTasks)).toEqual(tasks);
    expect(file.state.pendingNotices).toHaveProperty([asks[0]!.key]);
  });

  it('a hand-over told twice is recorded once', () => {
    const file = open('yellow');
    const [notice] = Object.values(file.state.pendingNotices);
    const done: CaseCommand = {
      type: 'RecordHandOvers',
      handOvers: [
        {
          key: notice!.key,
          role: notice!.role,
          status: 'handedOver',
          ...texted('p'),
          at: at('03-02 10:31'),
        },
      ],
    };
    expect(file.give('03-02 10:31', system, done).events).toHaveLength(1);
    expect(file.give('03-02 10:32', system, done).events).toEqual([]);
  });
});
