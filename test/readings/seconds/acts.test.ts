import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../../shared/deadlines/breach.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { withdraw } from '../../support/approvals.ts';
import { at, head, leader, officer } from '../../support/case-file.ts';
import { missingParts } from '../../support/whole-acts.ts';
import { assigned, eventsOf, give, open, owed, person } from '../given.ts';

const call: CaseCommand = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] };
const feedback: CaseCommand = {
  type: 'FileReport',
  kind: 'feedback',
  form: 'written',
  to: ['propagandaCyberspace'],
};
/** 橙, assigned at 10:00: by telephone until 13:00. */
const orange = () =>
  open({ level: 'orange', when: '03-02 10:05', sources: [assigned('03-02 10:00', '1号')] });
const commandGroup = person('commandGroup');
/** 中级, prompted at 10:00: fed back by the same time of the next day. */
const prompted = () =>
  open({
    bureau: 'hohhot',
    level: 'medium',
    by: commandGroup,
    when: '03-02 10:05',
    sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 10:00') }],
  });

describe('what lacks its parts stands at its own second', () => {
  it.each([
    ['03-02 12:59:59', 'fulfilled'],
    ['03-02 13:00:00', 'fulfilled'],
    ['03-02 13:00:01', 'fulfilledLate'],
  ])(
    'leizhou 办法 第二十二条(二)橙+ 电话: a bare call at %s: %s, whatever is filled in later',
    (when, outcome) => {
      const file = orange();
      expect(file.giveBare(when, officer, call).refusal).toBeNull();
      expect(missingParts(regulations.leizhou!, file.state)).not.toEqual([]);
      expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 13:00'), outcome]]);
      const act = file.state.version;
      give(file, '03-02 15:00', officer, {
        type: 'CompleteAct',
        act,
        post: '值班室',
        summary: '已到现场核查',
      });
      expect(missingParts(regulations.leizhou!, file.state)).toEqual([]);
      expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 13:00'), outcome]]);
    },
  );

  it.each([
    ['03-03 09:59:59', 'fulfilled'],
    ['03-03 10:00:00', 'fulfilled'],
    ['03-03 10:00:01', 'fulfilledLate'],
  ])('hohhot C 反馈 12–24h: a bare feedback at %s: %s', (when, outcome) => {
    const file = prompted();
    expect(file.giveBare(when, commandGroup, feedback).refusal).toBeNull();
    expect(missingParts(regulations.hohhot!, file.state)).not.toEqual([]);
    expect(owed(file, 'feedback')).toEqual([[at('03-03 10:00'), outcome]]);
  });
});

describe('leizhou 办法 第十六条 ①: a warning of 10:30 waits until 10:40 to be released', () => {
  const bare = (released: string | undefined, until: string) => {
    const file = open({ level: 'yellow', when: '03-02 10:30' });
    if (released !== undefined) {
      file.runTo(released);
      give(file, released, officer, { type: 'ReleaseWarning', duty: 'warnUnits' });
    }
    file.runTo(until);
    return file.log
      .flatMap(({ events }) => events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])))
      .filter(({ duty, template }) => duty === 'warnUnits' && template === 'bareWarning').length;
  };
  it.each([
    ['03-02 10:39:59', 0],
    ['03-02 10:40:00', 1],
    ['03-02 10:40:01', 1],
  ])('unreleased at %s, the bare text has gone %i times', (until, times) => {
    expect(bare(undefined, until)).toBe(times);
  });
  it.each([
    ['03-02 10:39:59', 0],
    ['03-02 10:40:01', 1],
  ])('released at %s, it has gone %i times', (released, times) => {
    expect(bare(released, '03-02 11:00')).toBe(times);
  });
});

describe('what is taken back is owed again at its own second', () => {
  it.each([
    ['03-02 12:59:59', false],
    ['03-02 13:00:00', false],
    ['03-02 13:00:01', true],
  ])('leizhou 办法 第二十二条(二)橙+ 电话: taken back at %s, overdue: %s', (when, is) => {
    const file = orange();
    give(file, '03-02 11:00', officer, call);
    expect(give(file, when, officer, withdraw(file.state.version))).toBe('done');
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 13:00'), 'open']]);
    expect(isOverdue(file.duty('zhanjiangTelephone')!, at(when))).toBe(is);
  });
  it.each([
    ['03-03 09:59:59', false],
    ['03-03 10:00:00', false],
    ['03-03 10:00:01', true],
  ])('hohhot C 反馈 12–24h: taken back at %s, overdue: %s', (when, is) => {
    const file = prompted();
    give(file, '03-02 11:00', commandGroup, feedback);
    expect(give(file, when, commandGroup, withdraw(file.state.version))).toBe('done');
    expect(isOverdue(file.duty('feedback')!, at(when))).toBe(is);
  });
});

describe('leizhou 办法 第二十一条(三): 提示关注 of 09:00 is 参照', () => {
  it.each([
    ['zhanjiang-prompted', '03-02 11:59:59', 'fulfilled', 0],
    ['zhanjiang-prompted', '03-02 12:00:00', 'fulfilled', 0],
    ['zhanjiang-prompted', '03-02 12:00:01', 'fulfilled', 0],
    ['zhanjiang-assigned', '03-02 11:59:59', 'fulfilled', 0],
    ['zhanjiang-assigned', '03-02 12:00:00', 'fulfilled', 0],
    ['zhanjiang-assigned', '03-02 12:00:01', 'fulfilledLate', 1],
  ])('%s, answered at %s: %s', (kind, when, outcome, passed) => {
    const sources = [{ kind, receivedAt: at('03-02 09:00'), reference: '1号' }];
    const file = open({ level: 'orange', when: '03-02 09:05', sources });
    give(file, when, officer, call);
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 12:00'), outcome]]);
    const kept = Object.keys(file.state.passed).filter((key) => key.startsWith('zhanjiangTelephone#'));
    expect(kept).toHaveLength(passed);
    expect(eventsOf(file, 'SupervisionOrderDrafted', 'zhanjiangTelephone')).toEqual([]);
  });
});

describe('petition D 第八条 ③: the limit that another rule gives', () => {
  const set = (due: string, reference = '区委办〔2026〕3号 第五条'): CaseCommand => ({
    type: 'SetDeadline',
    duty: 'publishSudden',
    due: at(due),
    reason: '按机制规定',
    reference,
  });
  /** Entered by the head of the office: until 18:00. */
  const entered = () => {
    const file = open({ bureau: 'petition', level: 'major', by: leader, facts: { flags: ['onlineSudden'] } });
    expect(give(file, '03-02 10:30', head, set('03-02 18:00'))).toBe('done');
    return file;
  };
  it('is put later by another person who may grant time, and earlier by anybody who may enter it', () => {
    const file = entered();
    expect(give(file, '03-02 11:00', head, set('03-02 19:00'))).toBe('SECOND_PERSON_REQUIRED');
    expect(give(file, '03-02 11:01', { ...leader, id: head.id }, set('03-02 19:00'))).not.toBe('done');
    expect(give(file, '03-02 11:02', leader, set('03-02 19:00'))).toBe('done');
    expect(give(file, '03-02 11:03', head, set('03-02 17:00'))).toBe('done');
    expect(owed(file, 'publishSudden')).toEqual([[at('03-02 17:00'), 'open']]);
  });
  it.each([
    ['03-02 17:59:59', 'done'],
    ['03-02 18:00:00', 'done'],
    ['03-02 18:00:01', 'DEADLINE_TOO_LATE'],
  ])('is put later at %s: %s', (when, answer) => {
    expect(give(entered(), when, leader, set('03-02 19:00'))).toBe(answer);
  });
});

describe('暂缓 is of 雷州 预案 1.6 ④ alone', () => {
  it.each(['nanning', 'hohhot', 'petition', 'yinzhou'])(
    '%s: its text knows none, and none is taken',
    (bureau) => {
      expect(regulations[bureau]!.duties.filter(({ holdable }) => holdable)).toEqual([]);
      const level = bureau === 'hohhot' ? 'medium' : 'general';
      const file = open({ bureau, level, by: bureau === 'petition' ? leader : officer });
      const [first] = file.schedule().duties;
      const hold: CaseCommand = { type: 'HoldDuty', duty: first!.duty, reason: '等结果' };
      expect(give(file, '03-02 10:30', leader, hold)).toBe('ROLE_NOT_ALLOWED');
    },
  );
});
