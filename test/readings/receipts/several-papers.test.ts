import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, chief, head, leader, officer } from '../../support/case-file.ts';
import { confirm, type File, give, open, owed, person } from '../given.ts';

const verify = (act: number, agree = true): CaseCommand => ({
  type: 'ConfirmAct',
  act,
  agree,
  ...(agree ? {} : { reason: '没有收到' }),
});
const outcome = (file: File, duty: string) => owed(file, duty)[0]?.[1];

describe('yinzhou E 四(二)3 口头15min: told to both leaders by two papers', () => {
  const liaison = { ...person('unitLiaison', 'p-home'), unit: 'welfareHome' };
  const oral = (to: string, madeAt?: string): CaseCommand => ({
    type: 'FileReport',
    kind: 'first',
    form: 'oral',
    to: [to],
    ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
  });
  const major = () => {
    const file = open({ bureau: 'yinzhou', level: 'major', when: '03-02 08:00', by: liaison });
    expect(give(file, '03-02 08:01', leader, confirm('major'))).toBe('done');
    expect(owed(file, 'oralReport')).toEqual([[at('03-02 08:15'), 'open']]);
    return file;
  };
  /** One leader in time, the other entered at `when` as told at 08:05. */
  const both = (when: string) => {
    const file = major();
    give(file, '03-02 08:10', liaison, oral('chiefLeader'));
    give(file, when, liaison, oral('deputyLeader', '03-02 08:05'));
    return file;
  };

  it.each([
    ['03-02 08:14:59', 'fulfilled'],
    ['03-02 08:15:00', 'fulfilled'],
    ['03-02 08:15:01', 'lateEntry'],
    ['03-02 08:50', 'lateEntry'],
  ])('the second entered at %s as made before the first: %s', (when, expected) => {
    expect(outcome(both(when), 'oralReport')).toBe(expected);
  });

  it('in time once somebody else has verified the one that was entered late, and owed to the other again when he denies it', () => {
    const file = both('03-02 08:50');
    expect(give(file, '03-02 09:00', head, verify(file.state.version))).toBe('done');
    expect(outcome(file, 'oralReport')).toBe('fulfilled');
    const denied = both('03-02 08:50');
    expect(give(denied, '03-02 09:00', head, verify(denied.state.version, false))).toBe('done');
    expect(outcome(denied, 'oralReport')).toBe('open');
    expect(denied.duty('oralReport')?.missingReceivers).toEqual([['deputyLeader']]);
  });

  it('asks about each that was entered after the limit', () => {
    const file = major();
    give(file, '03-02 08:50', liaison, oral('deputyLeader', '03-02 08:05'));
    const first = file.state.version;
    give(file, '03-02 08:55', liaison, oral('chiefLeader', '03-02 08:04'));
    expect(give(file, '03-02 09:00', head, verify(file.state.version))).toBe('done');
    expect(outcome(file, 'oralReport')).toBe('lateEntry');
    expect(give(file, '03-02 09:01', head, verify(first))).toBe('done');
    expect(outcome(file, 'oralReport')).toBe('fulfilled');
  });

  it('one paper that reaches both needs no other', () => {
    const file = major();
    give(file, '03-02 08:10', liaison, {
      ...oral('chiefLeader'),
      to: ['chiefLeader', 'deputyLeader'],
    } as CaseCommand);
    give(file, '03-02 08:50', liaison, oral('deputyLeader', '03-02 08:05'));
    expect(outcome(file, 'oralReport')).toBe('fulfilled');
  });
});

describe('petition D 第四条(三) 重大 30min: notices by two papers, or by telephone', () => {
  const circular = (to: string, madeAt?: string): CaseCommand => ({
    type: 'FileReport',
    kind: 'circular',
    form: 'telephone',
    to: [to],
    ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
  });
  const major = () =>
    open({
      bureau: 'petition',
      level: 'major',
      by: leader,
      when: '03-02 09:00',
      instants: { detectedAt: '03-02 09:00' },
      facts: { flags: ['secret'] },
    });

  it.each([
    ['03-02 09:30:00', 'fulfilled'],
    ['03-02 09:30:01', 'lateEntry'],
    ['03-02 11:00', 'lateEntry'],
  ])('affiliates at 09:25, sections entered at %s as of 09:20: %s', (when, expected) => {
    const file = major();
    give(file, '03-02 09:25', officer, circular('affiliates'));
    give(file, when, officer, circular('sections', '03-02 09:20'));
    expect(outcome(file, 'notifyUnits')).toBe(expected);
  });

  /** The released notices of the two, which are told by telephone. */
  const calls = (file: File) => {
    give(file, '03-02 09:05', officer, { type: 'ReleaseWarning', duty: 'notifyUnits' });
    return Object.values(file.state.telephoneTasks)
      .filter(
        ({ duty, role, stage }) =>
          duty === 'notifyUnits' && role !== 'officeHead' && stage?.startsWith('released'),
      )
      .map(({ key }) => key);
  };
  const answered = (file: File, notice: string, when: string, madeAt?: string) =>
    give(file, when, officer, {
      type: 'AnswerNotice',
      notice,
      how: 'telephoned',
      ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
    });

  it.each([
    ['03-02 09:29:59', 'fulfilled'],
    ['03-02 09:30:00', 'fulfilled'],
    ['03-02 09:30:01', 'lateEntry'],
  ])('a call entered at %s as made at 09:20: %s', (when, expected) => {
    const file = major();
    const [one = '', other = ''] = calls(file);
    expect(answered(file, one, '03-02 09:20')).toBe('done');
    expect(answered(file, other, when, '03-02 09:20')).toBe('done');
    expect(outcome(file, 'notifyUnits')).toBe(expected);
  });

  it('a call that is entered late is verified by a leader, not by who entered it', () => {
    const file = major();
    for (const notice of calls(file)) answered(file, notice, '03-02 11:00', '03-02 09:20');
    const act = file.state.version;
    expect(give(file, '03-02 11:05', officer, verify(act))).toBe('SECOND_PERSON_REQUIRED');
    expect(give(file, '03-02 11:05', chief, verify(act))).toBe('done');
    expect(outcome(file, 'notifyUnits')).toBe('lateEntry');
    expect(give(file, '03-02 11:06', chief, verify(act - 1))).toBe('done');
    expect(outcome(file, 'notifyUnits')).toBe('fulfilled');
  });

  it.each([
    ['03-02 09:04:59', 'INSTANT_BEFORE_NOTICE'],
    ['03-02 09:05:00', 'done'],
    ['03-02 09:05:01', 'done'],
    ['03-02 11:05:01', 'INSTANT_IN_FUTURE'],
  ])('a call is not made before its notice, nor in the future: %s is %s', (madeAt, code) => {
    const file = major();
    const [notice = ''] = calls(file);
    expect(answered(file, notice, '03-02 11:00', madeAt)).toBe(code);
  });

  it('an unknown notice is neither told nor read', () => {
    for (const how of ['telephoned', 'read'] as const)
      expect(give(major(), '03-02 11:00', officer, { type: 'AnswerNotice', notice: 'x', how })).toBe(
        'NOTICE_UNKNOWN',
      );
  });

  it('a call that was entered by mistake is taken back, and is still to be made', () => {
    const file = major();
    const [one = '', other = ''] = calls(file);
    answered(file, one, '03-02 09:10');
    answered(file, other, '03-02 09:11');
    expect(outcome(file, 'notifyUnits')).toBe('fulfilled');
    expect(
      give(file, '03-02 09:12', officer, { type: 'WithdrawAct', act: file.state.version, reason: '未打通' }),
    ).toBe('done');
    expect(outcome(file, 'notifyUnits')).toBe('open');
    expect(Object.keys(file.state.telephoneTasks)).toContain(other);
  });
});
