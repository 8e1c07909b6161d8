import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { at, group, head, leader, officer, system } from '../support/case-file.ts';
import { assigned, confirm, type File, flareUp, give, item, open, owed, person } from './given.ts';

const change = (level: string, newFact?: number): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  reason: '扩散',
  authority: 'change',
  ...(newFact === undefined ? {} : { newFact }),
});
/** Something new comes, and for it the level is raised. */
const grow = (file: File, when: string, level: string, who = officer): string => {
  give(file, when, system, item(`new-${file.log.length}`, 'blue'));
  return give(file, when, who, change(level, file.log.length));
};
const lower = (file: File, when: string, level: string): void => {
  expect(give(file, when, officer, change(level))).toBe('done');
  expect(give(file, when, head, { type: 'ApproveLevelChange' })).toBe('done');
};
const calm: CaseCommand = { type: 'DeclareCalm', reason: '传播已得到控制' };

describe('leizhou 办法 第二十五条(二): a raise keeps what was owed', () => {
  const blue = () => open({ level: 'blue', when: '03-02 09:00', sources: [assigned('03-02 09:00', '1号')] });

  it('责成核实 of 蓝 is still owed at 黄, 橙 and 红, and met there', () => {
    for (const level of ['yellow', 'orange', 'red']) {
      const file = blue();
      grow(file, '03-02 09:40', level);
      expect(owed(file, 'verifySource'), level).toEqual([[at('03-02 09:00'), 'open']]);
      give(file, '03-02 09:50', officer, { type: 'RecordAction', action: 'verificationOrdered' });
      expect(owed(file, 'verifySource').filter(([, outcome]) => outcome === 'open')).toEqual([]);
    }
  });

  it('only what the higher level’s own duty replaces ends, and the log says by which', () => {
    const file = blue();
    grow(file, '03-02 09:40', 'yellow');
    expect(file.schedule().cancelled).toEqual([
      expect.objectContaining({ duty: 'blueProgress', reason: '级别由蓝调整为黄,由“随时电话报告进展”代替' }),
    ]);
  });

  it('what was replaced revives at its own instant when the level is lowered again', () => {
    const file = blue();
    const before = owed(file, 'blueProgress');
    grow(file, '03-02 09:40', 'yellow');
    expect(owed(file, 'blueProgress')).toEqual([]);
    lower(file, '03-04 10:00', 'blue');
    expect(owed(file, 'blueProgress')).toEqual(before);
  });
});

describe('leizhou 办法 第二十三条(二)③: a calm that may not be declared at the higher level lapses', () => {
  const yellow = () => {
    const file = open({ level: 'yellow', when: '03-02 09:00', instants: { occurredAt: '03-02 08:00' } });
    expect(give(file, '03-04 10:00', leader, calm)).toBe('done');
    return file;
  };

  it('the daily report runs from the next point of its grid, and the calm hours owe none', () => {
    const file = yellow();
    expect(grow(file, '03-06 10:00', 'orange')).toBe('done');
    expect(owed(file, 'dailyReport')).toEqual([[at('03-07 08:00'), 'open']]);
    expect(file.duty('dailyReport')?.history).toHaveLength(1);
    expect(file.state.outbreaks.at(-1)).toMatchObject({
      calmedAt: null,
      lapsed: [{ from: at('03-04 10:00'), to: at('03-06 10:00') }],
    });
  });

  it('the office is told that it has to be declared again, by whom it may', () => {
    const file = yellow();
    grow(file, '03-06 10:00', 'orange');
    expect(
      file.log
        .at(-1)!
        .events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
        .map(({ template }) => template),
    ).toContain('calmLapsed');
    expect(give(file, '03-06 11:00', leader, calm)).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-06 11:00', group, calm)).toBe('done');
    expect(owed(file, 'dailyReport').filter(([, outcome]) => outcome === 'open')).toEqual([]);
  });

  it('one of the leading group carries over', () => {
    const file = open({ level: 'yellow', when: '03-02 09:00', instants: { occurredAt: '03-02 08:00' } });
    give(file, '03-04 10:00', group, calm);
    grow(file, '03-06 10:00', 'orange');
    expect(file.state.outbreaks.at(-1)).toMatchObject({ calmedAt: at('03-04 10:00'), lapsed: [] });
    expect(owed(file, 'dailyReport').filter(([, outcome]) => outcome === 'open')).toEqual([]);
  });

  it.each([
    ['03-06 07:59:59', '03-06 08:00'],
    ['03-06 08:00:00', '03-07 08:00'],
    ['03-06 08:00:01', '03-07 08:00'],
  ])('raised at %s it is owed by %s', (when, due) => {
    const file = yellow();
    grow(file, when, 'orange');
    expect(file.due('dailyReport')).toBe(at(due));
  });
});

describe('nanning B 四(四) ④: a calm of the head of the office lapses at 重大', () => {
  it('and one of a leader carries over', () => {
    const raised = (by: typeof head) => {
      const file = open({ bureau: 'nanning', level: 'general', when: '03-02 09:00' });
      expect(give(file, '03-04 10:00', by, calm)).toBe('done');
      expect(give(file, '03-06 10:00', officer, change('major'))).toBe('done');
      return file.state.outbreaks.at(-1)?.calmedAt ?? null;
    };
    expect(raised(head)).toBeNull();
    expect(raised(leader)).toBe(at('03-04 10:00'));
  });
});

describe('leizhou 办法 第二十四条 ②: after a re-kindling the meeting is owed anew', () => {
  const relapsed = (level: string) => {
    const file = open({ level, when: '03-02 09:00', instants: { occurredAt: '03-02 08:00' } });
    give(file, '03-02 10:00', person('unitHead', 'p-unit-head'), { type: 'RecordMeeting' });
    give(file, '03-02 10:01', officer, { type: 'RecordMeeting' });
    give(file, '03-02 10:05', group, { type: 'StartPlan' });
    give(file, '03-02 10:10', leader, { type: 'RecordAction', action: 'statementApproved' });
    give(file, '03-02 11:00', head, { type: 'RecordPublication', form: 'authoritative' });
    give(file, '03-04 10:00', group, calm);
    flareUp(file);
    return file;
  };

  it.each(['yellow', 'orange', 'red'])('at %s, with the daily grid of its own', (level) => {
    const file = relapsed(level);
    expect(file.duty('emergencyMeeting')).toMatchObject({
      status: 'open',
      current: { due: at('03-06 18:00') },
    });
    expect(file.duty('emergencyPlan')?.current.due).toBe(level === 'yellow' ? undefined : at('03-06 18:00'));
    expect(file.due('dailyReport')).toBe(level === 'yellow' ? undefined : at('03-07 18:00'));
  });

  it.each(['orange', 'red'])(
    'at %s the 5, 24 and 48 hours do not start again; a further statement is asked about',
    (level) => {
      const file = relapsed(level);
      expect(owed(file, 'publicResponse').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
      expect(file.duty('furtherStatement')).toMatchObject({ status: 'listed' });
      give(file, '03-06 19:00', officer, { type: 'RecordAction', action: 'followUpJudged' });
      expect(file.duty('furtherStatement')?.status).toBe('fulfilled');
    },
  );

  it('is told before anybody is chased, however late it came into the file', () => {
    const file = relapsed('orange');
    for (const duty of ['emergencyMeeting', 'emergencyPlan'])
      expect(file.duty(duty)?.next, duty).toMatchObject({ stage: 'due', at: at('03-06 18:00') });
    file.runTo('03-06 18:06');
    expect(file.duty('emergencyMeeting')?.next).toMatchObject({ stage: 'remind', at: at('03-06 18:20') });
  });

  it('is not asked about before', () => {
    expect(open({ level: 'orange' }).duty('furtherStatement')).toBeUndefined();
  });
});

describe('hohhot C 后期4 解除/反复: the response is started anew', () => {
  it('迅速, and the 24 hours of an answered prompt do not start again', () => {
    const by = person('commandGroup');
    const file = open({
      bureau: 'hohhot',
      level: 'medium',
      by,
      when: '03-02 08:00',
      sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 08:00') }],
    });
    give(file, '03-02 08:30', head, { type: 'StartPlan' });
    give(file, '03-02 09:00', by, {
      type: 'FileReport',
      kind: 'feedback',
      form: 'written',
      to: ['propagandaCyberspace'],
    });
    give(file, '03-02 12:00', leader, calm);
    give(file, '03-02 18:05', head, { type: 'Rekindle', reason: '反复', outbreakAt: at('03-02 18:00') });
    expect(file.duty('startPlan')).toMatchObject({ status: 'open', current: { due: at('03-02 18:00') } });
    expect(owed(file, 'feedback')).toEqual([[at('03-03 08:00'), 'fulfilled']]);
  });
});

describe.each(['nanning', 'petition', 'yinzhou'])('%s: a re-kindling starts no number again', (bureau) => {
  it('the numeric limits stay as they were', () => {
    const level = 'major';
    const file = open({ bureau, level, when: '03-02 08:01', by: bureau === 'petition' ? leader : officer });
    if (file.state.provisional) give(file, '03-02 08:02', leader, confirm(level));
    const numbers = () =>
      file
        .schedule()
        .duties.filter(({ limit }) => limit.kind === 'within')
        .map(({ duty, current }) => [duty, current.due]);
    const before = numbers();
    expect(before).not.toEqual([]);
    expect(give(file, '03-03 10:00', leader, calm)).toBe('done');
    expect(
      give(file, '03-04 10:00', leader, { type: 'Rekindle', reason: '再起', outbreakAt: at('03-04 09:00') }),
    ).toBe('done');
    expect(numbers()).toEqual(before);
  });
});
