import { describe, expect, it } from 'vitest';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, chief, head, leader, officer, system } from '../../support/case-file.ts';
import { SUMMARY } from '../../support/conclude.ts';
import { give, open, owed, person } from '../given.ts';

/** A case of 呼和浩特 whose feedback was entered two hours after it is said to have been made, past its limit. */
const withLateFeedback = () => {
  const file = open({
    bureau: 'hohhot',
    level: 'medium',
    when: '03-02 09:00',
    by: person('commandGroup'),
    sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 09:00'), reference: '1号' }],
  });
  const report: CaseCommand = {
    type: 'FileReport',
    kind: 'feedback',
    form: 'written',
    to: ['propagandaCyberspace'],
    madeAt: at('03-03 08:00'),
  };
  expect(give(file, '03-03 10:00', officer, report)).toBe('done');
  return file;
};

describe('a 批示 with a deadline is answered like any other duty', () => {
  const answer = (madeAt?: string): CaseCommand => ({
    type: 'FileReport',
    kind: 'progress',
    form: 'written',
    to: ['chiefLeader'],
    answers: ['2'],
    ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
  });
  const asked = () => {
    const file = open({ level: 'blue', when: '03-02 09:00' });
    const to = { role: 'officeHead' };
    const asks: CaseCommand = {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '报情况',
      to,
      deadline: at('03-02 12:00'),
    };
    expect(give(file, '03-02 09:30', chief, asks)).toBe('done');
    return file;
  };

  it.each<[string, string, string | undefined, string]>([
    ['entered at the limit', '03-02 12:00', '03-02 11:00', 'fulfilled'],
    ['entered a second after it, as made before', '03-02 12:00:01', '03-02 11:00', 'lateEntry'],
    ['entered a second before it', '03-02 11:59:59', undefined, 'fulfilled'],
  ])('leizhou: %s', (_, when, madeAt, outcome) => {
    const file = asked();
    expect(give(file, when, officer, answer(madeAt))).toBe('done');
    expect(owed(file, 'instruction-2')).toEqual([[at('03-02 12:00'), outcome]]);
  });

  it('leizhou: somebody else says that it was so, a leader for the office', () => {
    const file = asked();
    give(file, '03-02 15:00', officer, answer('03-02 11:00'));
    const confirm: CaseCommand = { type: 'ConfirmAct', act: 3, agree: true };
    expect(give(file, '03-02 15:01', officer, confirm)).toBe('SECOND_PERSON_REQUIRED');
    expect(give(file, '03-02 15:02', leader, confirm)).toBe('done');
    expect(owed(file, 'instruction-2')).toEqual([[at('03-02 12:00'), 'fulfilled']]);
  });
});

describe('结报 names what is in doubt, each with a reason and a second person', () => {
  const conclude = (unmet: Record<string, string> = {}): CaseCommand => ({
    type: 'Conclude',
    summary: SUMMARY,
    unmet,
  });
  const reasons = (duties: readonly string[]) =>
    Object.fromEntries(duties.map((duty) => [duty, '当时网站维护,事后已补办']));

  it('leizhou 办法 第二十三条(二)①: 缺报 and what went out unapproved and late', () => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    file.runTo('03-06 08:00');
    give(file, '03-06 08:00', head, {
      type: 'RecordPublication',
      form: 'authoritative',
      happened: { reason: '已发布' },
    });
    give(file, '03-06 08:10', chief, { type: 'DeclareCalm', reason: '已经平息' });
    const left = file
      .schedule()
      .duties.filter(({ status }) => status !== 'fulfilled')
      .map(({ duty }) => duty);
    const doubted = ['publicResponse', 'dailyReport'];
    const given = reasons(left.filter((duty) => !doubted.includes(duty)));
    const { refusal } = file.give('03-06 09:00', head, conclude(given));
    expect(refusal?.code).toBe('DUTIES_UNMET');
    expect(refusal?.message).toMatch(
      /对外回应\(未经审定发布\(已过时限\)\).*缺报|缺报.*未经审定发布\(已过时限\)/,
    );
    expect(give(file, '03-06 09:01', head, conclude({ ...given, ...reasons(doubted) }))).toBe('done');
    expect(file.state.status).toBe('open');
    expect(give(file, '03-06 09:02', head, { type: 'ApproveConclusion' })).not.toBe('done');
    expect(give(file, '03-06 09:03', leader, { type: 'ApproveConclusion' })).toBe('done');
    const ended = file.log.at(-1)!.events.find(({ type }) => type === 'CaseConcluded');
    expect(ended).toMatchObject({
      unmet: expect.arrayContaining(doubted.map((duty) => expect.objectContaining({ duty }))),
    });
  });

  it('hohhot: a 补录 that nobody has confirmed', () => {
    const file = withLateFeedback();
    expect(file.duty('feedback')?.current.outcome).toBe('lateEntry');
    const left = file.schedule().duties.map(({ duty }) => duty);
    const given = reasons(left.filter((duty) => duty !== 'feedback'));
    give(file, '03-03 10:01', chief, { type: 'DeclareCalm', reason: '已经平息' });
    expect(file.give('03-03 10:02', head, conclude(given)).refusal?.message).toContain('逾期后补录,待核实');
  });
});

describe('who says that a 补录 is not so takes it out of the count', () => {
  it('hohhot: it is owed again from its own limit, is chased, and outlives 结报', () => {
    const file = withLateFeedback();
    const act = file.state.version;
    const deny: CaseCommand = { type: 'ConfirmAct', act, agree: false, reason: '对方没有收到' };
    expect(give(file, '03-03 10:05', chief, deny)).toBe('done');
    const entry = file.log.at(-1)!.events;
    expect(owed(file, 'feedback')).toEqual([[at('03-03 09:00'), 'open']]);
    const told = entry.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    expect(told).toContainEqual(expect.objectContaining({ template: 'denied', person: officer.id, act }));
    expect(file.runTo('03-03 20:00').some((step) => step.includes('feedback'))).toBe(true);
    // A body outside is owed it beyond 结报.
    const left = file.schedule().duties.map(({ duty }) => duty);
    const unmet = Object.fromEntries(left.map((duty) => [duty, '当时网站维护,事后已补办']));
    give(file, '03-03 20:01', chief, { type: 'DeclareCalm', reason: '已经平息' });
    give(file, '03-03 20:02', head, { type: 'Conclude', summary: SUMMARY, unmet });
    give(file, '03-03 20:03', chief, { type: 'ApproveConclusion' });
    expect(file.state.status).toBe('concluded');
    expect(file.duty('feedback')).toMatchObject({ status: 'open', current: { outcome: 'open' } });
  });
});

describe('a hold does not sleep', () => {
  it.each([
    ['03-02 21:29:59', 0],
    ['03-02 21:30:00', 1],
  ])('leizhou 预案 1.6 ④: with an end years away, at %s it has been asked about %i times', (when, times) => {
    const file = open({ level: 'red', when: '03-02 09:00' });
    const until = '2099-01-01T00:00:00.000Z';
    give(file, '03-02 09:30', leader, {
      type: 'HoldDuty',
      duty: 'publicResponse',
      reason: '等检验结果',
      until,
    });
    give(file, when, system, { type: 'AskAgain' });
    const asked = file.log.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])),
    );
    expect(asked.filter(({ template }) => template === 'holdAsked').length > 0 ? 1 : 0).toBe(times);
  });

  it('leizhou: one that is over is not asked about, and what went out late during one is late', () => {
    const file = open({ level: 'red', when: '03-02 09:00' });
    give(file, '03-02 09:01', leader, { type: 'RecordAction', action: 'statementApproved' });
    const until = at('03-05 00:00');
    give(file, '03-02 13:55', leader, {
      type: 'HoldDuty',
      duty: 'publicResponse',
      reason: '等检验结果',
      until,
    });
    file.runTo('03-03 15:00');
    give(file, '03-03 15:00', officer, { type: 'RecordPublication', form: 'authoritative' });
    expect(file.duty('publicResponse')).toMatchObject({
      current: { due: at('03-02 14:00'), outcome: 'fulfilledLate', completedAt: at('03-03 15:00') },
      holds: [{ from: at('03-02 13:55'), to: until }],
    });
    const settled = file.log
      .at(-1)!
      .events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []));
    expect(settled).toContainEqual(
      expect.objectContaining({
        duty: 'publicResponse',
        outcome: 'fulfilledLate',
        due: at('03-02 14:00'),
        at: at('03-03 15:00'),
      }),
    );
    give(file, '03-06 00:00', system, { type: 'AskAgain' });
    expect(file.state.asked).not.toHaveProperty('holdAsked#publicResponse');
  });
});

describe('words that say nothing', () => {
  const isTaken = (command: object): boolean => OfficeCommand.safeParse(command).success;

  it.each([
    ['啊啊啊啊啊啊啊啊', false],
    ['。。。。。。。。', false],
    ['12345678', false],
    ['一二三四五六七八', false],
    ['已移交', false],
    ['已由公安机关立案办理', true],
  ])('as a summary and as the reason of an unmet duty: %s', (words, taken) => {
    expect(isTaken({ type: 'Conclude', summary: words })).toBe(taken);
    expect(isTaken({ type: 'Conclude', summary: SUMMARY, unmet: { review: words } })).toBe(taken);
  });

  it.each([
    ['x', false],
    ['。', false],
    ['10', false],
    ['情况复杂', true],
  ])('as the 说明 of an extension: %s', (reason, taken) => {
    expect(isTaken({ type: 'ExtendDuty', duty: 'firstReply', to: at('03-02 12:00'), reason })).toBe(taken);
  });
});
